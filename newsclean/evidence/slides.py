"""Slides: the numbered pictures of a series, "1/12", "2/12", and on; a page and its evidence in, positions out.

The numbers count up from one and name the same total: no list of dates, scores or pages does so three times.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsclean.block import Page
from newsclean.evidence.phrased import LIKELY
from newsclean.evidence.weighing import Evidence

_NUMBER: Final = re.compile(r"(\d{1,3})\s?(?:/|of|von|de|di|van|av|af|z|из|από|dari)\s?(\d{1,3})(?![\d/.,%])\b")
_MIN_SLIDES: Final = 3
_MAX_APART: Final = 8
"""Lines from the number of one slide to the next: a title, a caption, a credit and buttons stand there."""

_STORY_WORDS: Final = 300
"""Of likely sentences above the first slide: the introduction of a picture story has fewer."""


def slides(page: Page, evidence: Evidence) -> Iterator[range]:
    """Yield the lines of each series of slides beside which the page has a longer story.

    The last slide is as long as the shortest of the others. Where the slides hold more of the likely sentences than the
    rest of the page, and no whole story stands above them, they are the story.
    """
    for numbers in _series(page):
        apart = min(after - before for before, after in pairwise(numbers))
        lines = range(numbers[0], min(numbers[-1] + apart, len(page.blocks)))
        likely = [index for index in evidence.prose_lines if evidence.scores[index] >= LIKELY]
        words = evidence.shapes.word_counts
        above, within = (sum(words[i] for i in likely if i in part) for part in (range(lines.start), lines))
        if above >= _STORY_WORDS or 2 * within < sum(words[index] for index in likely):
            yield lines


def _series(page: Page) -> Iterator[list[int]]:
    """Yield the positions of the numbers of each series: one, two, and on, of the same total."""
    found: list[int] = []
    total = 0
    for block in page.blocks:
        number = _NUMBER.match(block.text) if block.text[0].isdigit() else None
        if number is None:
            continue
        nth, of = int(number[1]), int(number[2])
        if found and nth == len(found) + 1 and of == total and block.index - found[-1] <= _MAX_APART:
            found.append(block.index)
            continue
        if len(found) >= _MIN_SLIDES:
            yield found
        found, total = ([block.index], of) if nth == 1 and of >= _MIN_SLIDES else ([], 0)
    if len(found) >= _MIN_SLIDES:
        yield found
