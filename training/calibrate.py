"""Calibration: from cross-validated scores and the pages' own F1 to the logistic regression behind `quality`."""

from collections.abc import Sequence

import numpy as np

from newsclean.evidence.quality import Calibration, page_doubt, page_signs
from newsclean.evidence.scorer import log_odds
from newsclean.evidence.shapes import Floats
from newsclean.evidence.weighing import MAX_DOUBT
from training.fit import columns_of
from training.pages import Sample
from training.report import gold_text, kept_text, overlap

RIGHT_F1 = 0.95
_RIDGE = 1.0
_STEPS = 30


def signs_of(pages: Sequence[Sample], scores: Sequence[Floats]) -> Floats:
    """Return the signs of each page."""
    return np.stack(
        [
            page_signs(score, page.words, page.table[:, columns_of(page).index("prose")])
            for page, score in zip(pages, scores, strict=True)
        ]
    )


def rightness(pages: Sequence[Sample], scores: Sequence[Floats]) -> Floats:
    """Return for each page whether its own F1 is `RIGHT_F1` or more, as 0 or 1."""
    f1 = [overlap(kept_text(page, score), gold_text(page))[2] for page, score in zip(pages, scores, strict=True)]
    return (np.asarray(f1) >= RIGHT_F1).astype(np.float32)


def fit(signs: Floats, right: Floats) -> Calibration:
    """Fit the logistic regression by Newton's method, with a small ridge."""
    mean = signs.mean(axis=0)
    scale = np.maximum(signs.std(axis=0), 1e-3).astype(np.float32)
    table = Calibration.columns(signs, mean, scale).astype(np.float64)
    table = np.concatenate((table, np.ones((len(table), 1))), axis=1)
    weights = np.zeros(table.shape[1])
    ridge = np.full(table.shape[1], _RIDGE)
    ridge[-1] = 0
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - chance) - ridge * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(ridge + 1e-9)
        weights = weights + np.linalg.solve(curve, slope)
    return Calibration(mean, scale, weights[:-1].astype(np.float32), float(weights[-1]))


def fit_hearing(pages: Sequence[Sample], scores: Sequence[Floats]) -> Floats:
    """Fit how the witness's verdicts are weighed against our own, on the pages that we are unsure of.

    The gold sets' `dump_nearly` is what the witness kept of the page.
    """
    tables, targets, weights = [], [], []
    for page, score in zip(pages, scores, strict=True):
        if page.style != "html" or page_doubt(score, page.words) <= MAX_DOUBT:
            continue
        known = ~np.isnan(page.targets)
        table = np.stack([log_odds(score), page.testimony, np.ones(len(score))], axis=1)
        tables.append(table[known])
        targets.append(page.targets[known])
        weights.append(np.log1p(page.sizes[known]))
    table, target, weight = (np.concatenate(parts).astype(np.float64) for parts in (tables, targets, weights))
    found = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-table @ found))
        curve = (table * (weight * chance * (1 - chance))[:, None]).T @ table + np.eye(len(found)) * 1e-3
        found += np.linalg.solve(curve, table.T @ (weight * (target - chance)))
    return found.astype(np.float32)
