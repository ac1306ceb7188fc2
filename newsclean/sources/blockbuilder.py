"""The block builder: start, end and data events of any HTML parser in, blocks and metadata out; judges no block.

It keeps its own stack, so that depth costs nothing, and gathers what the markup says in the same pass.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias

from newsclean.block import Block, Element, Metadata
from newsclean.sources.markup import MarkupNotes, hints
from newsclean.sources.tables import CELL_MARK, Rows
from newsclean.sources.visibility import MAYBE_HIDDEN, UNSEEN, HiddenPart, hides, is_for_screen_readers, shown

MAX_DEPTH: Final = 200
"""Levels of elements that blocks are told of; deeper ones are read as part of this level."""
MAX_BLOCKS: Final = 200_000

Frame: TypeAlias = "list[Any]"
"""An open element: a row of what the constants below name."""
TAG, ATTRIBUTES, ELEMENT, COUNTS, ORDER, NTH, AT_END, NEAR, SHOW = range(9)

_BLOCK, _LINK, _BOLD, _BREAK, _SKIPPED, _NOTED, _PICTURE, _TIME = range(1, 9)
_KINDS: Final = {
    **dict.fromkeys(
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li listing "
        "main menu nav noframes ol optgroup option p plaintext pre search section summary table tbody td tfoot th "
        "thead tr ul xmp".split(),
        _BLOCK,
    ),
    **dict.fromkeys(("b", "strong", "em", "i"), _BOLD),
    **dict.fromkeys(UNSEEN, _SKIPPED),
    **dict.fromkeys(("meta", "link", "base", "title"), _NOTED),
    **dict.fromkeys(("img", "source"), _PICTURE),
    "a": _LINK,
    "br": _BREAK,
    "time": _TIME,
}
_VOID: Final = frozenset((_BREAK, _PICTURE))
_PRE: Final = frozenset(("pre", "listing", "xmp", "plaintext"))
_CELLS: Final = frozenset(("tr", "td", "th", "table"))
_COUNTED: Final = _PRE | _CELLS | {"li", "html"}
_NO_ATTRIBUTES: Final[Mapping[str, str]] = {}
"""The parser's own empty mapping is slow to ask."""
_WRAPPED: Final = 40
"""A line of fewer characters before a `<br>` was not broken for its length."""
_MAX_WRAPPED: Final = 5_000
_SEAM: Final = "\x1f"
"""Between an inline element that ends and one that starts: a space if a word ends and another starts there."""
_SEAMS: Final = re.compile(r"(.?)\x1f+(.?)", re.DOTALL)
_NOT_PRINTED: Final = dict.fromkeys((*range(9), *range(14, 28), *range(127, 133), *range(134, 160)))
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff "


class BlockBuilder:
    """Turns parser events into blocks; `data` is the append of a plain list, so text costs no call of ours."""

    def __init__(self) -> None:
        """Start an empty page."""
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.data = self.pieces.append
        self.base = 0
        """Where in `pieces` the current block starts; text before it belongs to a block around a hidden element."""
        self.flushes = 0
        self.truncated: set[str] = set()
        self.notes = MarkupNotes(self)
        self.stack: list[Frame] = [["", _NO_ATTRIBUTES, None, None, 0, 1, None, 0, None]]
        self._holders = [0]
        self._order = 0
        self._gap = 1
        self._hidden: list[HiddenPart] = []
        self._hiding = 0
        self._hiding_names: dict[str, bool] = {}
        self._skip = 0
        self._skip_mark = 0
        self._in_json_ld = False
        self._bold = 0
        self._bold_mark = 0
        self._bold_spans: list[tuple[int, int]] = []
        self._link_mark: int | None = None
        self._link_spans: list[tuple[int, int]] = []
        self._inline_end = -1
        self._items = 0
        self._pre = 0
        self._rows = Rows()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if self._skip:
            self._skip += 1
            return
        self._order = order = self._order + 1
        kind = _KINDS.get(tag)
        if kind == _SKIPPED and "shadowrootmode" not in attributes:
            self._skip = 1
            self._skip_mark = len(self.pieces)
            self._in_json_ld = tag == "script" and "ld+json" in attributes.get("type", "").lower()
            return
        if kind in _VOID:
            self._void(kind, tag, attributes)
            return
        stack = self.stack
        counts = stack[-1][COUNTS]
        if counts is None:
            stack[-1][COUNTS] = counts = {}
        counts[tag] = nth = counts.get(tag, 0) + 1
        if attributes:
            frame: Frame = [tag, attributes, None, None, order, nth, None, None, None]
            if "class" in attributes:
                names = attributes["class"]
                hidden = self._hiding_names.get(names)
                if hidden is None:
                    self._hiding_names[names] = hidden = is_for_screen_readers(names)
                if kind is None and self._inline_end == len(self.pieces):
                    self.pieces.append(_SEAM)
            else:
                hidden = False
            if hidden or (("style" in attributes or "hidden" in attributes) and hides(tag, attributes)):
                self._hide(frame)
            elif tag in MAYBE_HIDDEN and hides(tag, attributes):
                self._hide(frame)
        else:
            attributes = _NO_ATTRIBUTES
            frame = [tag, attributes, None, None, order, nth, None, None, None]
            if tag in MAYBE_HIDDEN:
                self._hide(frame)
        if kind == _BLOCK:
            if self.pieces:
                self._flush()
            self._gap = 1
            self._holders.append(len(stack))
            stack.append(frame)
            if tag in _COUNTED:
                self._enter(tag, attributes)
        else:
            stack.append(frame)
            if kind == _BOLD:
                if not self._bold:
                    self._bold_mark = len(self.pieces)
                self._bold += 1
            elif kind == _LINK:
                if "href" in attributes:
                    self._start_link(frame)
            elif kind is not None:
                if kind == _TIME and self.pieces:
                    self.pieces.append(" ")
                self.notes.noted(frame)
        if "itemprop" in attributes:
            self.notes.item(frame)

    def end(self, tag: str) -> None:
        """Take the end of an element; every start has its end, in the reverse order."""
        if self._skip:
            self._skip -= 1
            if not self._skip:
                if self._in_json_ld:
                    self.notes.json_ld("".join(self.pieces[self._skip_mark :]))
                del self.pieces[self._skip_mark :]
            return
        kind = _KINDS.get(tag)
        stack = self.stack
        if kind in _VOID or len(stack) == 1:
            return
        frame = stack[-1]
        if frame[AT_END] is not None:
            for note in frame[AT_END]:
                note()
        if kind == _BLOCK:
            if self.pieces:
                self._flush()
            self._gap = 1
            if tag in _COUNTED:
                self._leave(tag)
            self._holders.pop()
        else:
            if kind == _BOLD:
                self._bold -= 1
                if not self._bold:
                    self._bold_spans.append((self._bold_mark, len(self.pieces)))
            elif kind == _LINK:
                if self._link_mark is not None:
                    self._link_spans.append((self._link_mark, len(self.pieces)))
                    self._link_mark = None
            elif kind == _TIME:
                self.pieces.append(" ")
            self._inline_end = len(self.pieces)
        if frame[SHOW] is not None:
            frame[SHOW]()
        stack.pop()

    def close(self) -> None:
        """Take the end of the page, or of a part of it after which a new parser goes on."""
        self._flush()

    def finish(self) -> tuple[tuple[Block, ...], Metadata]:
        """Return the blocks and the metadata; hidden parts are in them where they are the text of the page."""
        blocks, parts = self.blocks, shown(self._hidden, self.blocks)
        for part in reversed(parts):
            blocks[part.position : part.position] = part.blocks
            self.notes.shift(part.position, len(part.blocks))
        if parts:
            blocks = [replace(block, index=index) for index, block in enumerate(blocks)]
        return tuple(blocks), self.notes.metadata()

    def element(self) -> Element:
        """Return the nearest block-level element that is open, made on demand with its ancestors."""
        stack = self.stack
        at = self._holders[-1]
        if at > MAX_DEPTH:
            at = MAX_DEPTH
            self.truncated.add(f"elements below {MAX_DEPTH} levels were read as one level")
        found: Element | None = stack[at][ELEMENT]
        if found is not None:
            return found
        missing = at
        while missing and stack[missing - 1][ELEMENT] is None:
            missing -= 1
        for depth in range(max(missing, 1), at + 1):
            frame = stack[depth]
            frame[ELEMENT] = found = Element(
                frame[TAG], hints(frame[ATTRIBUTES]), stack[depth - 1][ELEMENT], depth - 1, frame[ORDER], frame[NTH]
            )
        return found if found is not None else Element("html", "", None, 0, 0, 1)

    def _void(self, kind: int, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an element that holds nothing: a line break, a picture."""
        if kind == _BREAK:
            before = len(self.blocks)
            if self.pieces:
                self._flush()
            self._gap = 0 if len(self.blocks) > before else 1
            return
        if self.pieces:
            self.pieces.append(" ")
        self.notes.image(tag, attributes or _NO_ATTRIBUTES)

    def _enter(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of an element that changes how what is in it is read."""
        if tag == "li":
            self._items += 1
        elif tag in _CELLS:
            self._rows.enter(tag, len(self.blocks))
        elif tag in _PRE:
            self._pre += 1
        else:
            self.notes.html(attributes)

    def _leave(self, tag: str) -> None:
        if tag == "li":
            self._items -= 1
        elif tag in _PRE:
            self._pre -= 1
        elif tag in _CELLS:
            first = self._rows.leave(tag, self.blocks)
            if first is not None:
                self._join_row(first)

    def _join_row(self, first: int) -> None:
        """Make one block of the cells of a row."""
        cells = self.blocks[first:]
        del self.blocks[first:]
        self.notes.gather(first)
        self._add(
            CELL_MARK.join(cell.text for cell in cells),
            sum(cell.link_chars or 0 for cell in cells),
            sum(cell.links or 0 for cell in cells),
            sum(cell.bold_chars or 0 for cell in cells),
        )

    def _start_link(self, frame: Frame) -> None:
        # two links that touch are two words
        if self._link_spans and self._link_spans[-1][1] == len(self.pieces):
            self.pieces.append(" ")
        self._link_mark = len(self.pieces)
        self.notes.link(frame)

    def _hide(self, frame: Frame) -> None:
        """Build the blocks of a hidden element aside, and take up the block around it where it ends."""
        first, mark = len(self.blocks), self.notes.mark()
        outer = self.base, self._link_mark, self._link_spans, self._bold, self._bold_mark, self._bold_spans
        self.base = len(self.pieces)
        self._link_mark, self._link_spans = None, []
        self._bold, self._bold_mark, self._bold_spans = 0, 0, []
        self._hiding += 1

        def show() -> None:
            self._flush()
            self._hiding -= 1
            if len(self.blocks) > first:
                part = HiddenPart(first, tuple(self.blocks[first:]), f"{frame[TAG]} {hints(frame[ATTRIBUTES])}")
                if not self._hiding and part.is_worth_keeping():
                    self._hidden.append(part)
                del self.blocks[first:]
            self.notes.back_to(mark)
            self.base, self._link_mark, self._link_spans, self._bold, self._bold_mark, self._bold_spans = outer
            if self.pieces and _KINDS.get(frame[TAG]) == _BLOCK:
                self.pieces.append(" ")

        frame[SHOW] = show

    def _flush(self) -> None:
        """End the current block, if there is text for one."""
        pieces, base = self.pieces, self.base
        text = "".join(pieces[base:] if base else pieces)
        self.flushes += 1
        if text and not text.isspace():
            if self._pre and "\n" in text:
                self._emit_lines(text)
            else:
                links, bold = self._link_spans, self._bold_spans
                if self._link_mark is not None:
                    links.append((self._link_mark, len(pieces)))
                if self._bold:
                    bold.append((self._bold_mark, len(pieces)))
                self._emit(text, self._size(links) if links else 0, len(links), self._size(bold) if bold else 0)
        if base:
            del pieces[base:]
        else:
            pieces.clear()
        if self._link_spans:
            self._link_spans.clear()
        if self._bold_spans:
            self._bold_spans.clear()
        if self._link_mark is not None:
            self._link_mark = base
        self._bold_mark = base
        self._inline_end = -1

    def _size(self, spans: list[tuple[int, int]]) -> int:
        """Return the number of characters of some spans of pieces, white space runs counted once."""
        return sum(len(" ".join("".join(self.pieces[start:end]).split())) for start, end in spans)

    def _emit_lines(self, text: str) -> None:
        """Make a block of each line of preformatted text."""
        self._gap = 1
        for line in text.split("\n"):
            if line and not line.isspace():
                self._emit(line, 0, 0, 0)
                self._gap = 0
            else:
                self._gap = 1

    def _emit(self, raw: str, link_chars: int, links: int, bold_chars: int) -> None:
        if _SEAM in raw:
            raw = _SEAMS.sub(_seam, raw)
        text = " ".join(raw.split())
        if not text.isprintable():
            text = " ".join(text.translate(_NOT_PRINTED).strip(_INVISIBLE).split())
            if not text:
                return
        size = len(text)
        link_chars, bold_chars = min(link_chars, size), min(bold_chars, size)
        if self._gap or self._pre or not text[0].islower() or not self._is_wrapped():
            self._add(text, link_chars, links, bold_chars)
            return
        # a line after a `<br>` in mid-sentence: the line before was broken for its length
        last = self.blocks[-1]
        self.blocks[-1] = replace(
            last,
            text=f"{last.text} {text}",
            link_chars=(last.link_chars or 0) + link_chars,
            links=(last.links or 0) + links,
            bold_chars=(last.bold_chars or 0) + bold_chars,
        )

    def _is_wrapped(self) -> bool:
        last = self.blocks[-1].text if self.blocks else ""
        return _WRAPPED <= len(last) <= _MAX_WRAPPED and (last[-1].isalnum() or last[-1] == ",")

    def _add(self, text: str, link_chars: int, links: int, bold_chars: int) -> None:
        if len(self.blocks) >= MAX_BLOCKS:
            self.truncated.add(f"only the first {MAX_BLOCKS:,} blocks were read")
            return
        self.blocks.append(
            Block(
                len(self.blocks),
                text,
                gap=self._gap,
                bullet=self._items > 0,
                element=self.element(),
                link_chars=link_chars,
                links=links,
                bold_chars=bold_chars,
            )
        )


def _seam(found: re.Match[str]) -> str:
    left, right = found.groups()
    parted = (left.islower() and (right.isupper() or right.isdigit())) or (left.isdigit() and right.isupper())
    return f"{left} {right}" if parted else left + right
