"""Reports: cross-validated figures of the scorer alone per set, style and language, and of its quality estimate.

The figures are those of the gold sets' referee: macro four-word-shingle precision and recall over pages, exact pages,
whole paragraphs.
"""

import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from newsclean.evidence.shapes import Floats
from training.labels import tokens
from training.pages import LIKELY, Sample

_SHINGLE = 4


def _folded(text: str) -> str:
    return "".join(tokens(text))


def kept_text(sample: Sample, scores: Floats) -> str:
    """Return the text that the scores keep, title lines apart."""
    kept = zip(sample.texts, scores.tolist(), sample.targets.tolist(), strict=True)
    return "\n".join(text for text, score, target in kept if score >= LIKELY and target == target)  # noqa: PLR0124 - NaN


def gold_text(sample: Sample) -> str:
    """Return the gold text, title lines apart."""
    key = _folded(sample.title or "")
    return "\n".join(line for line in sample.gold.split("\n") if line.strip() and (not key or _folded(line) != key))


def overlap(text: str, gold: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the four-word shingles of two texts."""
    a, b = (Counter(zip(*(words[k:] for k in range(_SHINGLE)), strict=False)) for words in (tokens(text), tokens(gold)))
    both = sum((a & b).values())
    total_a, total_b = sum(a.values()), sum(b.values())
    f1 = 2 * both / (total_a + total_b) if total_a + total_b else 1.0
    return both / total_a if total_a else 1.0, both / total_b if total_b else 1.0, f1


def lines(pages: Sequence[Sample], scores: Sequence[Floats], by: Callable[[Sample], str]) -> Iterator[str]:
    """Yield a line of figures for each value of `by`."""
    rows: dict[str, list[tuple[float, float, float, bool, float]]] = {}
    for page, score in zip(pages, scores, strict=True):
        text, gold = kept_text(page, score), gold_text(page)
        have, want = (Counter(map(_folded, filter(str.strip, value.split("\n")))) for value in (text, gold))
        para = 2 * sum((have & want).values()) / max(sum(have.values()) + sum(want.values()), 1)
        rows.setdefault(by(page), []).append((*overlap(text, gold), tokens(text) == tokens(gold), para))
    yield f"{'':24} {'pages':>5} {'F1':>6} {'leak':>6} {'harm':>6} {'para':>6} {'exact':>6} {'<.5':>6}"
    for name, found in sorted(rows.items()):
        precision, recall = (statistics.mean(row[k] for row in found) for k in (0, 1))
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        figures = (
            f1, 1 - precision, 1 - recall, statistics.mean(row[4] for row in found),
            statistics.mean(row[3] for row in found), statistics.mean(row[2] < 0.5 for row in found),  # noqa: PLR2004
        )  # fmt: skip
        yield f"{name:24} {len(found):5} " + " ".join(f"{value:6.3f}" for value in figures)


def reliability(qualities: Floats, right: Floats, bins: int = 10) -> Iterator[tuple[float, float, int]]:
    """Yield for each bin of quality: mean quality, share of right pages, number of pages."""
    edges = np.quantile(qualities, np.linspace(0, 1, bins + 1))
    which = np.clip(np.searchsorted(edges, qualities, side="right") - 1, 0, bins - 1)
    for number in range(bins):
        inside = which == number
        if inside.any():
            yield float(qualities[inside].mean()), float(right[inside].mean()), int(inside.sum())
