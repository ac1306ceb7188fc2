"""Sections: the subheadings and lists that stand amid an article, however short their lines are.

In: a page and its evidence. Out: positions. The scorer takes short lines for menus sooner than a reader does: of 198
subheadings of HTML right above kept text that it would drop, 177 stand in a gold text, and of 144 lines of lists 88; of
74 lines that text dumps set off between kept paragraphs, 50, and of 47 of their lines with a bullet or a number, 41; of
22 numbered headings apart from each other 21, and all 6 of the sentences between them.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, islice
from typing import Final

from newsclean.block import HEADING_TAGS, Block, Element, Page
from newsclean.evidence.weighing import Evidence

_SUBHEADING_TAGS: Final = HEADING_TAGS - {"h1"}
_MAX_LINK_SHARE: Final = 0.3
"""What has more is a menu, or leads to other stories."""
_MIN_ITEMS: Final = 2
_MIN_SECTIONS: Final = 3
_MIN_KEPT: Final = 2
_MAX_SECTION: Final = 15
"""Lines from one numbered heading to the next."""
_MAX_DEPTH: Final = 3
"""Elements from a block outwards, among which the term or the definition is that it is in."""
_MAX_WORDS: Final = 10
_NUMBER: Final = re.compile(r"\W{0,2}(\d{1,3})[.)\]:]? ?[^\W\d]")
_SIGNS: Final = re.compile(r"(\W*)\d*(\W*)")
_LABEL: Final = re.compile(r"[\d©|$@&\[\]]|[.,;:]$")
"""What dates, credits, prices, addresses and labels have in them."""


def lists(page: Page, evidence: Evidence, min_score: float) -> Iterator[int]:
    """Yield the positions of the items of lists in the main run that score so much on average."""
    run = page.blocks[evidence.run.start : evidence.run.stop]
    scores = evidence.scores
    for items in _dump_lists(run) if page.kind == "text" else _markup_lists(run):
        if len(items) >= _MIN_ITEMS and sum([scores[item.index] for item in items]) >= min_score * len(items):
            yield from (item.index for item in items)


def subheadings(page: Page, evidence: Evidence, kept: Iterable[int], min_score: float) -> Iterator[int]:
    """Yield the positions of the headings in the main run that score so much and stand right above what is kept."""
    below = set(kept)
    for block in reversed(page.blocks[evidence.run.start : evidence.run.stop]):
        if (
            block.index + 1 in below
            and block.element is not None
            and block.element.tag in _SUBHEADING_TAGS
            and evidence.scores[block.index] >= min_score
            and evidence.hits[block.index] is None
            and not _is_linked([block])
        ):
            below.add(block.index)
            yield block.index


def terms(page: Page, evidence: Evidence, kept: Collection[int]) -> Iterator[int]:
    """Yield the positions of the terms of definition lists in the main run whose first definition is kept."""
    waiting: list[Block] = []
    for block in page.blocks[evidence.run.start : evidence.run.stop]:
        part = _part_of(block.element)
        if part is None or (waiting and _part_of(waiting[0].element) != ("dt", part[1])):
            waiting = []
        if part is not None and part[0] == "dt":
            waiting.append(block)
        elif waiting:
            if block.index in kept and not _is_linked(waiting):
                yield from (term.index for term in waiting if evidence.hits[term.index] is None)
            waiting = []


def _part_of(element: Element | None) -> tuple[str, Element | None] | None:
    """Return whether an element is in a term or a definition, "dt" or "dd", and of which list; None for neither."""
    above = islice(element.ancestors(), _MAX_DEPTH) if element is not None else ()
    return next(((each.tag, each.parent) for each in above if each.tag in ("dt", "dd")), None)


def lines_set_off(page: Page, evidence: Evidence, kept: Iterable[int], min_score: float) -> Iterator[int]:
    """Yield the positions of the lines of a dump that score so much, between kept paragraphs, below a blank line."""
    run, shapes, around = evidence.run, evidence.shapes, set(kept)
    for block in page.blocks[run.start + 1 : run.stop - 1]:
        index = block.index
        if (
            block.gap
            and index not in around
            and evidence.scores[index] >= min_score
            and {index - 1, index + 1} <= around
            and shapes.prose[index - 1]
            and shapes.prose[index + 1]
            and not shapes.prose[index]
            and shapes.word_counts[index] <= _MAX_WORDS
            and evidence.hits[index] is None
            and _LABEL.search(block.text) is None
        ):
            yield index


def numbered_sections(page: Page, evidence: Evidence, kept: Iterable[int]) -> Iterator[int]:
    """Yield the positions of a dump's numbered headings that count from one, and of the sentences below them.

    Two of the headings at least are among what is kept: menus, polls and rails that count have none.
    """
    end, around, ends = len(page.blocks), set(kept), evidence.shapes.ends_sentence
    chain: list[int] = []
    for index in range(evidence.run.start, end + 1):
        number = number_of(page.blocks[index].text) if index < end else 1
        if number != 1 and (number != len(chain) + 1 or _signs(page.blocks[index]) != _signs(page.blocks[chain[0]])):
            continue
        if number == 1 or index - chain[-1] > _MAX_SECTION:
            if len(chain) >= _MIN_SECTIONS and sum([heading in around for heading in chain]) >= _MIN_KEPT:
                yield from chain
                below = range(chain[0] + 1, min(chain[-1] + 2, end))
                yield from (index for index in below if ends[index] and evidence.hits[index] is None)
            chain = []
        if number == len(chain) + 1:
            chain.append(index)


def _markup_lists(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield the items of each list of HTML that leads nowhere else."""
    for parent, found in groupby(blocks, key=_list_of):
        items = list(found)
        if parent is not None and not _is_linked(items):
            yield items


def _list_of(block: Block) -> object:
    """Return the list that a block is an item of, or None."""
    element = block.element
    return element.parent if element is not None and element.tag == "li" else None


def _dump_lists(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield the lines of each list of a dump: those with a bullet, or those that count from one."""
    items: list[Block] = []
    for block in blocks:
        number = number_of(block.text)
        counted = number == len(items) + 1
        if items and block.bullet == items[0].bullet and (block.bullet or counted):
            items.append(block)
            continue
        yield items
        items = [block] if block.bullet or number == 1 else []
    yield items


def _signs(block: Block) -> tuple[str, ...]:
    """Return the signs around the number that opens a line."""
    found = _SIGNS.match(block.text)
    return found.groups() if found is not None else ()


def number_of(line: str) -> int | None:
    """Return the number that opens a line of a list or a numbered heading.

    >>> number_of("4. A cove of cedars"), number_of("(12) Further reading"), number_of("12 March 2024")
    (4, 12, 12)
    >>> number_of("40% of the pier"), number_of("1,200 homes")
    (None, None)
    """
    number = _NUMBER.match(line)
    return int(number[1]) if number is not None else None


def _is_linked(blocks: Iterable[Block]) -> bool:
    links = chars = 0
    for block in blocks:
        links += block.link_chars or 0
        chars += len(block.text)
    return links > _MAX_LINK_SHARE * chars
