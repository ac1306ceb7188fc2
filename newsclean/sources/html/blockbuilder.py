"""The block builder: start, end and data events of any HTML parser in, blocks and metadata out; judges no block.

It keeps its own stack, so that depth costs nothing, and gathers what the markup says in the same pass.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from newsclean.block import Block, Metadata
from newsclean.sources.html.blockwriter import MAX_BLOCKS, SEAM, BlockWriter
from newsclean.sources.html.hints import hints
from newsclean.sources.html.markup import ANCESTORS_ASKED, BYLINE, KICKER, STATING, TRAIL_LEVELS, MarkupNotes
from newsclean.sources.html.openelements import MAX_DEPTH, NO_ATTRIBUTES, Frame, OpenElements
from newsclean.sources.html.tables import CELL_MARK, Row, Rows
from newsclean.sources.html.telling import counts_comments, is_trail, names_author, names_kicker, tells
from newsclean.sources.html.visibility import MAYBE_HIDDEN, UNSEEN, HiddenPart, hides, is_for_screen_readers, shown

_INLINE, _BLOCK, _COUNTED, _LINK, _BOLD, _NOTED, _TIME, _BREAK, _PICTURE, _SKIPPED = range(10)
_TAGS: Final = {
    _BLOCK: "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr label legend main menu nav "
    "noframes ol optgroup option p search section summary tbody tfoot thead ul",
    # those that change how what is in them is read
    _COUNTED: "html li listing plaintext pre table td th tr xmp",
    _LINK: "a",
    _BOLD: "b strong em i",
    _BREAK: "br",
    _SKIPPED: " ".join(UNSEEN),
    _NOTED: "meta link base title",
    _PICTURE: "img source amp-img",
    _TIME: "time",
}
_KINDS: Final = {tag: kind for kind, tags in _TAGS.items() for tag in tags.split()}
_VOID: Final = (_BREAK, _PICTURE)
_PRE: Final = frozenset(("pre", "listing", "xmp", "plaintext"))


class BlockBuilder:
    """Turns parser events into blocks; `data` is the append of a plain list, so text costs no call of ours."""

    def __init__(self) -> None:
        """Start an empty page."""
        self._open = OpenElements()
        self._stack = self._open.stack
        self._text = BlockWriter(self._open)
        self._pieces = self._text.pieces
        self.data = self._pieces.append
        self._notes = MarkupNotes(self._text, self._open)
        self._rows = Rows()
        self._hidden: list[HiddenPart] = []
        self._hiding = 0
        self._names: dict[str, tuple[bool, bool, str, bool]] = {}
        """Of each class attribute: whether it hides what is in it, tells of links, and what its text is noted as."""
        self._skip = 0
        self._skip_mark = 0
        self._in_json_ld = False
        self._inline_end = -1

    @property
    def depth(self) -> int:
        """The number of elements that are open."""
        return len(self._stack) - 1

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if self._skip:
            self._skip += 1
            return
        kind = _KINDS.get(tag, _INLINE)
        if kind >= _BREAK and self._is_without_text(kind, tag, attributes):
            return
        if attributes:
            frame = self._open.push(tag, attributes)
            self._look(frame)
        else:
            frame = self._open.push(tag, NO_ATTRIBUTES)
            self._look_bare(frame)
        if _BLOCK <= kind <= _COUNTED:
            if self._pieces:
                self._text.flush()
            self._text.gap = 1
            self._open.holders.append(len(self._stack) - 1)
            if kind == _COUNTED:
                self._enter(frame)
        elif kind:
            self._start_inline(kind, frame)
        if not STATING.isdisjoint(attributes):
            self._notes.stated(frame)

    def end(self, tag: str) -> None:
        """Take the end of an element; every start has its end, in the reverse order."""
        if self._skip:
            self._skip -= 1
            if not self._skip:
                self._end_skip()
            return
        kind = _KINDS.get(tag, _INLINE)
        stack = self._stack
        if kind in _VOID or len(stack) == 1:
            return
        frame = stack[-1]
        if frame.at_end is not None:
            for note in frame.at_end:
                note()
        if _BLOCK <= kind <= _COUNTED:
            if self._pieces:
                self._text.flush()
            self._text.gap = 1
            if kind == _COUNTED:
                self._leave(tag)
            self._open.holders.pop()
        else:
            self._end_inline(kind)
        if frame.show is not None:
            frame.show()
        stack.pop()

    def close(self) -> None:
        """Take the end of the page, or of a part of it after which a new parser goes on."""
        self._text.flush()

    def finish(self) -> tuple[tuple[Block, ...], Metadata]:
        """Return the blocks and the metadata; hidden parts are in them where they are the text of the page."""
        blocks = self._text.blocks
        parts = shown(self._hidden, blocks)
        for part in reversed(parts):
            blocks[part.position : part.position] = part.blocks
            self._notes.placed.shift(part.position, len(part.blocks))
        if parts:
            blocks = [replace(block, index=index) for index, block in enumerate(blocks)]
        return tuple(blocks), self._notes.metadata(len(blocks))

    def cuts(self) -> list[str]:
        """Return what of the page was not read as it stands, a sentence each."""
        found = []
        if self._open.is_too_deep:
            found.append(f"elements below {MAX_DEPTH} levels were read as one level")
        if self._text.is_full:
            found.append(f"only the first {MAX_BLOCKS:,} blocks were read")
        return found

    def _is_without_text(self, kind: int, tag: str, attributes: Mapping[str, str]) -> bool:
        """Take an element that has no text of the page in it; a template whose text is shown at once is none."""
        if kind == _SKIPPED:
            if tag == "template" and "shadowrootmode" in attributes:
                return False
            self._skip = 1
            self._skip_mark = len(self._pieces)
            self._in_json_ld = tag == "script" and "ld+json" in attributes.get("type", "").lower()
        elif kind == _BREAK:
            self._text.end_line()
        else:
            if self._pieces:
                self._pieces.append(" ")
            self._notes.image(tag, attributes or NO_ATTRIBUTES)
        return True

    def _end_skip(self) -> None:
        """Drop the text of an element that was left out."""
        if self._in_json_ld:
            self._notes.json_ld("".join(self._pieces[self._skip_mark :]))
        del self._pieces[self._skip_mark :]

    def _look(self, frame: Frame) -> None:
        """Find out what an element's attributes say of its text: whether it is hidden, and whom its links speak of."""
        tag, attributes = frame.tag, frame.attributes
        is_hidden = False
        if "class" in attributes:
            names = attributes["class"]
            is_hidden, is_telling, noted, is_count = self._names.get(names) or self._read_names(names)
            if is_telling:
                frame.near = ANCESTORS_ASKED
            if self._inline_end == len(self._pieces):
                self._pieces.append(SEAM)
            if noted and tag not in _KINDS:
                self._notes.named(frame, noted)
            if is_count and _KINDS.get(tag, _INLINE) in (_INLINE, _LINK):
                # at the head of a paragraph or behind a headline; in a byline it parts the names from other words
                is_hidden = True
                if self._pieces:
                    self._text.end_line()
        if ("id" in attributes and tells(attributes["id"])) or (
            "itemprop" in attributes and tells(attributes["itemprop"])
        ):
            frame.near = ANCESTORS_ASKED
        if ("aria-label" in attributes or "itemtype" in attributes) and is_trail(attributes):
            frame.near = TRAIL_LEVELS
        if is_hidden or (
            ("style" in attributes or "hidden" in attributes or tag in MAYBE_HIDDEN) and hides(tag, attributes)
        ):
            self._hide(frame)

    def _read_names(self, names: str) -> tuple[bool, bool, str, bool]:
        """Return what a class says, and keep it: whether for screen readers, telling, of whom, a number of comments."""
        telling = tells(names)
        noted = BYLINE if telling and names_author(names) else KICKER if names_kicker(names) else ""
        self._names[names] = known = is_for_screen_readers(names), telling, noted, counts_comments(names)
        return known

    def _look_bare(self, frame: Frame) -> None:
        """Find out what an element without attributes does to its text: it is hidden, or starts another word."""
        if frame.tag == "span" and self._inline_end == len(self._pieces):
            self._pieces.append(SEAM)
        if frame.tag in MAYBE_HIDDEN and hides(frame.tag, NO_ATTRIBUTES):
            self._hide(frame)

    def _hide(self, frame: Frame) -> None:
        """Write the blocks of a hidden element aside, and take up the block around it where it ends."""
        text = self._text
        first, mark, gap, outer = len(text.blocks), self._notes.placed.mark(), text.gap, text.aside()
        self._hiding += 1

        def show() -> None:
            text.flush()
            self._hiding -= 1
            if len(text.blocks) > first:
                part = HiddenPart(first, tuple(text.blocks[first:]), f"{frame.tag} {hints(frame.attributes)}")
                if not self._hiding and part.is_worth_keeping():
                    self._hidden.append(part)
                del text.blocks[first:]
            self._notes.placed.back_to(mark)
            text.current, text.gap = outer, gap
            if self._pieces and _KINDS.get(frame.tag) in (_BLOCK, _COUNTED):
                self._pieces.append(" ")

        frame.show = show

    def _start_inline(self, kind: int, frame: Frame) -> None:
        if kind == _LINK:
            if "href" in frame.attributes:
                self._text.start_link()
                self._notes.link(frame)
        elif kind == _BOLD:
            self._text.start_bold()
        else:
            if kind == _TIME and self._pieces:
                self._pieces.append(" ")
            self._notes.noted(frame)

    def _end_inline(self, kind: int) -> None:
        if kind == _LINK:
            self._text.end_link()
        elif kind == _BOLD:
            self._text.end_bold()
        elif kind == _TIME:
            self._pieces.append(" ")
        self._inline_end = len(self._pieces)

    def _enter(self, frame: Frame) -> None:
        """Take note of an element that changes how what is in it is read."""
        tag = frame.tag
        if tag == "li":
            self._text.items += 1
        elif tag == "tr":
            self._rows.start_row(len(self._text.blocks), self._notes.placed.mark())
        elif tag in _PRE:
            self._text.preformatted += 1
        elif tag == "html":
            self._notes.html(frame.attributes)
        else:
            self._rows.start_part(tag, len(self._text.blocks))

    def _leave(self, tag: str) -> None:
        if tag == "li":
            self._text.items -= 1
        elif tag in _PRE:
            self._text.preformatted -= 1
        elif tag != "html":
            row = self._rows.leave(tag, self._text.blocks)
            if row is not None:
                self._join(row)

    def _join(self, row: Row) -> None:
        """Make one block of the cells of a row."""
        cells = self._text.blocks[row.first :]
        del self._text.blocks[row.first :]
        self._notes.placed.gather(row.mark, row.first)
        self._text.add(
            CELL_MARK.join(cell.text for cell in cells),
            sum(cell.link_chars or 0 for cell in cells),
            sum(cell.links or 0 for cell in cells),
            sum(cell.bold_chars or 0 for cell in cells),
        )
