"""Times the reference implementations for text-metrics.bench.ts: a JSON list of [text, reference] on standard input,
processor seconds for the faster of two passes over it by metric on standard output."""
import json
import logging
import sys
import time

logging.disable(logging.CRITICAL)
import jiwer
from nltk.stem.porter import PorterStemmer
from nltk.translate.meteor_score import single_meteor_score
from rapidfuzz.distance import JaroWinkler, Levenshtein
from rouge_score import rouge_scorer
from sacrebleu.metrics import BLEU, CHRF, TER


class NoWordNet:
    def synsets(self, word):
        return []


bleu, chrf, ter = BLEU(effective_order=True), CHRF(), TER()
rouge = {name: rouge_scorer.RougeScorer([name]) for name in ("rouge1", "rouge2", "rougeL", "rougeLsum")}
stemmer, wordnet = PorterStemmer(), NoWordNet()
metrics = {
    "bleu": lambda hyp, ref: bleu.sentence_score(hyp, [ref]),
    "chrf": lambda hyp, ref: chrf.sentence_score(hyp, [ref]),
    "ter": lambda hyp, ref: ter.sentence_score(hyp, [ref]),
    "rouge-1": lambda hyp, ref: rouge["rouge1"].score(ref, hyp),
    "rouge-2": lambda hyp, ref: rouge["rouge2"].score(ref, hyp),
    "rouge-l": lambda hyp, ref: rouge["rougeL"].score(ref, hyp),
    "rouge-lsum": lambda hyp, ref: rouge["rougeLsum"].score(ref, hyp),
    "meteor": lambda hyp, ref: single_meteor_score(ref.split(), hyp.split(), wordnet=wordnet, stemmer=stemmer),
    "wer": lambda hyp, ref: jiwer.wer(ref, hyp),
    "cer": lambda hyp, ref: jiwer.cer(ref, hyp),
    "levenshtein": lambda hyp, ref: Levenshtein.normalized_similarity(ref, hyp),
    "jaro-winkler": lambda hyp, ref: JaroWinkler.similarity(ref, hyp),
}
pairs = json.load(sys.stdin)
seconds = {}
for name, metric in metrics.items():
    passes = []
    for _ in range(2):
        start = time.process_time()
        for hypothesis, reference in pairs:
            metric(hypothesis, reference)
        passes.append(time.process_time() - start)
    seconds[name] = min(passes)
print(json.dumps(seconds))
