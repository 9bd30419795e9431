"""Reference vectors for the consensus of several labellers, packages/core/src/statistics/agreement/dawid-skene.ts.

Run from the repository root: python3 tools/oracles/dawid-skene.py
Needs numpy, pandas and crowd-kit. Writes packages/core/src/statistics/fixtures/dawid-skene.json.
"""

import importlib.metadata as metadata
import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
from crowdkit.aggregation import DawidSkene

FIXTURE = Path("packages/core/src/statistics/fixtures/dawid-skene.json")


def draw(rng, items, error_tables, share_rated):
    """Ratings [item, rater, category] of a truth by raters with the given tables true × said; some are missing."""
    size = len(error_tables[0])
    truth = rng.integers(0, size, items)
    rows = []
    for item, category in enumerate(truth):
        raters = [rater for rater in range(len(error_tables)) if rng.random() < share_rated] or [0]
        rows += [[item, rater, int(rng.choice(size, p=error_tables[rater][category]))] for rater in raters]
    return rows


def fit(rows):
    data = pd.DataFrame([(f"i{i}", f"r{r}", f"c{c}") for i, r, c in rows], columns=["task", "worker", "label"])
    model = DawidSkene(n_iter=2000, tol=-math.inf).fit(data)
    errors = model.errors_  # index worker, said; columns true
    return {
        "ratings": rows,
        "prevalence": {label: float(value) for label, value in model.priors_.items()},
        "items": {task: {label: float(p) for label, p in row.items()} for task, row in model.probas_.iterrows()},
        "raters": [
            {"rater": worker, "said": said, "true": {label: float(value) for label, value in row.items()}}
            for (worker, said), row in errors.iterrows()
        ],
    }


def main():
    rng = np.random.default_rng(7)
    good, fair, poor = [[0.95, 0.05], [0.1, 0.9]], [[0.8, 0.2], [0.25, 0.75]], [[0.6, 0.4], [0.45, 0.55]]
    three = [[[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.05, 0.15, 0.8]]] * 3 + [[[0.6, 0.3, 0.1], [0.2, 0.6, 0.2], [0.2, 0.2, 0.6]]]
    cases = [
        draw(rng, 60, [good, good, good, fair, poor], 1.0),
        draw(rng, 90, [good, good, good, good, fair, poor], 0.7),
        draw(rng, 70, three + three, 0.9),
    ]
    source = ", ".join(f"{name} {metadata.version(name)}" for name in ["crowd-kit", "numpy", "pandas"])
    head = {"source": source, "script": "tools/oracles/dawid-skene.py"}
    FIXTURE.write_text(json.dumps({**head, "cases": [fit(rows) for rows in cases]}, separators=(",", ":")) + "\n")


main()
