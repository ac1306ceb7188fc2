"""Standfirst: the line or the points between headline and body that sum the story up; they stay in the text or not.

In: a page as the field readers see it. Out: the field and the blocks that are it. What the text keeps is settled.
"""

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

from newsclean.article import FieldSource
from newsclean.block import HEADING_TAGS, Block, Element
from newsclean.conventions.headlines.titles import squash
from newsclean.evidence.shapes import DIGIT
from newsclean.evidence.standfirst import MAX_BLOCKS, MIN_WORDS, is_named, may_be_standfirst
from newsclean.fields.view import Reading, View
from newsclean.sift import SCORER_ROLE

_MIN_UNNAMED_WORDS: Final = 8
"""Words of a line that only its place shows to be a standfirst: fewer are a kicker's or a subheading's."""
_MAX_UNNAMED_SENTENCES: Final = 2
_MAX_DIGITS: Final = 4
"""Of a line that only its place shows to be a standfirst: more are a date's."""
_PARTS: Final = ("・", " | ", " > ", " » ", " / ")
"""What parts the sections of a trail."""
_HEAD_BLOCKS: Final = 3
"""Blocks of the text among which a standfirst that stays may be: the dateline's and a note may stand before it."""
_MAX_POINTS: Final = 6
_MAX_PARAGRAPHS: Final = 3
_AROUND: Final = 4
"""Elements, from a block's own upwards, of which one may be the story's `<header>`."""
_SIGNED: Final = frozenset(("byline", "timestamp", "share"))
"""Roles of the lines that part a standfirst from the text."""


def read_standfirst(view: View) -> Reading:
    """Read the standfirst; None where neither the markup, the description nor the place shows one."""
    found = _lines(view)
    if not found:
        return Reading()
    text = "\n".join(block.text for block in found)
    source = FieldSource(field="standfirst", where=f"block {found[0].index}", raw=text, confidence=0.8)
    return Reading({"standfirst": text}, (source,), {block.index: "standfirst" for block in found})


def _lines(view: View) -> list[Block]:
    """Return the blocks that are the standfirst."""
    if not view.sifted.body:
        return []
    headline = _headline_at(view)
    below = _below(headline, view)
    return _by_place(below, view) if view.page.kind == "text" else _by_markup(headline, below, view)


def _by_place(below: Block | None, view: View) -> list[Block]:
    """Return the line right below the headline of a dump, where it stays and is no paragraph of the text."""
    # what does not stay is as often a caption or the headline behind its kicker
    if below is None or not view.sifted.verdicts[below.index].kept:
        return []
    is_open = not view.evidence.shapes.ends_sentence[below.index]
    return [below] if is_open or _is_parted(below, view) else []


def _by_markup(headline: int | None, below: Block | None, view: View) -> list[Block]:
    """Return the lines below the headline that are named a standfirst, are the description, or stand in its header."""
    said = squash(description[1]) if (description := view.first("og:description", "description")) else ""
    for block in _head(headline, view):
        element = block.element
        if element is None or not may_be_standfirst(block, element):
            continue
        if is_named(element):
            points = _alike(block, element, view)
            # a name that the whole body has says nothing of its first paragraph
            is_body = points[-1].index >= view.end
            most = _MAX_POINTS if element.tag == "li" else _MAX_PARAGRAPHS
            return points if len(points) <= most and not is_body else []
        if said and squash(block.text) == said:
            # of many stories the description is the first paragraph
            is_lead = len(_alike(block, element, view)) > 1 and not block.bold_chars
            return [] if is_lead else [block]
        if block is below and _is_headed(block, element, view):
            return [block]
    return []


def _head(headline: int | None, view: View) -> Iterator[Block]:
    """Yield the blocks from below the headline to the first ones of the text that may sum the story up."""
    first = view.start if headline is None else headline + 1
    kept = 0
    for block in islice(view.page.blocks, first, min(first + MAX_BLOCKS, view.end + 1)):
        kept += view.sifted.verdicts[block.index].kept
        if kept > _HEAD_BLOCKS:
            return
        if _may_sum_up(block, view):
            yield block


def _may_sum_up(block: Block, view: View) -> bool:
    """Return whether a block is long enough, no filter but the last calls it anything, and it is not the title."""
    verdict, evidence = view.sifted.verdicts[block.index], view.evidence
    return (
        (verdict.kept or verdict.role == SCORER_ROLE)
        and evidence.hits[block.index] is None
        and evidence.words(block) >= MIN_WORDS
        and not _repeats(squash(block.text), view.title_key)
    )


def _repeats(line: str, title: str) -> bool:
    """Return whether a line is the title, with a kicker before it or without one."""
    return bool(title) and (line.endswith(title) or title.endswith(line))


def _headline_at(view: View) -> int | None:
    """Return where the headline stands: as `<h1>`, for it may be printed again below its standfirst."""
    if view.headline is None:
        return None
    near = (at for at in view.headline.copies if view.start - MAX_BLOCKS <= at < view.start)
    blocks = view.page.blocks
    titles = (at for at in near if (element := blocks[at].element) is not None and element.tag == "h1")
    return min(titles, default=view.headline_at)


def _alike(first: Block, element: Element, view: View) -> list[Block]:
    """Return a line with those below it that are made alike in the same element, as the points of a summary are."""
    below = islice(view.page.blocks, first.index + 1, first.index + 1 + _MAX_POINTS)
    return [first, *takewhile(lambda block: element.is_made_like(block.element), below)]


def _below(headline: int | None, view: View) -> Block | None:
    """Return the line right below the headline, where it has the length of a standfirst and no date."""
    block = view.page.blocks[headline + 1] if headline is not None and headline < view.end else None
    if block is None or not _may_sum_up(block, view):
        return None
    shapes, index = view.evidence.shapes, block.index
    is_long = view.evidence.words(block) >= _MIN_UNNAMED_WORDS and shapes.sentences[index] <= _MAX_UNNAMED_SENTENCES
    is_trail = any(mark in block.text for mark in _PARTS)
    return block if is_long and not is_trail and shapes.counts[index, DIGIT] <= _MAX_DIGITS else None


def _is_parted(block: Block, view: View) -> bool:
    """Return whether a byline, a date or buttons to share stand between a line and the text below it."""
    below = islice(view.sifted.verdicts, block.index + 1, block.index + 3)
    return any(not verdict.kept and verdict.role in _SIGNED for verdict in below)


def _is_headed(below: Block, element: Element, view: View) -> bool:
    """Return whether the line right below the headline is in the same `<header>`, or a heading above a byline."""
    header = _header(element)
    headline = view.page.blocks[below.index - 1].element
    if header is not None and headline is not None and header is _header(headline):
        return True
    return element.tag in HEADING_TAGS and _is_parted(below, view)


def _header(element: Element) -> Element | None:
    """Return the `<header>` that an element stands in."""
    return next((above for above in islice(element.ancestors(), _AROUND) if above.tag in {"header", "hgroup"}), None)
