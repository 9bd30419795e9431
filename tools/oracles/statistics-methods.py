"""Reference vectors for the comparisons, agreement, correction, sequences and power of packages/core/src/statistics.

Run from the repository root:
  CONFSEQ_SRC=path/to/confseq-0.0.11/src python3 tools/oracles/statistics-methods.py
Needs numpy, scipy, statsmodels, scikit-learn, krippendorff, ppi-python, sacrebleu, and the unpacked source of confseq
(its betting module is plain Python; its compiled part is not used). Writes packages/core/src/statistics/fixtures/*.json.
"""

import sys

sys.path.pop(0)  # this folder's statistics.py would hide Python's own

import importlib.metadata as metadata
import itertools
import json
import math
import os
import types
import warnings
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf
from ppi_py import ppi_mean_ci, ppi_mean_pointestimate
from sacrebleu.metrics import BLEU
from scipy import stats
from sklearn import metrics
from sklearn.calibration import calibration_curve
from statsmodels.stats import inter_rater, multitest, power, proportion

warnings.filterwarnings("ignore")
for absent in ["matplotlib", "matplotlib.pyplot", "multiprocess"]:
    sys.modules[absent] = types.ModuleType(absent)
sys.path.insert(0, os.environ["CONFSEQ_SRC"])
np.float_ = np.float64  # confseq 0.0.11 was written before numpy 2
from confseq.betting import betting_cs  # noqa: E402

FIXTURES = Path("packages/core/src/statistics/fixtures")
PACKAGES = ["scipy", "statsmodels", "numpy", "scikit-learn", "krippendorff", "ppi-python", "sacrebleu"]
SOURCE = ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES) + ", confseq 0.0.11"


def write(name, groups):
    head = f'"source": {json.dumps(SOURCE)},\n"script": "tools/oracles/statistics-methods.py"'
    compact = [json.dumps(key) + ": [\n" + ",\n".join(json.dumps(r, separators=(",", ":")) for r in rows) + "\n]"
               for key, rows in groups.items()]
    (FIXTURES / f"{name}.json").write_text("{" + ",\n".join([head, *compact]) + "}\n")
    print(name, {key: len(rows) for key, rows in groups.items()})


def corpus_bleu(rng):
    """sacrebleu's corpus BLEU over resampled segments, from the same indices that the test replays."""
    words = [f"w{i}" for i in range(12)]
    references = [" ".join(rng.choice(words, rng.integers(8, 16))) for _ in range(25)]

    def corrupt(text, rate):
        return " ".join(w if rng.random() > rate else str(rng.choice(words)) for w in text.split())

    first, second = [corrupt(r, 0.3) for r in references], [corrupt(r, 0.2) for r in references]
    bleu = BLEU()
    rows = [[list(map(int, s)) for s in bleu._extract_corpus_statistics(system, [references])]
            for system in (first, second)]
    resamples = 100
    indices = rng.integers(0, 25, (resamples, 25))

    def score(system, index):
        return bleu.corpus_score([system[i] for i in index], [[references[i] for i in index]]).score

    values = np.array([score(second, i) - score(first, i) for i in indices])
    everything = range(25)
    return {"first": rows[0], "second": rows[1], "indices": indices.ravel().tolist(), "resamples": resamples,
            "difference": score(second, everything) - score(first, everything), "values": values.tolist(),
            "mean": float(values.mean())}


def comparisons():
    rng = np.random.default_rng(21)
    ps = [[0.01, 0.04, 0.03, 0.005], [0.5], [0.2, 0.2, 0.001, 0.9, 0.04], rng.uniform(0, 1, 12).round(4).tolist()]
    tables = [(5, 56, 29, 70), (9, 10, 3, 10), (7, 12, 8, 13), (0, 20, 1, 20), (0, 9, 5, 14), (40, 50, 31, 60), (3, 8, 3, 8)]
    write("comparisons", {
        "benjaminiHochberg": [
            {"pValues": p, "adjusted": multitest.multipletests(p, method="fdr_bh")[1].tolist()} for p in ps
        ],
        "boschloo": [
            {"first": [x1, n1], "second": [x2, n2],
             "pValue": float(stats.boschloo_exact([[x1, x2], [n1 - x1, n2 - x2]], n=128).pvalue)}
            for x1, n1, x2, n2 in tables
        ],
        "corpusBleu": [corpus_bleu(rng)],
    })


def gwet_ac1(table):
    """Gwet (2008) equations 3 and 4, written out for a table of counts."""
    t = np.asarray(table, float) / np.sum(table)
    use = (t.sum(0) + t.sum(1)) / 2
    chance = float((use * (1 - use)).sum() / (len(t) - 1))
    return (float(np.trace(t)) - chance) / (1 - chance)


def delong(positives, negatives):
    """DeLong, DeLong & Clarke-Pearson (1988) from the placements by definition, one pair at a time."""
    psi = np.array([[1.0 if x > y else 0.5 if x == y else 0.0 for y in negatives] for x in positives])
    variance = psi.mean(1).var(ddof=1) / len(positives) + psi.mean(0).var(ddof=1) / len(negatives)
    reach = stats.norm.ppf(0.975) * math.sqrt(variance)
    return {"low": max(0.0, float(psi.mean() - reach)), "high": min(1.0, float(psi.mean() + reach))}


def ratings_to_table(ratings, categories):
    lookup = {c: i for i, c in enumerate(categories)}
    return [[lookup[r] if r is not None else np.nan for r in item] for item in ratings]


# Marker ndka of the data set aSAH (Turck et al. 2010), whose ROC curve and DeLong interval R's pROC prints: how many of
# the 41 poor and 72 good outcomes lie above and below each threshold, as (count, how many thresholds in a row).
NDKA_ABOVE = [(41, 2), (40, 3), (39, 1), (38, 1), (37, 10), (36, 7), (35, 1), (34, 3), (33, 4), (32, 1), (31, 5), (30, 3),
              (29, 7), (28, 1), (27, 1), (26, 2), (25, 3), (24, 6), (23, 2), (22, 3), (21, 3), (20, 1), (19, 2), (18, 1),
              (17, 3), (16, 1), (15, 1), (14, 4), (13, 5), (12, 1), (11, 1), (10, 1), (9, 3), (8, 4), (7, 1), (6, 1),
              (5, 1), (4, 3), (3, 2), (2, 2), (1, 2), (0, 1)]
NDKA_BELOW_REPEATED = {1: 2, 3: 4, 12: 2, 18: 3, 20: 2, 22: 0, 24: 2, 29: 2, 31: 2, 37: 4, 38: 2, 40: 2, 45: 2, 49: 2, 51: 3,
                       52: 3, 55: 3, 58: 2, 62: 5, 64: 2, 67: 5, 69: 2, 70: 2, 71: 2, 72: 2}


def ndka():
    above = [count for count, times in NDKA_ABOVE for _ in range(times)]
    below = [count for count in range(73) for _ in range(NDKA_BELOW_REPEATED.get(count, 1))]
    positives, negatives = [], []
    for rank, (a, b) in enumerate(zip(itertools.pairwise(above), itertools.pairwise(below), strict=True)):
        positives += [rank] * (a[0] - a[1])
        negatives += [rank] * (b[1] - b[0])
    assert (len(positives), len(negatives)) == (41, 72)
    assert abs(metrics.roc_auc_score([1] * 41 + [0] * 72, positives + negatives) - 0.61195799457994582) < 1e-14
    return {"positives": positives, "negatives": negatives, "value": 0.612, "low": 0.5012, "high": 0.7227}


def agreement():
    rng = np.random.default_rng(5)
    pairs = []
    for size, n, noise in [(2, 60, 0.2), (3, 90, 0.3), (5, 200, 0.5)]:
        first = rng.integers(0, size, n)
        second = np.where(rng.random(n) < noise, rng.integers(0, size, n), first)
        table = metrics.confusion_matrix(first, second, labels=range(size))
        pairs.append({
            "size": size, "first": first.tolist(), "second": second.tolist(),
            "none": metrics.cohen_kappa_score(first, second),
            "linear": metrics.cohen_kappa_score(first, second, weights="linear"),
            "quadratic": metrics.cohen_kappa_score(first, second, weights="quadratic"),
            "statsmodels": float(inter_rater.cohens_kappa(table).kappa), "ac1": gwet_ac1(table),
        })
    published = {"from": "cont3x3abstractors in R package irrCAC 1.0 (Gwet)", "table": [13, 0, 0, 0, 20, 7, 0, 4, 56],
                 "kappa": 0.7964094, "ac1": 0.8493305}
    fleiss = []
    for raters, size in [(3, 2), (5, 4)]:
        truth = rng.integers(0, size, 40)
        items = np.where(rng.random((40, raters)) < 0.35, rng.integers(0, size, (40, raters)), truth[:, None])
        counts, _ = inter_rater.aggregate_raters(items)
        fleiss.append({"items": items.tolist(), "value": float(inter_rater.fleiss_kappa(counts))})
    alpha = []
    for size in [3, 5]:
        truth = rng.integers(1, size + 1, 50)
        items = np.where(rng.random((50, 4)) < 0.4, rng.integers(1, size + 1, (50, 4)), truth[:, None]).astype(float)
        items[rng.random((50, 4)) < 0.2] = np.nan
        row = {"items": [[int(x) for x in item if not np.isnan(x)] for item in items]}
        for level in ["nominal", "ordinal", "interval"]:
            row[level] = float(krippendorff.alpha(reliability_data=items.T, level_of_measurement=level))
        alpha.append(row)
    ranks = []
    for n, digits in [(12, 2), (60, 1), (300, 1)]:
        first = rng.normal(0, 1, n).round(digits)
        second = (first + rng.normal(0, 1, n)).round(digits)
        ranks.append({"first": first.tolist(), "second": second.tolist(),
                      "spearman": float(stats.spearmanr(first, second).statistic),
                      "kendall": float(stats.kendalltau(first, second).statistic)})
    auc = []
    for m, n, digits in [(8, 12, 1), (40, 73, 2), (100, 30, 1)]:
        positives, negatives = rng.normal(1, 1, m).round(digits), rng.normal(0, 1.3, n).round(digits)
        auc.append({"positives": positives.tolist(), "negatives": negatives.tolist(),
                    "value": float(metrics.roc_auc_score([1] * m + [0] * n, [*positives, *negatives])),
                    **delong(positives, negatives)})
    write("agreement", {"pairs": pairs, "published": [published], "fleiss": fleiss, "alpha": alpha, "ranks": ranks,
                        "auc": auc, "publishedAuc": [ndka()]})


def calibration():
    rng = np.random.default_rng(9)
    rows = []
    for n in [200, 500]:
        probability = rng.beta(2, 1.2, n)
        passed = rng.random(n) < probability**1.4
        true, predicted = calibration_curve(passed, probability, n_bins=10, strategy="quantile")
        order = np.argsort(probability, kind="stable")
        bins = np.array_split(order, 10)
        error = sum(len(b) / n * abs(probability[b].mean() - passed[b].mean()) for b in bins)
        rows.append({"probability": probability.tolist(), "pass": passed.tolist(), "rates": true.tolist(),
                     "means": predicted.tolist(), "ece": float(error),
                     "brier": float(metrics.brier_score_loss(passed, probability))})
    write("calibration", {"curves": rows})


def lang_reiczigel(kp, n, kse, nse, ksp, nsp):
    """Equations of Lang & Reiczigel (2014) as their R script has them, counts in."""
    z = stats.norm.ppf(0.975)
    p, se, sp = (kp + z**2 / 2) / (n + z**2), (kse + 1) / (nse + 2), (ksp + 1) / (nsp + 2)
    prevalence = (p + sp - 1) / (se + sp - 1)
    vse, vsp, vp = se * (1 - se) / (nse + 2), sp * (1 - sp) / (nsp + 2), p * (1 - p) / (n + z**2)
    error = math.sqrt(vp + vse * prevalence**2 + vsp * (1 - prevalence) ** 2) / abs(se + sp - 1)
    shift = 2 * z**2 * (prevalence * vse - (1 - prevalence) * vsp)
    return [float(np.clip(prevalence + shift + side * z * error, 0, 1)) for side in (-1, 1)]


def correction():
    rng = np.random.default_rng(31)
    powered = []
    for n, unlabelled, weighted in [(160, 800, False), (200, 100, False), (200, 900, True)]:
        label = rng.random(n + unlabelled) < 0.6
        judged = np.where(rng.random(n + unlabelled) < 0.15, ~label, label).astype(float)
        y, f, rest = label[:n].astype(float), judged[:n], judged[n:]
        w = rng.uniform(0.5, 2, n).round(3) if weighted else np.ones(n)
        low, high = ppi_mean_ci(y, f, rest, alpha=0.05, w=w)
        powered.append({"label": y.tolist(), "judged": f.tolist(), "weight": w.tolist(), "unlabelled": rest.tolist(),
                        "value": float(np.ravel(ppi_mean_pointestimate(y, f, rest, w=w))[0]),
                        "low": float(np.ravel(low)[0]), "high": float(np.ravel(high)[0])})
    cases = [(300, 500, 90, 100, 95, 100), (20, 400, 180, 200, 58, 60), (395, 400, 70, 75, 40, 60), (0, 50, 60, 60, 55, 60)]
    rogan = [{"passes": a, "n": b, "truePositives": c, "positives": d, "trueNegatives": e, "negatives": f,
              "low": low, "high": high} for a, b, c, d, e, f in cases for low, high in [lang_reiczigel(a, b, c, d, e, f)]]
    write("correction", {"predictionPowered": powered, "langReiczigel": rogan})


def sequences():
    rng = np.random.default_rng(17)
    rows = []
    for n, population, draw in [(40, None, lambda n: rng.random(n) < 0.8), (200, None, lambda n: rng.beta(4, 2, n)),
                                (60, 100, lambda n: rng.random(n) < 0.6), (90, 90, lambda n: rng.random(n) < 0.9),
                                (150, 500, lambda n: rng.beta(2, 2, n))]:
        values = np.asarray(draw(n), float).round(4)
        low, high = betting_cs(values, N=population, breaks=2000, running_intersection=True)
        rows.append({"values": values.tolist(), "population": population, "low": low[-1], "high": high[-1], "grid": 1 / 2000})
    write("sequences", {"betting": rows})


def mcnemar_power(discordance, difference, n):
    """Exact power of the two-sided mid-P McNemar test by summing over all outcomes."""
    gain = (discordance + difference) / 2 / discordance
    total = 0.0
    for d in range(n + 1):
        weight = stats.binom.pmf(d, n, discordance)
        if weight < 1e-14 or d == 0:
            continue
        k = np.arange(d + 1)
        point = stats.binom.pmf(k, d, 0.5)
        lower = stats.binom.cdf(np.minimum(k, d - k), d, 0.5)
        p = np.where(k == d - k, 1 - point / 2, np.minimum(1, 2 * lower - point))
        total += weight * stats.binom.pmf(k, d, gain)[p <= 0.05].sum()
    return float(total)


def powers():
    unpaired = [
        {"baseline": p, "difference": d, "power": goal,
         "cases": float(proportion.samplesize_proportions_2indep_onetail(d, p, goal, alpha=0.05))}
        for p, d, goal in [(0.8, 0.03, 0.8), (0.8, -0.1, 0.8), (0.5, 0.1, 0.9), (0.95, 0.03, 0.8)]
    ]
    paired_means, unpaired_means = power.TTestPower(), power.TTestIndPower()
    means = [
        {"effect": e, "cases": n, "paired": float(paired_means.power(e, n, 0.05)),
         "unpaired": float(unpaired_means.power(e, n, 0.05))}
        for e, n in itertools.product([0.05, 0.3, 0.8], [5, 30, 200])
    ]
    sizes = [{"effect": e, "paired": float(paired_means.solve_power(e, power=0.8, alpha=0.05)),
              "unpaired": float(unpaired_means.solve_power(e, power=0.8, alpha=0.05))} for e in [0.1, 0.25, 0.5]]
    mcnemar = [{"discordance": q, "difference": d, "cases": n, "exact": mcnemar_power(q, d, n)}
               for q, d, n in [(0.2, 0.05, 620), (0.1, 0.05, 310), (0.3, 0.1, 230), (0.4, 0.15, 130), (0.15, 0.03, 600)]]
    write("power", {
        "unpairedRates": unpaired, "means": means, "sizes": sizes, "mcnemar": mcnemar,
        "noncentralT": [{"t": t, "df": df, "nc": nc, "value": float(stats.nct.cdf(t, df, nc))}
                        for t, df, nc in itertools.product([-2.5, 0.4, 2.0, 4.0], [2, 5, 29, 400], [0.0, 1.5, 3.0])],
        "passAtK": [{"n": n, "c": c, "k": k, "any": float(1 - np.prod(1 - k / np.arange(n - c + 1, n + 1))) if n - c >= k else 1.0,
                     "all": math.comb(c, k) / math.comb(n, k)}
                    for n, c, k in [(10, 3, 1), (10, 3, 5), (200, 13, 100), (5, 5, 3), (8, 0, 2), (20, 19, 4)]],
    })


def components():
    rng = np.random.default_rng(13)
    cases, answers, judges = 36, 3, 2
    case, answer = rng.normal(0, 0.8, (cases, 1, 1)), rng.normal(0, 0.5, (cases, answers, 1))
    judge, crossed = np.array([[[0.25, -0.25]]]), rng.normal(0, 0.35, (cases, 1, judges))
    y = (3 + case + answer + judge + crossed + rng.normal(0, 0.4, (cases, answers, judges))).round(3)
    index = np.indices(y.shape).reshape(3, -1)
    frame = pd.DataFrame({"y": y.ravel(), "case": index[0], "answer": index[1], "judge": index[2], "all": 1})
    frame["cell"], frame["given"] = frame.case * 10 + frame.judge, frame.case * 10 + frame.answer
    table = sm.stats.anova_lm(smf.ols("y ~ C(case) * C(judge) + C(case):C(answer)", frame).fit())
    squares = dict(zip(["case", "judge", "judgeByCase", "target", "judgeByAnswer"], table["mean_sq"].astype(float)))
    formula = {"case": "0 + C(case)", "target": "0 + C(given)", "judge": "0 + C(judge)", "judgeByCase": "0 + C(cell)"}
    fitted = smf.mixedlm("y ~ 1", frame, groups="all", vc_formula=formula, re_formula="0").fit(reml=True)
    named = dict(zip(fitted.model.exog_vc.names, fitted.vcomp.astype(float)))
    write("components", {"scores": [y.tolist()], "meanSquares": [squares],
                         "reml": [{**named, "judgeByAnswer": float(fitted.scale)}]})


comparisons()
agreement()
calibration()
correction()
sequences()
powers()
components()
