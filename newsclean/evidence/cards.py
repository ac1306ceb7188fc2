"""Cards: `<article>` elements below the story, each headed by a link to another; a page and its evidence in, lines out.

HTML's standard has such an element hold what could be handed on by itself: three and more of a kind, a linked heading
and a teaser each, are other stories, and not the parts of this one.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Final

from newsclean.block import Element, Page
from newsclean.evidence.phrased import LIKELY
from newsclean.evidence.weighing import Evidence

_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5"})
_LINKED: Final = 0.7
"""A kicker may stand in the heading, beside the link."""
_MAX_LINES: Final = 8
"""The longest card: label, heading, teaser, name and date."""
_MAX_STEPS: Final = 48
_MAX_TEASER_WORDS: Final = 45
_LONG_SHARE: Final = 0.2
"""So many cards of a kind may have a longer line."""
_MAX_RAIL_WORDS: Final = 6
_MIN_CARDS: Final = 3
_MIN_STORY_WORDS: Final = 120


def cards_below(page: Page, evidence: Evidence) -> list[int]:
    """Return the positions of the lines of cards below the story; none where the rest is no story by itself."""
    found: defaultdict[tuple[str, str], list[range]] = defaultdict(list)
    for index, block in enumerate(page.blocks):
        element = block.element
        if element is None or element.tag not in _HEADINGS or (block.link_chars or 0) < _LINKED * len(block.text):
            continue
        card = next((above for above in islice(element.ancestors(), _MAX_STEPS) if above.tag == "article"), None)
        if card is not None and len(lines := _lines(page, index, card)) <= _MAX_LINES:
            found[card.hints, element.tag].append(lines)
    words, scores = evidence.shapes.word_counts, evidence.scores
    held: set[int] = set()
    for cards in found.values():
        long = sum(max(words[lines.start : lines.stop]) > _MAX_TEASER_WORDS for lines in cards)
        if len(cards) >= _MIN_CARDS and long <= _LONG_SHARE * len(cards):
            held.update(index for lines in cards for index in lines)
    story = [index for index in evidence.prose_lines if scores[index] >= LIKELY and index not in held] if held else []
    if sum(words[index] for index in story) < _MIN_STORY_WORDS:
        return []
    below = {index for index in held if index > story[-1]}
    rails = {index - 1 for index in below - {at + 1 for at in below} if _heads_rail(page, index - 1, words)}
    return sorted(below | {index for index in rails if index > story[-1]})


def _heads_rail(page: Page, index: int, words: Sequence[int]) -> bool:
    """Return whether a line above a card is the heading of a rail of cards."""
    element = page.blocks[index].element
    return element is not None and element.tag in _HEADINGS and words[index] <= _MAX_RAIL_WORDS


def _lines(page: Page, heading: int, card: Element) -> range:
    """Return the lines of the card around its heading."""

    def is_inside(index: int) -> bool:
        element = page.blocks[index].element
        return element is not None and card in islice(element.ancestors(), _MAX_STEPS)

    first = last = heading
    while first > 0 and heading - first <= _MAX_LINES and is_inside(first - 1):
        first -= 1
    while last + 1 < len(page.blocks) and last - heading <= _MAX_LINES and is_inside(last + 1):
        last += 1
    return range(first, last + 1)
