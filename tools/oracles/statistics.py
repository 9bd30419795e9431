"""Reference vectors for packages/core/src/statistics, from scipy, statsmodels and numpy.

Run from the repository root: python3 tools/oracles/statistics.py
Needs scipy, statsmodels, numpy. Writes packages/core/src/statistics/fixtures/*.json.
"""

import itertools
import json
import math
from pathlib import Path

import numpy as np
import scipy
import statsmodels
from scipy import linalg, optimize, special, stats
from statsmodels.stats import multitest, proportion

FIXTURES = Path("packages/core/src/statistics/fixtures")
SOURCE = f"scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, numpy {np.__version__}"


def write(name, groups):
    """One case a line, so that a change shows as the lines it touches."""
    FIXTURES.mkdir(parents=True, exist_ok=True)
    head = f'"source": {json.dumps(SOURCE)},\n"script": "tools/oracles/statistics.py"'
    bodies = [f"{json.dumps(key)}: [\n" + ",\n".join(map(compact, rows)) + "\n]" for key, rows in groups.items()]
    (FIXTURES / f"{name}.json").write_text("{" + ",\n".join([head, *bodies]) + "}\n")
    print(name, {key: len(rows) for key, rows in groups.items()})


def compact(row):
    return json.dumps(row, separators=(",", ":"), ensure_ascii=False)


def distributions():
    shapes = [0.5, 1, 2.5, 7, 40, 333.3, 5000]
    xs = [1e-6, 0.01, 0.2, 0.5, 0.77, 0.99]
    ps = [1e-8, 0.001, 0.025, 0.05, 0.3, 0.5, 0.8, 0.95, 0.975, 0.9999]
    write("distributions", {
        "logGamma": [{"x": x, "value": float(special.gammaln(x))} for x in [0.01, 0.3, 1.5, 2.5, 10, 123.4, 20000]],
        "incompleteBeta": [
            {"x": x, "a": a, "b": b, "value": float(special.betainc(a, b, x))}
            for a, b, x in itertools.product(shapes, shapes, xs)
        ],
        "inverseIncompleteBeta": [
            {"probability": p, "a": a, "b": b, "value": float(special.betaincinv(a, b, p))}
            for a, b, p in itertools.product([1, 2.5, 7, 40, 333.3, 5000], [1, 2.5, 7, 40, 333.3, 5000], ps)
        ],
        "normalCdf": [{"x": x, "value": float(stats.norm.cdf(x))} for x in np.linspace(-8, 8, 33).tolist()],
        "normalQuantile": [{"probability": p, "value": float(stats.norm.ppf(p))} for p in [1e-300, 1e-12, *ps]],
        "studentTQuantile": [
            {"probability": p, "degreesOfFreedom": df, "value": float(stats.t.ppf(p, df))}
            for p, df in itertools.product([0.001, 0.025, 0.2, 0.5, 0.9, 0.975, 0.9995], [1, 2, 4.7, 19, 30, 250])
        ],
        "binomialCdf": [
            {"k": k, "n": n, "p": p, "value": float(stats.binom.cdf(k, n, p))}
            for n, p in itertools.product([1, 5, 59, 1000], [0.03, 0.5, 0.95])
            for k in sorted({0, n // 3, n // 2, n - 1})
        ],
        "binomialProbability": [
            {"k": k, "n": n, "p": 0.5, "value": float(stats.binom.pmf(k, n, 0.5))}
            for n in [1, 6, 22, 400] for k in sorted({0, n // 3, n // 2})
        ],
    })


def rates():
    counts = [(0, 1), (1, 1), (0, 16), (1, 20), (7, 20), (50, 100), (81, 100), (99, 100), (100, 100), (1234, 20000)]
    write("rates", {
        "wilson": [
            {"successes": x, "n": n, "confidence": c, "low": low, "high": high}
            for (x, n), c in itertools.product(counts, [0.95, 0.9])
            for low, high in [map(float, proportion.proportion_confint(x, n, 1 - c, method="wilson"))]
        ],
        "clopperPearson": [
            {"successes": x, "n": n, "confidence": c, "low": float(r.low), "high": float(r.high)}
            for (x, n), c in itertools.product(counts, [0.95, 0.9])
            for r in [stats.binomtest(x, n).proportion_ci(confidence_level=c, method="exact")]
        ],
        "oneSided": [
            {"successes": x, "n": n, "low": float(stats.binomtest(x, n, alternative="greater").proportion_ci(0.95).low),
             "high": float(stats.binomtest(x, n, alternative="less").proportion_ci(0.95).high)}
            for x, n in counts
        ],
        "newcombe": [
            {"first": [x1, n1], "second": [x2, n2], "low": low, "high": high, "pValue": p}
            for x1, n1, x2, n2 in [(5, 56, 29, 70), (9, 10, 3, 10), (10, 10, 0, 20), (48, 80, 56, 70), (0, 20, 1, 20)]
            for low, high in [map(float, proportion.confint_proportions_2indep(x2, n2, x1, n1, method="newcomb"))]
            for p in [float(proportion.proportions_ztest([x2, x1], [n2, n1])[1])]
        ],
    })


def tango_by_search(gained, lost, n, z):
    """Tango's interval with nothing but its definition: the constrained likelihood is maximised numerically."""

    def statistic(delta):
        def loss(p21):
            p12 = p21 + delta
            rest = 1 - p12 - p21
            return -(special.xlogy(gained, p12) + special.xlogy(lost, p21) + special.xlogy(n - gained - lost, rest))

        low, high = max(0.0, -delta), (1 - delta) / 2
        p21 = optimize.minimize_scalar(loss, bounds=(low, high), method="bounded", options={"xatol": 1e-13}).x
        variance = n * (2 * p21 + delta - delta**2)
        return (gained - lost - n * delta) / math.sqrt(variance)

    estimate = (gained - lost) / n
    eps = 1e-9
    low = -1.0 if estimate == -1 else optimize.brentq(lambda d: statistic(d) - z, -1 + eps, estimate - eps, xtol=1e-12)
    high = 1.0 if estimate == 1 else optimize.brentq(lambda d: statistic(d) + z, estimate + eps, 1 - eps, xtol=1e-12)
    return float(low), float(high)


def mid_p(gained, lost):
    total = gained + lost
    point = float(stats.binom.pmf(gained, total, 0.5))
    if gained == lost:
        return 1 - point / 2
    return float(stats.binomtest(gained, total, 0.5).pvalue) - point


def sign_flip(differences):
    result = stats.permutation_test(
        (differences,), lambda x, axis: np.sum(x, axis=axis), permutation_type="samples", n_resamples=np.inf,
        vectorized=True, alternative="two-sided",
    )
    return float(result.pvalue)


def paired():
    tables = [(1, 7, 21), (6, 16, 161), (20, 40, 160), (0, 5, 40), (3, 0, 14), (9, 2, 50), (60, 45, 900), (4, 4, 30)]
    z = float(stats.norm.ppf(0.975))
    rng = np.random.default_rng(7)
    flips = [[0.5, -0.25, 1.0, 0.75], [1, 1, 1, 1, 1, 1], [0.2, 0.1, -0.4, 0.9, 0.3, 0.35, -0.05, 0.6],
             rng.normal(0.3, 1, 10).round(3).tolist()]
    ps = [[0.01, 0.04, 0.03, 0.005], [0.5], [0.2, 0.2, 0.001, 0.9, 0.04], [0.6, 0.7]]
    write("paired", {
        "published": [
            {"gained": 1, "lost": 7, "n": 21, "low": -0.517, "high": -0.026, "midP": 0.039, "digits": 3,
             "from": "Bentur et al. 2009 in Fagerland, Lydersen & Laake 2013 (mid-P) and 2014 (Tango)"},
            {"gained": 6, "lost": 16, "n": 161, "low": -0.1240, "high": -0.0054, "midP": 0.034690, "digits": 4,
             "from": "Cavo et al. 2012 in R package contingencytables 3.0"},
        ],
        "tango": [
            {"gained": b, "lost": c, "n": n, "low": low, "high": high}
            for b, c, n in tables for low, high in [tango_by_search(b, c, n, z)]
        ],
        "midP": [{"gained": b, "lost": c, "value": mid_p(b, c)} for b, c, _ in tables],
        "signFlip": [{"differences": d, "pValue": sign_flip(np.array(d, float))} for d in flips],
        "holm": [{"pValues": p, "adjusted": multitest.multipletests(p, method="holm")[1].tolist()} for p in ps],
    })


def ratio_mean(sums, weights, indices):
    return sums[indices].sum(axis=-1) / weights[indices].sum(axis=-1)


def cr2_by_matrices(values, groups):
    """CR2 and its Bell–McCaffrey degrees of freedom for an intercept, straight from the matrix definitions."""
    y = np.asarray(values, float)
    n = len(y)
    hat = np.full((n, n), 1 / n)
    residual_maker = np.eye(n) - hat
    residuals = residual_maker @ y
    variance, columns = 0.0, []
    for group in sorted(set(groups)):
        rows = [i for i, g in enumerate(groups) if g == group]
        block = residual_maker[np.ix_(rows, rows)]
        adjust = linalg.inv(linalg.sqrtm(block)).real
        ones = np.ones(len(rows))
        variance += float((ones @ adjust @ residuals[rows]) ** 2) / n**2
        columns.append(residual_maker[:, rows] @ adjust @ ones / n)
    gram = np.array(columns) @ np.array(columns).T
    df = float(np.trace(gram) ** 2 / np.sum(gram**2))
    reach = stats.t.ppf(0.975, df) * math.sqrt(variance)
    return {"low": float(y.mean() - reach), "high": float(y.mean() + reach)}


def bootstraps():
    rng = np.random.default_rng(11)
    resamples = 200
    shapes = {"rate": rng.integers(0, 2, 60).astype(float), "score": rng.beta(5, 2, 60).round(4)}
    cases = []
    for kind, values in shapes.items():
        groups = rng.integers(0, 22, 60)
        keys = sorted(set(groups.tolist()))
        sums = np.array([values[groups == key].sum() for key in keys])
        weights = np.array([float((groups == key).sum()) for key in keys])
        order = np.lexsort((weights, sums))
        sums, weights = sums[order], weights[order]
        indices = rng.integers(0, len(keys), (resamples, len(keys)))
        means = ratio_mean(sums, weights, indices)
        expanded = stats.norm.cdf(-math.sqrt(len(keys) / (len(keys) - 1)) * stats.t.ppf(0.975, len(keys) - 1))
        jackknife = np.array([ratio_mean(sums, weights, np.delete(np.arange(len(keys)), i)) for i in range(len(keys))])
        centred = jackknife.mean() - jackknife
        acceleration = (centred**3).sum() / (6 * (centred**2).sum() ** 1.5)
        estimate = sums.sum() / weights.sum()
        bias = stats.norm.ppf(((means < estimate - 1e-12).sum() + (means <= estimate + 1e-12).sum()) / (2 * resamples))
        z = bias + stats.norm.ppf([0.025, 0.975])
        levels = stats.norm.cdf(bias + z / (1 - acceleration * z))
        cases.append({
            "kind": kind, "values": values.tolist(), "groups": groups.tolist(), "indices": indices.ravel().tolist(),
            "resamples": resamples, "percentile": np.quantile(means, [expanded, 1 - expanded]).tolist(),
            "bca": np.quantile(means, levels).tolist(), "cr2": cr2_by_matrices(values, groups.tolist()),
        })
    write("bootstraps", {"clustered": cases, "scipyBca": [scipy_bca(rng)]})


def scipy_bca(rng):
    """scipy's own BCa over independent values, on indices that the test replays."""
    values = rng.gamma(2, 1, 25).round(4)
    resamples = 200
    seen = []

    def mean_of_index(index, axis=-1):
        return values[index.astype(int)].mean(axis=axis)

    class Recorder(np.random.Generator):
        def integers(self, *args, **kwargs):
            drawn = super().integers(*args, **kwargs)
            seen.append(drawn)
            return drawn

    generator = Recorder(np.random.PCG64(5))
    result = stats.bootstrap((np.arange(25.0),), mean_of_index, n_resamples=resamples, method="BCa", rng=generator,
                             vectorized=True)
    indices = np.concatenate([part.reshape(-1, 25) for part in seen])
    assert indices.shape == (resamples, 25)
    order = np.argsort(values, kind="stable")
    rank = np.empty(25, int)
    rank[order] = np.arange(25)
    interval = result.confidence_interval
    return {"values": values.tolist(), "indices": rank[indices].ravel().tolist(), "resamples": resamples,
            "low": float(interval.low), "high": float(interval.high)}


def quantile_ranks():
    """Ranks by direct search over the binomial distribution; scipy's quantile_test holds them at its own rule."""
    cases = []
    for n, q, tail in itertools.product([1, 5, 6, 13, 58, 59, 73, 100, 1000], [0.5, 0.95], [0.025, 0.05]):
        ranks = range(1, n + 1)
        low = max([r for r in ranks if stats.binom.cdf(r - 1, n, q) <= tail], default=0)
        high = min([r for r in ranks if stats.binom.sf(r - 1, n, q) <= tail], default=n + 1)
        cases.append({"n": n, "probability": q, "tail": tail, "low": low, "high": high})
    scipy_cases = []
    rng = np.random.default_rng(3)
    for n in [20, 73, 200]:
        values = rng.lognormal(5, 1, n).round(3)
        interval = stats.quantile_test(values, q=0, p=0.5).confidence_interval(0.95)
        scipy_cases.append({"values": values.tolist(), "low": float(interval.low), "high": float(interval.high),
                            "median": float(np.median(values)), "p95": float(np.quantile(values, 0.95))})
    write("quantiles", {"ranks": cases, "scipyMedian": scipy_cases})


distributions()
rates()
paired()
bootstraps()
quantile_ranks()
