"""The second look: a block beside the first pass's scores of its neighbours, its page and its main run.

In: first-pass scores, the feature table, words. Out: the table with the context columns appended.
"""

import numpy as np
import numpy.typing as npt

from newsclean.evidence.groups import KINDS, Groups, group_sums, others_mean
from newsclean.evidence.shapes import Floats
from newsclean.evidence.table import shift, since, windows
from newsclean.evidence.words import Vocabulary

_STEPS = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
_WIDTHS = (2, 5, 10, 25)
_LIKELY = 0.5

CONTEXT_COLUMNS: tuple[str, ...] = (
    "score", *(f"score{step:+d}" for step in _STEPS), *(f"scores_{width}" for width in _WIDTHS),
    *(f"worded_{width}" for width in _WIDTHS), "scored_before", "scored_after", "in_run", "to_run_start",
    "to_run_end", "run_share", "run_purity", "to_likely_before", "to_likely_after", "shared_likely",
    "page_likely_share", "page_likely_words", "page_max", "page_doubt", "score_rank", "next_fall", "last_fall",
    "words_since_likely", *(f"scores_{kind}" for kind in KINDS), *(f"likely_words_{kind}" for kind in KINDS),
)  # fmt: skip
_AT = {name: number for number, name in enumerate(CONTEXT_COLUMNS)}
_SCORES, _WORDED, _KINDS = _AT["scores_2"], _AT["worded_2"], _AT["scores_alike"]


def with_context(table: Floats, scores: Floats, words: Floats, vocabulary: Vocabulary, groups: Groups) -> Floats:
    """Return the table with `CONTEXT_COLUMNS` appended; `words` is the number of words of each block."""
    size, first = table.shape
    # a column a row, as the trees read it
    rows = np.empty((first + len(CONTEXT_COLUMNS), size), dtype=np.float32)
    rows[:first] = table.T
    out = rows[first:]
    if not size:
        return rows.T
    mass = scores * words
    likely = scores > _LIKELY
    out[_AT["score"]] = scores
    shift(scores, _STEPS, out[_AT["score"] + 1 :])
    near = np.stack((scores, mass, words))
    for number, sums in enumerate(windows(near, _WIDTHS)):
        beside = sums - near
        out[_SCORES + number] = beside[0] / (2 * _WIDTHS[number])
        out[_WORDED + number] = beside[1] / np.maximum(beside[2], 1)
    total = max(float(mass.sum()), 1e-6)
    before = np.cumsum(mass) - mass
    start, end = main_run(scores, words)
    index = np.arange(size, dtype=np.float32)
    weights = np.zeros(len(vocabulary.per_block), dtype=np.float32)
    weights[:size] = np.where(likely & (words >= 6), scores, 0)  # noqa: PLR2004 - a label's words prove nothing
    all_words = max(float(words.sum()), 1.0)
    covered = np.cumsum(words)
    at_likely = np.maximum.accumulate(np.where(likely, covered, 0))
    likely_words = np.where(likely, words, 0)
    for name, values in (
        ("scored_before", before / total),
        ("scored_after", (total - before - mass) / total),
        ("in_run", (index >= start) & (index < end)),
        ("to_run_start", np.clip(index - start, -60, 60)),
        ("to_run_end", np.clip(index - (end - 1), -60, 60)),
        ("run_share", float(mass[start:end].sum()) / total),
        ("run_purity", float(scores[start:end].mean()) if end > start else 0.0),
        ("to_likely_before", np.minimum(since(likely), 40)),
        ("to_likely_after", np.minimum(since(likely[::-1])[::-1], 40)),
        ("shared_likely", vocabulary.shared(weights)[:size]),
        ("page_likely_share", float(words[likely].sum()) / all_words),
        ("page_likely_words", np.log1p(float(words[likely].sum()))),
        ("page_max", float(scores.max())),
        ("page_doubt", float((np.minimum(scores, 1 - scores) * words).sum()) / all_words),
        ("score_rank", np.argsort(np.argsort(-scores)) / size),
        ("next_fall", scores - np.minimum.accumulate(scores[::-1])[::-1]),
        ("last_fall", scores - np.minimum.accumulate(scores)),
        ("words_since_likely", np.log1p(np.maximum(covered - words - np.concatenate(([0], at_likely[:-1])), 0))),
    ):
        out[_AT[name]] = values
    out[_KINDS : _KINDS + len(KINDS)] = others_mean(scores, words + 1, groups)
    out[_KINDS + len(KINDS) :] = np.log1p(np.maximum(group_sums(likely_words, groups) - likely_words, 0))
    return rows.T


def main_run(scores: Floats, words: Floats) -> tuple[int, int]:
    """Return the run of blocks (start, end) that gains most by words that are likely and loses least by others.

    The maximum-sum segment (Kadane) of (score - 0.5) * words: how news bodies have been cut out of token runs since
    Pasternack and Roth 2009, "Extracting article text from the web with maximum subsequence segmentation".
    """
    gains: npt.NDArray[np.float64] = (scores.astype(np.float64) - _LIKELY) * words
    sums = np.concatenate(([0.0], np.cumsum(gains)))
    lowest = np.minimum.accumulate(sums)
    end = int(np.argmax(sums - lowest))
    start = int(np.argmin(sums[: end + 1]))
    return start, end
