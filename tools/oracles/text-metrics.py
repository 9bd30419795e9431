"""Reference scores of text metrics: packages/core/src/metrics/text/fixtures/text-metrics.json.gz

Needs: pip install sacrebleu==2.6.0 rouge-score==0.1.2 nltk==3.10.4 jiwer==4.0.0 rapidfuzz==3.14.6
Usage: python3 tools/oracles/text-metrics.py

2,000 generated pairs of a text and one to three references: ten languages, empty, long, emoji, CJK, punctuation,
numbers, repeated words, line breaks. Every score is the reference implementation's own, named by
metric and options. SQuAD's exact match and F1 are the official script's functions (evaluate-v2.0.py), METEOR is nltk's without
WordNet.
"""
import collections
import gzip
import json
import math
import os
import random
import re
import string
import sys

sys.path.pop(0)  # this folder's statistics.py would hide Python's own, which sacrebleu imports

import jiwer
from nltk.stem.porter import PorterStemmer
from nltk.tokenize import NLTKWordTokenizer
from nltk.translate.meteor_score import single_meteor_score
from nltk.util import ngrams
from rapidfuzz.distance import JaroWinkler, Levenshtein
from rouge_score import rouge_scorer
from sacrebleu.metrics import BLEU, CHRF, TER

OUT = os.path.join(os.path.dirname(__file__), "../../packages/core/src/metrics/text/fixtures/text-metrics.json.gz")
rng = random.Random(20261124)

WORDS = {
    "en": "the quick brown foxes jumped over lazily sleeping dogs while relays delivered events faster than expected; isn't it? running runner's policies happily".split(),
    "de": "der schnelle Fuchs springt über den faulen Hund und die Straße führt zum größten Gebäude der Stadt".split(),
    "fr": "l'été dernier nous avons déjà mangé à l'hôtel où le garçon n'était qu'à moitié éveillé".split(),
    "es": "¿dónde está el niño que comió la manzana ayer por la mañana en España? ¡aquí!".split(),
    "ru": "быстрая лиса прыгает через ленивую собаку и бежит домой по широкой дороге".split(),
    "el": "η γρήγορη αλεπού πηδάει πάνω από τον τεμπέλη σκύλο κάθε πρωί".split(),
    "ar": "الثعلب البني السريع يقفز فوق الكلب الكسول كل صباح".split(),
    "hi": "तेज़ भूरी लोमड़ी आलसी कुत्ते के ऊपर से कूदती है".split(),
    "zh": list("敏捷的棕色狐狸跳过了懒狗今天天气很好我们去公园散步"),
    "ja": list("素早い茶色の狐がのろまな犬を飛び越えるカタカナとひらがな。"),
}
EXTRA = ["👩‍👩‍👧", "🙂", "e\u0301", "3.14", "1,000", "$5.50", "50%", "v1.2.3", "(see", "below)", '"quoted"', "it's", "--", "...", "&amp;", "A/B", "x_y", "#42", "\u00a0", "ÉCOLE", "don't", "state-of-the-art", "İstanbul", "ﬁne", "ΟΔΟΣ", "5-3", "x..5", "7.,8", "a\tb", "\x1c", "\x85", "cannot", "gonna", "skies", "relational", "hopping", "geologist", "𝒳ies", "<skipped>", "well-\n"]


def sentence(language, length):
    words = [rng.choice(WORDS[language]) if rng.random() > 0.12 else rng.choice(EXTRA) for _ in range(length)]
    glue = "" if language in ("zh", "ja") and rng.random() < 0.8 else " "
    text = glue.join(words)
    if rng.random() < 0.3:
        text = text[:1].upper() + text[1:]
    return text + rng.choice(["", ".", "!", "?", " .", "。", ""])


def perturb(text, language):
    glue = " " if " " in text else ""
    words = text.split(" ") if glue else list(text)
    for _ in range(rng.randint(0, max(1, len(words) // 3))):
        if not words:
            break
        at = rng.randrange(len(words))
        action = rng.random()
        if action < 0.3:
            words[at] = rng.choice(WORDS[language])
        elif action < 0.5:
            del words[at]
        elif action < 0.7:
            words.insert(at, rng.choice(WORDS[language] + EXTRA))
        elif action < 0.85:
            size = rng.randint(1, 4)
            moved = words[at:at + size]
            del words[at:at + size]
            to = rng.randint(0, len(words))
            words[to:to] = moved
        else:
            words[at] = words[at].upper() if rng.random() < 0.5 else words[at] + "ing"
    return glue.join(words)


def make_pair(index):
    language = list(WORDS)[index % len(WORDS)]
    kind = rng.random()
    if kind < 0.02:
        return rng.choice(["", " ", "."]), [sentence(language, rng.randint(0, 6))]
    if kind < 0.04:
        return sentence(language, rng.randint(1, 6)), [rng.choice(["", " ", "the a an"])]
    if kind < 0.07:
        word = rng.choice(WORDS[language])
        return " ".join([word] * rng.randint(2, 12)), [" ".join([word] * rng.randint(1, 9))]
    length = rng.randint(60, 120) if kind < 0.1 else rng.randint(1, 22)
    reference = sentence(language, length)
    if rng.random() < 0.15:
        reference = reference.replace(" ", "\n", 1 + rng.randrange(3))
    references = [reference] + [perturb(reference, language) for _ in range(rng.choice([0, 0, 0, 1, 2]))]
    hypothesis = reference if kind > 0.97 else perturb(rng.choice(references), language)
    return hypothesis, references


def squad_normalise(text):
    text = "".join(ch for ch in text.lower() if ch not in set(string.punctuation))
    return " ".join(re.sub(re.compile(r"\b(a|an|the)\b", re.UNICODE), " ", text).split())


def squad_f1(gold, prediction):
    gold, prediction = squad_normalise(gold).split(), squad_normalise(prediction).split()
    if not gold or not prediction:
        return int(gold == prediction)
    same = sum((collections.Counter(gold) & collections.Counter(prediction)).values())
    if same == 0:
        return 0
    precision, recall = same / len(prediction), same / len(gold)
    return 2 * precision * recall / (precision + recall)


class NoWordNet:
    def synsets(self, word):
        return []


BLEUS = {
    "13a/exp": {}, "intl/exp": {"tokenize": "intl"}, "char/exp": {"tokenize": "char"}, "none/exp": {"tokenize": "none"},
    "13a/floor": {"smooth_method": "floor"}, "13a/add-k": {"smooth_method": "add-k"},
    "13a/floor/0.5": {"smooth_method": "floor", "smooth_value": 0.5},
    "13a/none": {"smooth_method": "none"}, "13a/exp/lowercase": {"lowercase": True}, "13a/exp/all-orders": {"effective_order": False},
    "13a/exp/order-2": {"max_ngram_order": 2},
}
CHRFS = {"chrf": {}, "chrf++": {"word_order": 2}, "chrf/lowercase": {"lowercase": True}, "chrf/whitespace": {"whitespace": True}, "chrf/epsilon": {"eps_smoothing": True}}
TERS = {"ter": {}, "ter/normalized": {"normalized": True}, "ter/no-punct": {"no_punct": True}, "ter/asian": {"normalized": True, "asian_support": True}, "ter/case": {"case_sensitive": True}, "ter/asian-no-punct": {"normalized": True, "asian_support": True, "no_punct": True}}
bleus = {name: BLEU(**{"effective_order": True, **options}) for name, options in BLEUS.items()}
chrfs = {name: CHRF(**options) for name, options in CHRFS.items()}
ters = {name: TER(**options) for name, options in TERS.items()}
rouges = {stem: rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL", "rougeLsum"], use_stemmer=stem) for stem in (False, True)}
stemmer = PorterStemmer()
words = NLTKWordTokenizer()


def score(hypothesis, references):
    scores = {f"bleu/{name}": metric.sentence_score(hypothesis, references).score for name, metric in bleus.items()}
    scores.update({name: metric.sentence_score(hypothesis, references).score for name, metric in chrfs.items()})
    scores.update({name: metric.sentence_score(hypothesis, references).score for name, metric in ters.items()})
    for stem, scorer in rouges.items():
        found = scorer.score_multi(references, hypothesis)
        for key, name in (("rouge1", "rouge-1"), ("rouge2", "rouge-2"), ("rougeL", "rouge-l"), ("rougeLsum", "rouge-lsum")):
            scores[name + ("/stem" if stem else "")] = found[key].fmeasure
            if not stem:
                scores[name + "/precision"], scores[name + "/recall"] = found[key].precision, found[key].recall
    scores["meteor"] = max(single_meteor_score(ref.split(), hypothesis.split(), wordnet=NoWordNet(), stemmer=stemmer) for ref in references)
    scores["meteor/treebank"] = max(single_meteor_score(words.tokenize(ref), words.tokenize(hypothesis), wordnet=NoWordNet(), stemmer=stemmer) for ref in references)
    scores["exact-match"] = max(int(squad_normalise(ref) == squad_normalise(hypothesis)) for ref in references)
    scores["token-f1"] = max(squad_f1(ref, hypothesis) for ref in references)
    scores["levenshtein"] = max(Levenshtein.normalized_similarity(ref, hypothesis) for ref in references)
    scores["jaro-winkler"] = max(JaroWinkler.similarity(ref, hypothesis) for ref in references)
    scores["wer"] = min(jiwer.wer(ref, hypothesis) for ref in references)
    scores["cer"] = min(jiwer.cer(ref, hypothesis) for ref in references)
    return scores


def corpus(pairs):
    """sacreBLEU over all references of each pair; jiwer, which has one, over the first."""
    hypotheses = [hyp for hyp, _ in pairs]
    streams = [[refs[index] if index < len(refs) else None for _, refs in pairs] for index in range(3)]
    scores = {f"bleu/{name}": BLEU(**options).corpus_score(hypotheses, streams).score for name, options in BLEUS.items()}
    scores.update({name: CHRF(**options).corpus_score(hypotheses, streams).score for name, options in CHRFS.items()})
    scores.update({name: TER(**options).corpus_score(hypotheses, streams).score for name, options in TERS.items()})
    scores["wer"], scores["cer"] = jiwer.wer(streams[0], hypotheses), jiwer.cer(streams[0], hypotheses)
    for n in (1, 2, 3):
        found = [gram for text in hypotheses for gram in ngrams(text.split(), n)]
        scores[f"distinct-{n}"] = len(set(found)) / len(found)
    few = hypotheses[:20]
    others = [few[:index] + few[index + 1:] for index in range(len(few))]
    scores["self-bleu"] = sum(bleus["13a/exp"].sentence_score(text, rest).score for text, rest in zip(few, others)) / len(few)
    return scores


def from_log_probabilities():
    values = [round(-8 * rng.random() ** 3, 6) for _ in range(rng.randint(1, 300))]
    count = rng.randint(1, 2000)
    nats = -math.fsum(values)
    return {"logProbabilities": values, "bytes": count, "perplexity": math.exp(nats / len(values)), "bitsPerByte": nats / math.log(2) / count}


def signature(metric):
    metric.corpus_score(["a b"], [["a b"]])
    return metric.get_signature().format()


STEMMED = "caresses ponies ties dies cats agreed feed plastered bled motoring sing conflated troubled sized hopping falling hissing fizzed failing filing happy sky enjoy spy relational conditional valenci digitizer radically analogously vietnamization operator feudalism hopefulness sensibiliti geologi theologi triplicate formative electrical goodness revival allowance adjustable replacement adoption homologous activate effective probate rate cease controlling roll skies dying innings proceed yyyyes a*ded 𝒳ies 😀😀ed".split()
pairs = [make_pair(index) for index in range(2000)]
rows = [{"hypothesis": hyp, "references": refs, "scores": score(hyp, refs)} for hyp, refs in pairs]
groups = [{"from": start, "to": start + 50, "scores": corpus(pairs[start:start + 50])} for start in range(0, 2000, 50)]
signatures = {f"bleu/{name}": signature(BLEU(**options)) for name, options in BLEUS.items()}
signatures.update({name: signature(CHRF(**options)) for name, options in CHRFS.items()})
signatures.update({name: signature(TER(**options)) for name, options in TERS.items()})
fixture = {"rows": rows, "groups": groups, "signatures": signatures, "stems": {word: stemmer.stem(word) for word in STEMMED}, "logProbabilities": [from_log_probabilities() for _ in range(50)]}
os.makedirs(os.path.dirname(OUT), exist_ok=True)
with open(OUT, "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, compresslevel=9) as out:
    out.write(json.dumps(fixture, ensure_ascii=False).encode())
print(len(rows), "pairs,", os.path.getsize(OUT), "bytes")
