"""Cards with kickers: a rail of other stories in a text dump, told by the section names that its cards open with.

In: a page and its evidence. Out: the stretches of cards. A briefing has each section once; a rail has politics five
times, each with a headline and a lead of its own. Of 674 lines so found on nine gold pages of one site that the scorer
would keep, none is gold.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsclean.block import Page
from newsclean.conventions.sections import is_section
from newsclean.evidence.phrased import likely_words
from newsclean.evidence.weighing import Evidence

_MIN_CARDS: Final = 5
_MIN_LINES: Final = 2
_MAX_LINES: Final = 5
"""A card is a kicker, a headline and a lead, and may have a date or a byline."""
_LEAD_WORDS: Final = 10
_MAX_KICKER_WORDS: Final = 3
_MIN_STORY_WORDS: Final = 40
"""With fewer likely words above the first card, the cards may be the story: a round-up."""


def carded(page: Page, evidence: Evidence) -> Iterator[range]:
    """Yield the stretches of a dump that are cards with kickers."""
    words = evidence.shapes.word_counts
    short = [block for block in page.blocks if words[block.index] <= _MAX_KICKER_WORDS and not evidence.is_prose(block)]
    kickers = [block.index for block in short if is_section(block.text)]
    if len(kickers) < _MIN_CARDS:
        return
    # "// Letters" is a kicker where "// Sport" and "// World" are
    mark, count = Counter(_mark(page.blocks[at].text) for at in kickers).most_common(1)[0]
    if mark and count >= _MIN_CARDS:
        kickers = [block.index for block in short if _mark(block.text) == mark or is_section(block.text)]
    runs: list[list[int]] = []
    for kicker in kickers:
        above = runs[-1][-1] if runs else kicker
        is_card = _MIN_LINES <= kicker - above <= _MAX_LINES and max(words[above + 1 : kicker]) >= _LEAD_WORDS
        if is_card:
            runs[-1].append(kicker)
        else:
            runs.append([kicker])
    rails = [run for run in runs if len(run) >= _MIN_CARDS and len({evidence.folded[at] for at in run}) < len(run)]
    if not rails:
        return
    told = likely_words(evidence)
    for rail in rails:
        if told[rail[0]] >= _MIN_STORY_WORDS:
            lines = max(after - before for before, after in pairwise(rail))
            yield range(rail[0], min(len(words), rail[-1] + lines))


def _mark(text: str) -> str:
    """Return what stands before the first word of a kicker: "// " of "// Sport"."""
    return text[: next((at for at, character in enumerate(text) if character.isalnum()), 0)]
