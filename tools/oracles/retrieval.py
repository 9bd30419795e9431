"""Reference vectors for packages/core/src/metrics, from trec_eval through pytrec_eval.

Run from the repository root: python3 tools/oracles/retrieval.py
Needs pytrec-eval-terrier 0.5. Writes packages/core/src/metrics/fixtures/retrieval.json.

trec_eval divides precision at k by k and average precision at k by all relevant documents; the cases therefore
have at least k retrieved and at most k relevant documents, where every convention agrees.
"""

import json
import random
from pathlib import Path

import pytrec_eval

FIXTURE = Path("packages/core/src/metrics/fixtures/retrieval.json")


def evaluate(retrieved, relevant, k):
    run = {"q": {doc: float(len(retrieved) - rank) for rank, doc in enumerate(retrieved)}}
    measures = {f"success.{k}", f"recall.{k}", f"P.{k}", f"ndcg_cut.{k}", f"map_cut.{k}"}
    found = pytrec_eval.RelevanceEvaluator({"q": {doc: 1 for doc in relevant}}, measures).evaluate(run)["q"]
    cut = {"q": dict(list(run["q"].items())[:k])}
    first = pytrec_eval.RelevanceEvaluator({"q": {doc: 1 for doc in relevant}}, {"recip_rank"}).evaluate(cut)["q"]
    return {
        "hitRate": found[f"success_{k}"], "recall": found[f"recall_{k}"], "precision": found[f"P_{k}"],
        "mrr": first["recip_rank"], "ndcg": found[f"ndcg_cut_{k}"], "averagePrecision": found[f"map_cut_{k}"], "k": k,
    }


def main():
    rng = random.Random(5)
    cases = []
    for _ in range(40):
        k = rng.choice([1, 3, 5, 10])
        pool = [f"d{i}" for i in range(30)]
        retrieved = rng.sample(pool, k + rng.randrange(5))
        relevant = sorted(set(rng.sample(retrieved, min(len(retrieved), 2)) + rng.sample(pool, 2)))[: rng.randint(1, k)]
        cases.append({"retrieved": retrieved, "relevant": relevant, "metrics": evaluate(retrieved, relevant, k)})
    FIXTURE.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    FIXTURE.write_text('{"source": "trec_eval by pytrec-eval-terrier",\n"cases": [\n' + lines + "\n]}\n")


main()
