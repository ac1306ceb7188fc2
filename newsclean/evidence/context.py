"""The second look: a block beside the first pass's scores of its neighbours, its page and its main run.

In: first-pass scores, the feature table, words. Out: the table with the context columns appended.
"""

import numpy as np
import numpy.typing as npt

from newsclean.evidence.groups import KINDS, Groups, group_sums, others_mean
from newsclean.evidence.shapes import Floats
from newsclean.evidence.table import shift, since, window
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


def with_context(table: Floats, scores: Floats, words: Floats, vocabulary: Vocabulary, groups: Groups) -> Floats:
    """Return the table with `CONTEXT_COLUMNS` appended; `words` is the number of words of each block."""
    size = len(scores)
    out = np.zeros((size, table.shape[1] + len(CONTEXT_COLUMNS)), dtype=np.float32)
    out[:, : table.shape[1]] = table
    if not size:
        return out
    at = {name: table.shape[1] + number for number, name in enumerate(CONTEXT_COLUMNS)}
    out[:, at["score"]] = scores
    for step in _STEPS:
        shift(scores, step, out[:, at[f"score{step:+d}"]])
    mass = scores * words
    for width in _WIDTHS:
        out[:, at[f"scores_{width}"]] = (window(scores, width) - scores) / (2 * width)
        out[:, at[f"worded_{width}"]] = (window(mass, width) - mass) / np.maximum(window(words, width) - words, 1)
    total = max(float(mass.sum()), 1e-6)
    before = np.cumsum(mass) - mass
    out[:, at["scored_before"]] = before / total
    out[:, at["scored_after"]] = (total - before - mass) / total
    start, end = main_run(scores, words)
    index = np.arange(size, dtype=np.float32)
    out[:, at["in_run"]] = (index >= start) & (index < end)
    out[:, at["to_run_start"]] = np.clip(index - start, -60, 60)
    out[:, at["to_run_end"]] = np.clip(index - (end - 1), -60, 60)
    out[:, at["run_share"]] = float(mass[start:end].sum()) / total
    out[:, at["run_purity"]] = float(scores[start:end].mean()) if end > start else 0.0
    likely = scores > _LIKELY
    out[:, at["to_likely_before"]] = np.minimum(since(likely), 40)
    out[:, at["to_likely_after"]] = np.minimum(since(likely[::-1])[::-1], 40)
    weights = np.zeros(len(vocabulary.per_block), dtype=np.float32)
    weights[:size] = np.where(likely & (words >= 6), scores, 0)  # noqa: PLR2004 - a label's words prove nothing
    out[:, at["shared_likely"]] = vocabulary.shared(weights)[:size]
    out[:, at["page_likely_share"]] = float(words[likely].sum()) / max(float(words.sum()), 1.0)
    out[:, at["page_likely_words"]] = np.log1p(float(words[likely].sum()))
    out[:, at["page_max"]] = float(scores.max())
    out[:, at["page_doubt"]] = float((np.minimum(scores, 1 - scores) * words).sum()) / max(float(words.sum()), 1.0)
    out[:, at["score_rank"]] = np.argsort(np.argsort(-scores)) / size
    out[:, at["next_fall"]] = scores - np.minimum.accumulate(scores[::-1])[::-1]
    out[:, at["last_fall"]] = scores - np.minimum.accumulate(scores)
    covered = np.cumsum(words)
    at_likely = np.maximum.accumulate(np.where(likely, covered, 0))
    out[:, at["words_since_likely"]] = np.log1p(np.maximum(covered - words - np.concatenate(([0], at_likely[:-1])), 0))
    for kind, row in zip(KINDS, groups, strict=True):
        out[:, at[f"scores_{kind}"]] = others_mean(scores, words + 1, row)
        out[:, at[f"likely_words_{kind}"]] = np.log1p(
            np.maximum(group_sums(np.where(likely, words, 0), row) - np.where(likely, words, 0), 0)
        )
    return out


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
