"""Quality: the probability that a page's kept text is right, from how sure the scorer is of its blocks.

In: the blocks' scores and words. Out: one number, 0 to 1, calibrated by `training/` on pages of sites that the scorer
never saw: of the pages of quality q, a share of about q have a four-word-shingle F1 of 0.95 or more.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsclean.evidence.context import main_run
from newsclean.evidence.shapes import Floats

_KEPT = 0.5
_WORST = 0.1
"""The share of the kept words whose mean score counts as the worst."""


def best_cut(scores: Floats, words: Floats, lowest: float) -> float:
    """Return the score from which blocks are best kept: half the F1 that the page can be expected to reach.

    The cut that maximises expected F1 (Lipton, Elkan and Naryanaswamy 2014, "Optimal thresholding of classifiers to
    maximize F1 measure"), but no lower than `lowest`: a half on a page that is clear, lower on a page in doubt, where
    less is lost by keeping.
    """
    order = np.argsort(-scores)
    found = np.cumsum((scores * words)[order])
    kept = np.cumsum(words[order])
    expected = 2 * found / np.maximum(kept + found[-1:], 1e-6)
    return float(np.clip(expected.max(initial=0) / 2, lowest, _KEPT))


def page_doubt(scores: Floats, words: Floats) -> float:
    """Return the words that the scores are unsure of, per word kept: 0 where all is clear; 1 and more is confusion."""
    kept = float(words[scores > _KEPT].sum())
    return float((np.minimum(scores, 1 - scores) * words).sum()) / max(kept, 1.0)


def page_signs(scores: Floats, words: Floats, prose: Floats) -> Floats:
    """Return what the scores say of the page as a whole.

    That is: doubt, expected F1, the worst that is kept and the best that is left, doubt at the edges of the main run,
    words kept, their share, the mean score in the run, the share of the sentences that is left.
    """
    kept = scores > _KEPT
    kept_words = float(words[kept].sum())
    if not kept_words:
        return np.asarray([0.5, 0.5, 0, 1, 1, 0, 0, 0, 0], dtype=np.float32)
    mass = scores * words
    expected = 2 * float(mass[kept].sum()) / max(kept_words + float(mass.sum()), 1e-6)
    order = np.argsort(scores[kept])
    covered = np.cumsum(words[kept][order])
    tail = covered <= max(kept_words * _WORST, float(words[kept][order][0]))
    worst = float(np.average(scores[kept][order][tail], weights=words[kept][order][tail] + 1e-6))
    start, end = main_run(scores, words)
    around = scores[max(start - 3, 0) : end + 3]
    return np.asarray(
        [
            page_doubt(scores, words),
            expected,
            worst,
            float(scores[~kept].max(initial=0)),
            float(np.minimum(around, 1 - around).max(initial=0)),
            np.log1p(kept_words),
            kept_words / max(float(words.sum()), 1),
            float(np.average(scores[start:end], weights=words[start:end] + 1e-6)) if end > start else 0,
            float((words * prose)[~kept].sum()) / max(float((words * prose).sum()), 1),
        ],
        dtype=np.float32,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """A logistic regression over the signs of a page and their squares."""

    mean: Floats
    scale: Floats
    weights: Floats
    bias: float

    @classmethod
    def load(cls, arrays: Mapping[str, npt.NDArray[np.generic]]) -> "Calibration":
        """Read the calibration from the arrays of a model file."""
        mean, scale, weights = (arrays[f"quality_{name}"].astype(np.float32) for name in ("mean", "scale", "weights"))
        return cls(mean, scale, weights, float(arrays["quality_bias"][0]))

    def quality(self, signs: Floats) -> float:
        """Return the probability that the page is right, 0 to 1."""
        return float(
            1 / (1 + np.exp(-(self.columns(signs[None, :], self.mean, self.scale) @ self.weights)[0] - self.bias))
        )

    @staticmethod
    def columns(signs: Floats, mean: Floats, scale: Floats) -> Floats:
        """Return the standardised signs of many pages and their squares, shape (pages, 2 * signs)."""
        standard = np.clip((signs - mean) / scale, -4, 4)
        return np.concatenate((standard, standard**2), axis=1).astype(np.float32)
