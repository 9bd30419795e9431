"""Reference vectors of all-MiniLM-L6-v2 (int8), by onnxruntime, tokenizers and numpy in Python.

Run: pip install onnxruntime tokenizers numpy
     python tools/oracles/minilm-vectors.py MODELS_FOLDER > packages/local-models/src/fixtures/minilm-vectors.json
"""
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

TEXTS = [
    "A cat sits on the mat.",
    "A kitten rests on a rug.",
    "Invoices are due within 30 days, except for annual plans.",
    "Überprüfung der naïve café: 世界 — ½ of it",
    "",
    "  spaces\n\tand ALL CAPS, e-mail@example.com  ",
    "The server retries three times. " * 80,
]
LONGEST = 256

folder = Path(sys.argv[1])
tokenizer = Tokenizer.from_file(str(folder / "minilm-l6-v2-tokenizer.json"))
tokenizer.no_padding()
tokenizer.enable_truncation(max_length=LONGEST)
session = onnxruntime.InferenceSession(str(folder / "minilm-l6-v2-int8.onnx"))


def embed(text):
    ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
    feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    mean = session.run(None, feeds)[0][0].mean(axis=0)
    return mean / np.linalg.norm(mean), ids.shape[1]


rows = []
for text in TEXTS:
    vector, tokens = embed(text)
    rows.append({"text": text, "tokens": tokens, "vector": [round(float(v), 6) for v in vector]})
json.dump(rows, sys.stdout, ensure_ascii=False)
