"""Lines that phrases of one family fill: which of them a filter may point at, and what stands between them.

In: a page's evidence. Out: positions of blocks. It names no role and points at nothing.
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final

from newsclean.evidence.weighing import Evidence
from newsclean.phrases import Family

LIKELY: Final = 0.5
"""A block that scores as much is rather the article's."""
SURE: Final = 0.9
"""A block that scores as much is the article's, though a phrase fills it."""
ANY_SCORE: Final = 2.0
"""Above every score."""
_SUBHEADING_WORDS: Final = 2


def likely_words(evidence: Evidence) -> list[int]:
    """Return how many words of likely text stand above each line, and behind them those of the whole page."""
    words = zip(evidence.shapes.word_counts, evidence.scores, strict=True)
    return [0, *accumulate(own if score >= LIKELY else 0 for own, score in words)]


def phrased(evidence: Evidence, *families: Family, max_score: float = SURE, max_word_score: float = SURE) -> list[int]:
    """Return the positions of the lines that a phrase fills and that the scorer does not firmly take for text.

    Whole phrases of three words and more are found whatever they score.

    Args:
        evidence: the page's.
        families: of the phrase.
        max_score: a line that scores as much stays; with `ANY_SCORE`, none does.
        max_word_score: a line of one or two words that scores as much may be a subheading, and stays.
    """
    hits = evidence.hits
    found: list[int] = []
    for index in evidence.hit_lines:
        hit = hits[index]
        if hit is not None and hit.family in families:
            score, words = evidence.scores[index], evidence.shapes.word_counts[index]
            limit = max_word_score if words <= _SUBHEADING_WORDS else max_score
            if score < limit or is_standing(evidence, index):
                found.append(index)
    return found


def is_standing(evidence: Evidence, index: int) -> bool:
    """Return whether the line is a whole phrase of three words and more, which sites print around stories.

    In a paragraph's markup it scores as one. Of 5,800 such lines on gold pages, 46 stand in a gold text.
    """
    hit = evidence.hits[index]
    return hit is not None and not hit.rest and evidence.shapes.word_counts[index] > _SUBHEADING_WORDS


def between(
    evidence: Evidence, found: list[int], max_lines: int, *, max_words: int | None = None, max_score: float = LIKELY
) -> Iterator[int]:
    """Yield the positions that stand among `found`, a few lines from one to the next, none of them too likely text.

    Args:
        evidence: the page's.
        found: positions of lines of one kind, ascending.
        max_lines: what has more lines between two of them is no part of them.
        max_words: the longest line between two of them; None for any length.
        max_score: a gap with a line that scores as much is no part of them; with `ANY_SCORE`, no score matters.
    """
    scores, words = evidence.scores, evidence.shapes.word_counts
    for before, after in pairwise(found):
        gap = range(before + 1, after)
        if 0 < len(gap) <= max_lines and all(
            scores[index] < max_score and (max_words is None or words[index] <= max_words) for index in gap
        ):
            yield from gap
