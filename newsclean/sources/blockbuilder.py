"""The block builder: start, end and data events of any HTML parser in, blocks and metadata out; judges no block.

It keeps its own stack, so that depth costs nothing, and gathers what the markup says in the same pass.
"""

from typing import Any, Final, TypeAlias

from newsclean.block import Block, Element, Metadata
from newsclean.sources.markup import MarkupNotes, hints
from newsclean.sources.visibility import UNSEEN, is_hidden

MAX_DEPTH: Final = 200
"""Levels of elements that blocks are told of; deeper ones are read as part of this level."""
MAX_BLOCKS: Final = 200_000

Attributes: TypeAlias = "dict[str, str]"
Frame: TypeAlias = "list[Any]"
_TAG, _ATTRIBUTES, _ELEMENT, _COUNTS, _ORDER, _NTH, _CLOSERS = range(7)

_BLOCK, _LINK, _BOLD, _BREAK, _UNSEEN, _NOTED = range(1, 7)
_KINDS: Final = {
    **dict.fromkeys(
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li listing "
        "main menu nav noframes ol optgroup option p plaintext pre search section summary table tbody td tfoot th "
        "thead tr ul xmp".split(),
        _BLOCK,
    ),
    **dict.fromkeys(("b", "strong", "em", "i"), _BOLD),
    **dict.fromkeys(UNSEEN, _UNSEEN),
    **dict.fromkeys(("img", "source", "meta", "link", "base", "title", "time"), _NOTED),
    "a": _LINK,
    "br": _BREAK,
    "script": _UNSEEN,
}
_NEVER_HIDDEN: Final = frozenset(("html", "body"))
_PRE: Final = frozenset(("pre", "listing", "xmp", "plaintext"))
_NOT_PRINTED: Final = {code: None for code in (*range(9), *range(14, 28), *range(127, 133), *range(134, 160))}
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff "


class BlockBuilder:
    """Turns parser events into blocks; `data` is the append of a plain list, which makes text cost no call of ours."""

    def __init__(self) -> None:
        """Start an empty page."""
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.data = self.pieces.append
        self.flushes = 0
        self.truncated: set[str] = set()
        self.notes = MarkupNotes(self)
        self.stack: list[Frame] = [["", {}, None, None, 0, 1, None]]
        self._holders = [0]
        self._order = 0
        self._gap = 1
        self._skip = 0
        self._skip_mark = 0
        self._script_mark: int | None = None
        self._bold = 0
        self._bold_mark = 0
        self._bold_spans: list[tuple[int, int]] = []
        self._link_mark: int | None = None
        self._link_spans: list[tuple[int, int]] = []
        self._items = 0
        self._pre = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        if self._skip:
            self._skip += 1
            if tag == "img" or tag == "source":
                self.notes.image(tag, attributes)
            elif tag == "script" and "ld+json" in attributes.get("type", "").lower():
                self._script_mark = len(self.pieces)
            return
        self._order = order = self._order + 1
        stack = self.stack
        parent = stack[-1]
        counts = parent[_COUNTS]
        if counts is None:
            parent[_COUNTS] = counts = {}
        counts[tag] = nth = counts.get(tag, 0) + 1
        kind = _KINDS.get(tag)
        if kind == _UNSEEN or (
            attributes
            and ("style" in attributes or "hidden" in attributes)
            and tag not in _NEVER_HIDDEN
            and is_hidden(attributes)
        ):
            self._skip_from(tag, attributes)
            return
        frame = [tag, attributes, None, None, order, nth, None]
        if kind == _BLOCK:
            if self.pieces:
                self._flush()
            self._gap = 1
            stack.append(frame)
            self._holders.append(len(stack) - 1)
            if tag == "li":
                self._items += 1
            elif tag in _PRE:
                self._pre += 1
            elif tag == "html":
                self.notes.html(attributes)
        else:
            stack.append(frame)
            if kind == _BOLD:
                if not self._bold:
                    self._bold_mark = len(self.pieces)
                self._bold += 1
            elif kind == _LINK:
                if "href" in attributes:
                    # two links that touch are two words
                    if self._link_spans and self._link_spans[-1][1] == len(self.pieces):
                        self.pieces.append(" ")
                    self._link_mark = len(self.pieces)
                    self.notes.link(frame)
            elif kind == _BREAK:
                if self.pieces:
                    self._flush()
            elif kind == _NOTED:
                self.notes.noted(frame)
        if attributes and "itemprop" in attributes:
            self.notes.item(frame)

    def end(self, tag: str) -> None:
        """Take the end of an element; every start has its end, in the reverse order."""
        if self._skip:
            if tag == "script" and self._script_mark is not None:
                self.notes.json_ld("".join(self.pieces[self._script_mark :]))
                self._script_mark = None
            self._skip -= 1
            if not self._skip:
                del self.pieces[self._skip_mark :]
            return
        stack = self.stack
        if len(stack) == 1:
            return
        frame = stack[-1]
        if frame[_CLOSERS] is not None:
            for close in frame[_CLOSERS]:
                close()
        kind = _KINDS.get(tag)
        if kind == _BLOCK:
            if self.pieces:
                self._flush()
            self._gap = 1
            self._holders.pop()
            if tag == "li":
                self._items -= 1
            elif tag in _PRE:
                self._pre -= 1
        elif kind == _BOLD:
            self._bold -= 1
            if not self._bold:
                self._bold_spans.append((self._bold_mark, len(self.pieces)))
        elif kind == _LINK and self._link_mark is not None:
            self._link_spans.append((self._link_mark, len(self.pieces)))
            self._link_mark = None
        elif kind == _BREAK:
            self._gap = 0
        stack.pop()

    def close(self) -> "BlockBuilder":
        """Take the end of the page."""
        self._flush()
        return self

    @property
    def metadata(self) -> Metadata:
        """What the markup says about the page."""
        return self.notes.metadata()

    def element(self) -> Element:
        """Return the nearest block-level element that is open, made on demand with its ancestors."""
        stack = self.stack
        at = self._holders[-1]
        if at > MAX_DEPTH:
            at = MAX_DEPTH
            self.truncated.add(f"elements below {MAX_DEPTH} levels were read as one level")
        found: Element | None = stack[at][_ELEMENT]
        if found is not None:
            return found
        missing = at
        while missing and stack[missing - 1][_ELEMENT] is None:
            missing -= 1
        for depth in range(max(missing, 1), at + 1):
            frame = stack[depth]
            frame[_ELEMENT] = found = Element(
                frame[_TAG], hints(frame[_ATTRIBUTES]), stack[depth - 1][_ELEMENT], depth - 1, frame[_ORDER], frame[_NTH]
            )
        return found if found is not None else Element("html", "", None, 0, 0, 1)

    def _skip_from(self, tag: str, attributes: Attributes) -> None:
        """Leave out an element with all that is in it; its pictures and its JSON-LD are noted all the same."""
        self._skip = 1
        self._skip_mark = len(self.pieces)
        if tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self._script_mark = self._skip_mark

    def _flush(self) -> None:
        """End the current block, if there is text for one."""
        pieces = self.pieces
        text = "".join(pieces)
        self.flushes += 1
        if self._pre and "\n" in text:
            for line in text.split("\n"):
                self._emit(line, 0, 0, 0)
        elif not text.isspace():
            links = self._link_spans
            if self._link_mark is not None:
                links.append((self._link_mark, len(pieces)))
            if self._bold:
                self._bold_spans.append((self._bold_mark, len(pieces)))
            self._emit(
                text,
                sum(len(" ".join("".join(pieces[i:j]).split())) for i, j in links) if links else 0,
                len(links),
                sum(len(" ".join("".join(pieces[i:j]).split())) for i, j in self._bold_spans) if self._bold_spans else 0,
            )
        pieces.clear()
        if self._link_spans:
            self._link_spans.clear()
        if self._bold_spans:
            self._bold_spans.clear()
        if self._link_mark is not None:
            self._link_mark = 0
        self._bold_mark = 0

    def _emit(self, raw: str, link_chars: int, links: int, bold_chars: int) -> None:
        text = " ".join(raw.split())
        if not text.isprintable():
            text = " ".join(text.translate(_NOT_PRINTED).strip(_INVISIBLE).split())
        if not text:
            return
        if len(self.blocks) >= MAX_BLOCKS:
            self.truncated.add(f"only the first {MAX_BLOCKS:,} blocks were read")
            return
        size = len(text)
        self.blocks.append(
            Block(
                len(self.blocks),
                text,
                gap=self._gap,
                bullet=self._items > 0,
                element=self.element(),
                link_chars=min(link_chars, size),
                links=links,
                bold_chars=min(bold_chars, size),
            )
        )
        self._gap = 0
