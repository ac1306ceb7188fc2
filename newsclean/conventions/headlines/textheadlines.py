"""The headline of a text dump: its lines in, the one that is the title of the story below it out.

What tells a headline is weighed by weights that `python -m training.headlines DATA` fits on gold pages.
"""

import math
import re
from collections.abc import Container, Mapping, Sequence
from itertools import islice
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.block import Block
from newsclean.conventions.headlines.bodyrun import Lines, body_head
from newsclean.conventions.headlines.headlinesigns import candidates, page_title
from newsclean.conventions.headlines.otherlines import is_credit, is_other
from newsclean.conventions.headlines.sharedwords import share_of, words_of
from newsclean.conventions.headlines.titles import guess_headline, squash_folded
from newsclean.conventions.languages import EAST_ASIAN
from newsclean.conventions.sections import is_home
from newsclean.conventions.when.timestamps import timestamp_kind
from newsclean.folding import fold

Found = tuple[str, str, float, int, frozenset[int]]
"""Text, raw line, confidence, block, and the blocks that repeat it."""

WEIGHTS: Final[Mapping[str, float]] = {
    "every_line": -1.40,
    "title": 1.31,
    "copy": 2.36,
    "first_copy": 0.19,
    "below_copy": -0.16,
    "title_words": 0.35,
    "shares_title": 0.49,
    "in_title": 0.68,
    "untitled": -0.34,
    "ends_another": 0.79,
    "body_words": 1.60,
    "lead_words": 0.94,
    "under_4_words": -1.01,
    "under_6_words": -0.80,
    "over_12_words": -0.22,
    "over_16_words": -0.42,
    "over_32_words": -0.28,
    "at_body": -0.87,
    "above_body": -0.53,
    "over_8_above": -0.34,
    "over_20_above": -0.13,
    "far_above": -0.35,
    "none_between": -0.10,
    "one_between": 0.03,
    "over_4_between": -0.08,
    "many_between": -0.80,
    "box_next": 1.08,
    "box_below": 0.57,
    "headlike_above": -0.53,
    "two_headlike_above": -0.38,
    "headlike_below": -0.05,
    "bullet": -1.69,
    "alone": 1.38,
    "among_short": -0.48,
    "longer_below": 0.34,
    "phrase_above": -0.25,
    "menu_above": 0.18,
    "phrase_below": -0.35,
    "short_above": 0.25,
    "ended": -0.99,
    "asked": -0.30,
    "lower": -0.63,
    "odd_start": -0.41,
    "menu_mark": -0.89,
    "numbered": -0.66,
    "colon": 0.26,
    "commas": -0.76,
    "sentences": -0.76,
    "broken_sentence": -0.32,
    "title_case": 0.10,
    "first": -0.47,
}
"""How much each sign of a line counts, in the order in which `candidates` gives them: the log odds against the other
lines of its page, and against there being no headline."""
_VALUES: Final = np.array(list(WEIGHTS.values()))
_LEAST: Final = -1.1
_CLEAR: Final = 1.5
"""A line that scores more than `_LEAST` is the headline where it leads by so much."""
_LITTLE: Final = 1.0
_STANDFIRST_WORDS: Final = 12
_FIRST_STANDFIRST_WORDS: Final = 11
"""A line of so many words may be the standfirst of a shorter first line: on gold pages it is in 6 cases of 7."""
_PARTED: Final = re.compile(r"[|>»·]|[.!?] |^\d|:$")
"""Signs of what is no headline, of which there are many on the first line: breadcrumbs, dates, captions."""
_LONGER: Final = 1.2
"""How much longer than the headline right above it a standfirst is."""
_SCORED: Final = 0.5
_BEHIND: Final = 1.5
_BOTH_WORDS: Final = 7
"""Of two lines of so many words that follow each other, the upper is the headline where it scores so much and is no
further behind: so in 8 of 9 such pairs on pages with a known title."""
_NEAR: Final = 12
"""A page's title is the headline above a story that starts so many lines below it, where there is no other."""
_TOLD: Final = 0.2
"""The share of such a title's words that the body has, too."""
_SHORT_WORDS: Final = 5
_TOLD_FAR: Final = 0.7
"""The same for fewer words, of which names of sites are, and where the story starts further down, below menus."""
_LONG_WORDS: Final = 7
_TOLD_LONG: Final = 0.4
"""The same far above a story for a title of so many words: few names of sites and entries of menus have them."""
_MAX_TRAIL: Final = 4
"""Lines of a breadcrumb, the page's title at its end left out."""
_MAX_SECTION_WORDS: Final = 4
"""Words of a section's name, and of a kicker."""


def find_in_text(blocks: Sequence[Block], lines: Lines) -> Found | None:
    """Find the headline among the lines of a dump."""
    folded = lines.folded
    title = page_title(blocks, lines)
    alone = lone_title(title, lines)
    best = _best(blocks, lines, titled=alone is not None)
    if best is None:
        return (alone, blocks[0].text, 0.5, 0, frozenset((0,))) if alone is not None else None
    score, index = best
    text, whole = in_full(index, blocks, folded, title)
    copies = {at for at, line in enumerate(folded) if line == folded[index]} | whole
    if title is not None and squash_folded(folded[index]) in squash_folded(folded[0]):
        copies.add(0)
    return text, blocks[index].text, round(min(0.95, 1 / (1 + math.exp(-score))), 2), index, frozenset(copies)


def _best(blocks: Sequence[Block], lines: Lines, *, titled: bool) -> tuple[float, int] | None:
    """Return the score and the index of the likeliest line, if one is likelier than that there is none."""
    found = candidates(blocks, lines)
    if not found:
        return None
    scores = np.array(list(found.values()), dtype=np.float64) @ _VALUES
    indexes = list(found)
    ranked = (at for at in np.argsort(-scores, kind="stable").tolist() if not is_other(indexes[at], blocks, lines))
    two = list(islice(ranked, 2))
    if not is_clear(scores[two], titled=titled):
        return None
    index = _above_standfirst(indexes[two[0]], dict(zip(indexes, scores.tolist(), strict=True)), blocks, lines)
    return float(scores[two[0]]), _below_trail(out_of_trail(index, found, lines), found, blocks, lines)


def is_clear(scores: npt.NDArray[np.float64], *, titled: bool) -> bool:
    """Return whether the first of some scores, highest first, is the headline's.

    It is where there is no other like it, too: of such lines on gold pages, 9 in 10 are.

    Args:
        scores: of lines of one page.
        titled: whether the first line may be taken for the title, where no other line is.
    """
    if not len(scores) or scores[0] > 0:
        return len(scores) > 0
    return not titled and scores[0] > _LEAST and (len(scores) == 1 or scores[0] - scores[1] > _CLEAR)


def _above_standfirst(index: int, scores: Mapping[int, float], blocks: Sequence[Block], lines: Lines) -> int:
    """Return the headline above a standfirst, where that scores a little more or is the first line; else the line."""
    above, words = index - 1, lines.shapes.word_counts
    if (
        above == 0
        and words[0] > _MAX_SECTION_WORDS
        and words[1] >= _FIRST_STANDFIRST_WORDS
        and _is_bare(0, blocks, lines)
    ):
        return 0 if words[0] < words[1] else 1
    score = scores.get(above, -math.inf)
    if (
        score > max(_SCORED, scores[index] - _BEHIND)
        and min(words[above], words[index]) >= _BOTH_WORDS
        and squash_folded(lines.folded[index]) not in squash_folded(lines.folded[above])
        and _is_bare(above, blocks, lines)
    ):
        return above
    shown = (
        words[index] >= _STANDFIRST_WORDS
        and score > scores[index] - _LITTLE
        and _MAX_SECTION_WORDS <= words[above] <= words[index] / _LONGER
        and not lines.shapes.ends_sentence[above]
        and not is_other(above, blocks, lines)
    )
    return above if shown else index


def out_of_trail(index: int, found: Mapping[int, object], lines: Lines) -> int:
    """Return the headline that a breadcrumb on one line ends in: "Home Health A bell comes home"."""
    trail = lines.folded[index]
    ends = [other for other in found if trail.endswith(f" {lines.folded[other]}")]
    best = max(ends, key=lambda other: len(lines.folded[other]), default=index)
    above = trail[: len(trail) - len(lines.folded[best])].split()
    return best if any(is_home(word) for word in above) else index


def _below_trail(index: int, found: Container[int], blocks: Sequence[Block], lines: Lines) -> int:
    """Return the headline below a kicker below a line, where that line is the page's title at a breadcrumb's end."""
    counts = lines.shapes.word_counts
    start = next(
        (at for at in range(index - 1, max(-1, index - 1 - _MAX_TRAIL), -1) if is_home(lines.folded[at])), None
    )
    if start is None or max(counts[start:index]) > _MAX_SECTION_WORDS:
        return index
    kicker, headline = index + 1, index + 2
    shown = (
        headline in found
        and lines.hits[kicker] is None
        and counts[kicker] <= _MAX_SECTION_WORDS < counts[headline]
        and (lines.shapes.ends_sentence[headline] or not lines.shapes.sentences[headline])
        and not words_of(lines.folded[index]).isdisjoint(words_of(lines.folded[headline]))
        and timestamp_kind(blocks[kicker].text) is None
        and not is_credit(blocks[headline].text, lines.folded[headline])
    )
    return headline if shown else index


def _is_bare(index: int, blocks: Sequence[Block], lines: Lines) -> bool:
    """Return whether nothing about a line says that it is a sentence, a breadcrumb, a date, a kicker or a credit."""
    text = blocks[index].text
    return (
        not lines.shapes.ends_sentence[index]
        and lines.hits[index] is None
        and _PARTED.search(text) is None
        and not text.isupper()
        and EAST_ASIAN.search(text) is None
        and timestamp_kind(text) is None
        and not is_other(index, blocks, lines)
    )


def in_full(
    index: int, blocks: Sequence[Block], folded: Sequence[str], title: str | None
) -> tuple[str, frozenset[int]]:
    """Return the headline that a line is a part of, and its lines: a page's title says what belongs together."""
    if title is not None:
        headline = guess_headline(title)
        whole, own = squash_folded(headline.casefold()), squash_folded(folded[index])
        for first in (index - 1, index):
            pair = range(max(0, first), min(first + 2, len(blocks)))
            if own != whole and "".join(squash_folded(folded[line]) for line in pair) == whole:
                return headline, frozenset(pair)
    return blocks[index].text, frozenset((index,))


def lone_title(title: str | None, lines: Lines) -> str | None:
    """Return the headline of the page's title, for where no line below is it, if the body has its words.

    The first line may be the site's name or a menu: of those whose words the body lacks, 1 in 50 is the title.
    """
    if title is None or timestamp_kind(title) or any(mark in title for mark in ("»", " > ")):
        return None
    headline = guess_headline(title)
    words, (start, _) = len(headline.split()), lines.story
    told = share_of(words_of(fold(headline)), words_of(body_head(lines)))
    if start <= _NEAR and (words >= _SHORT_WORDS or EAST_ASIAN.search(headline)):
        return headline if told >= _TOLD else None
    return headline if told >= (_TOLD_LONG if words >= _LONG_WORDS else _TOLD_FAR) else None
