"""Navigation: menus, breadcrumbs, skip links, search prompts, page numbers, lone dashes and counters."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

import numpy as np
from pydantic import Field

from newsclean.block import Element, Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import is_standing
from newsclean.evidence.shapes import BRACKET, DASH, LOWER, QUOTE, SEPARATOR, SYMBOL, UPPER
from newsclean.filters.base import Filter

_MAX_LONE: Final = 12
_MAX_STEPS: Final = 12
"""Elements, from the block's own upwards, that are asked whether they are a menu."""
_LINKED: Final = 0.5
_LIKELY: Final = 0.5
_SURE_TRAIL: Final = 0.8
"""A menu on one line outside the article may score less: of five such lines on gold pages one is gold."""
_TRAIL: Final = re.compile(r"\s*[|·•›»>→▸]\s*|\s[-–—/]\s")
_SIGN: Final = re.compile(r"[|·•›»>→▸]|\s[-–—/]\s")
"""What parts the entries: most lines have too few, and this look is quick."""
_PIECE_CHARS: Final = 30
_PIECE_SPACES: Final = 3
_MIN_TEXT_WORDS: Final = 12
_MIN_TEXT_SCORE: Final = 0.35
"""A sentence that scores less is no landmark of where the article stands."""
_ROOM: Final = 3
"""Lines beside the article that may be its own: headline, byline, sign-off."""
_TIGHT: Final = 2
"""Lines of a run from which its spacing is known."""
_MAX_LIST: Final = 20
_CONTINUES: Final = ",.;:)!?"
_MAX_SMALL_STARTS: Final = 0.3
"""In a menu few entries start with a small letter; in a sentence that links cut up many do."""
_PLAYER: Final = re.compile(r"0?0:00 ?[/|] ?\d{1,2}:\d\d(?::\d\d)?")
"""The clock of a player that has not been started."""
_MAX_PLAYER: Final = 18
_SHORTCODE: Final = re.compile(r"\[/?[a-z][\w-]{0,40}\s[^\[\]]{0,200}=[^\[\]]{1,400}\]")
"""What the site's software should have put something in the place of: `[gallery ids="1,2"]`."""
_MENU, _FRAME, _NONE = "menu", "frame", ""


class Navigation(Filter):
    """What leads around the site, by its words, by its markup, and in flat texts by runs of short lines.

    Kept: single short lines between paragraphs (a subheading, a speaker's name, a list item, a score), runs of
    short lines within or right beside the article, runs that the scorer takes for the article, stars that part
    sections, and linked words of a sentence.
    """

    name = "navigation"
    min_run: int = Field(default=3, gt=1)
    """So many short lines in a row are a menu."""
    max_words: int = Field(default=4, gt=0)
    """The longest line of such a run."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at menus and controls."""
        body = _body(evidence)
        shapes, hits = evidence.shapes, evidence.hits
        for index in evidence.hit_lines:
            hit = hits[index]
            if hit is not None and hit.family == "nav":
                block = page.blocks[index]
                if index not in body or is_standing(evidence, index) or _is_control(block.text, index, evidence):
                    yield Mark(block, "nav", "menu entry or control")
        for entry, _ in evidence.contents:
            yield Mark(page.blocks[entry], "nav", "entry of a table of contents")
        for index in np.flatnonzero((shapes.chars <= _MAX_PLAYER) & ~shapes.having(UPPER, LOWER)).tolist():
            text = page.blocks[index].text
            kept = len(text) > _MAX_LONE or (index in body and (text.count("*") > 1 or any(map(str.isdigit, text))))
            if kept and _PLAYER.fullmatch(text) is None:
                continue
            if hits[index] is None and not any(map(str.isalpha, text)):
                yield Mark(page.blocks[index], "nav", "lone sign or number")
        yield from _shortcodes(page, evidence)
        for index in np.flatnonzero(shapes.having(SEPARATOR, DASH, QUOTE, SYMBOL)).tolist():
            if (
                shapes.word_counts[index] >= self.min_run
                and index not in body
                and hits[index] is None
                and not shapes.ends_sentence[index]
                and evidence.scores[index] < _SURE_TRAIL
                and self._is_trail(page.blocks[index].text)
                and not _is_head(page, index)
                and not _between_paragraphs(range(index, index + 1), evidence)
            ):
                yield Mark(page.blocks[index], "nav", "menu on one line")
        yield from _by_markup(page, evidence, body) if page.kind == "html" else self._runs(page, evidence, body)

    def _is_trail(self, text: str) -> bool:
        """Return whether a line is entries parted by the same sign: a breadcrumb trail or a glued menu."""
        if len(_SIGN.findall(text)) < self.min_run - 1 or any(map(str.isdigit, text)):
            return False
        pieces = _TRAIL.split(text.strip("|·•›»>→▸/- "))
        return len(pieces) >= self.min_run and all(
            len(piece) <= _PIECE_CHARS and piece.count(" ") <= _PIECE_SPACES for piece in pieces
        )

    def _runs(self, page: Page, evidence: Evidence, body: range) -> Iterator[Mark]:
        """Yield the runs of short lines above and below the article, in a flat text."""
        ends, blocks = evidence.shapes.ends_sentence, page.blocks
        short = [count <= self.max_words for count in evidence.shapes.word_counts]
        size = len(blocks)
        above, below = range(max(0, body.start - _ROOM)), range(min(size, body.stop + _ROOM), size)
        for part in (above, below) if body else (range(size),):
            first = part.start
            for index in range(part.start, part.stop + 1):
                small = index < part.stop and short[index] and not ends[index]
                # a line set off from a tight list is none of it: the section above a headline
                if small and (index - first < _TIGHT or blocks[index].gap <= blocks[index - 1].gap):
                    continue
                if index - first >= self.min_run and not _between_paragraphs(range(first, index), evidence):
                    yield from _menu(page, evidence, range(first, index))
                first = index if small else index + 1


def _shortcodes(page: Page, evidence: Evidence) -> Iterator[Mark]:
    """Point at the codes that the site's software left in the text."""
    for index in np.flatnonzero(evidence.shapes.having(BRACKET)).tolist():
        text = page.blocks[index].text
        if text[0] == "[" and _SHORTCODE.fullmatch(text) is not None:
            yield Mark(page.blocks[index], "nav", "code for the site's software")


def _body(evidence: Evidence) -> range:
    """Return the blocks from the first to the last paragraph that may be the article's."""
    shapes, scores = evidence.shapes, evidence.scores
    texts = [
        index
        for index in evidence.prose_lines
        if scores[index] >= _MIN_TEXT_SCORE
        and shapes.word_counts[index] >= _MIN_TEXT_WORDS
        and evidence.hits[index] is None
        and evidence.twins[index] is None
    ]
    if texts:
        return range(texts[0], texts[-1] + 1)
    return evidence.run


def _is_head(page: Page, index: int) -> bool:
    """Return whether a line of cells stands right above one with numbers in as many: the head of a table."""
    cells = page.blocks[index].text.count("|")
    below = page.blocks[index + 1].text if cells > 1 and index + 1 < len(page.blocks) else ""
    return below.count("|") == cells and any(map(str.isdigit, below))


def _is_control(text: str, index: int, evidence: Evidence) -> bool:
    """Return whether a phrase of navigation amid the article is one: several words, or with others of its kind."""
    if text[0].isdigit():
        return False
    if " " in text:
        return evidence.scores[index] < _LIKELY
    hits = evidence.hits[max(0, index - 1)], evidence.hits[min(index + 1, len(evidence.hits) - 1)]
    return any(hit is not None and hit is not evidence.hits[index] and hit.family in ("nav", "share") for hit in hits)


def _between_paragraphs(run: range, evidence: Evidence) -> bool:
    """Return whether a few lines have a paragraph right above and right below: a list, a speaker, an aside."""
    prose = evidence.shapes.prose
    return (
        len(run) <= _MAX_LIST and run.start > 0 and run.stop < len(prose) and prose[run.start - 1] and prose[run.stop]
    )


def _menu(page: Page, evidence: Evidence, run: range) -> Iterator[Mark]:
    """Yield the lines of a run, unless the scorer takes it for the article, or links cut a sentence into it."""
    if sum(evidence.scores[run.start : run.stop]) >= _LIKELY * len(run):
        return
    blocks = page.blocks[run.start : run.stop]
    firsts = [block.text[0] for block in blocks]
    if sum([first.islower() or first in _CONTINUES for first in firsts]) <= _MAX_SMALL_STARTS * len(run):
        because = f"one of {len(run)} short lines in a row"
        for block in blocks:
            yield Mark(block, "nav", because)


def _by_markup(page: Page, evidence: Evidence, body: range) -> Iterator[Mark]:
    """Yield the links in menus, what stands in the page's header and footer, and the choices of forms."""
    known: dict[Element, str] = {}
    for block in page.blocks:
        element = block.element
        linked = (block.link_chars or 0) >= _LINKED * len(block.text)
        is_label = element is not None and element.tag == "label"
        if is_label and evidence.shapes.ends_sentence[block.index] and _is_choice(page, block.index):
            yield Mark(block, "nav", "choice of a form")
        if element is None or not linked or evidence.shapes.prose[block.index]:
            continue
        if element not in known:
            known[element] = _place(element)
        place = known[element]
        if place == _MENU or (place == _FRAME and block.index not in body):
            yield Mark(block, "nav", f"link in a {place}")


def _is_choice(page: Page, index: int) -> bool:
    """Return whether the label of a form's control stands beside another one.

    Alone, or without a full stop, it may open a part of the story.
    """
    beside = (other.element for other in (*page.blocks[max(0, index - 1) : index], *page.blocks[index + 1 : index + 2]))
    return any(element is not None and element.tag == "label" for element in beside)


def _place(element: Element) -> str:
    """Return whether an element is in a menu, or in the page's header or footer."""
    in_frame = False
    for above in islice(element.ancestors(), _MAX_STEPS):
        hints = above.hints
        if above.tag == "nav" or "menu" in hints or "breadcrumb" in hints or "navbar" in hints or "navigation" in hints:
            return _MENU
        if above.tag in {"article", "main"}:
            return _NONE
        in_frame = in_frame or above.tag in {"header", "footer"}
    return _FRAME if in_frame and not _in_article(element) else _NONE


def _in_article(element: Element) -> bool:
    return any(above.tag in {"article", "main"} for above in element.ancestors())
