"""The block writer: pieces of text and the ends of blocks in, blocks out; it knows no tag and judges no block."""

from dataclasses import dataclass, field, replace
from typing import Final

from newsclean.block import Block
from newsclean.sources.html.openelements import OpenElements
from newsclean.sources.invisible import INVISIBLE
from newsclean.sources.mojibake import WINDOWS

MAX_BLOCKS: Final = 200_000
SEAM: Final = "\x1f"
"""Between an inline element that ends and one that starts: a space if a word ends and another starts there."""
_WRAPPED: Final = 40
"""A line of fewer characters before a `<br>` was not broken for its length."""
_MAX_WRAPPED: Final = 5_000
_NOT_PRINTED: Final = dict.fromkeys((*range(9), *range(14, 28), *range(127, 133), *range(134, 160))) | WINDOWS
_BARE_EDGES: Final = "\u00ad\u200c\u200d "
"""What prints nothing at the end of a line, and is nothing to print alone."""


@dataclass(slots=True)
class Current:
    """The block that is being written: where it starts in the pieces, and which pieces are links or bold."""

    base: int = 0
    link: int | None = None
    """Where the open link starts."""
    links: list[tuple[int, int]] = field(default_factory=list)
    bold_depth: int = 0
    bold: int = 0
    bolds: list[tuple[int, int]] = field(default_factory=list)


class BlockWriter:
    """Writes the blocks of a page from the pieces of its text."""

    def __init__(self, elements: OpenElements) -> None:
        """Start an empty page; blocks stand in the innermost of these elements."""
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.current = Current()
        self.flushes = 0
        self.lines = 0
        """How many blocks were written, those that were added to the block before them included."""
        self.gap = 1
        self.items = 0
        """How many list items are open."""
        self.preformatted = 0
        """How many elements are open whose line breaks count."""
        self.is_full = False
        self._elements = elements

    def aside(self) -> Current:
        """Leave the current block for one of a hidden element, which goes on in no line before it.

        `current` is to be set back to what this returns, and `gap` to what it was.
        """
        outer, self.current, self.gap = self.current, Current(base=len(self.pieces)), 1
        return outer

    def start_link(self) -> None:
        """Take the start of a link; two links that touch are two words."""
        current, pieces = self.current, self.pieces
        if pieces and current.links and current.links[-1][1] == len(pieces) - (pieces[-1] == SEAM):
            pieces.append(" ")
        current.link = len(pieces)

    def end_link(self) -> None:
        """Take the end of a link."""
        current = self.current
        if current.link is not None:
            current.links.append((current.link, len(self.pieces)))
            current.link = None

    def start_bold(self) -> None:
        """Take the start of bold or italic text."""
        current = self.current
        if not current.bold_depth:
            current.bold = len(self.pieces)
        current.bold_depth += 1

    def end_bold(self) -> None:
        """Take the end of bold or italic text."""
        current = self.current
        current.bold_depth -= 1
        if not current.bold_depth:
            current.bolds.append((current.bold, len(self.pieces)))

    def end_line(self) -> None:
        """Take a line break: one ends a block, two part paragraphs."""
        before = self.lines
        if self.pieces:
            self.flush()
        self.gap = 0 if self.lines > before else 1

    def flush(self) -> None:
        """End the current block, if there is text for one."""
        pieces, current = self.pieces, self.current
        base = current.base
        text = "".join(pieces[base:] if base else pieces)
        self.flushes += 1
        if text and not text.isspace():
            self._write_marked(text)
        if base:
            del pieces[base:]
        else:
            pieces.clear()
        if current.links:
            current.links.clear()
        if current.bolds:
            current.bolds.clear()
        if current.link is not None:
            current.link = base
        current.bold = base

    def add(self, text: str, link_chars: int, links: int, bold_chars: int) -> None:
        """Write a block as it is."""
        if len(self.blocks) >= MAX_BLOCKS:
            self.is_full = True
            return
        self.blocks.append(
            Block(
                len(self.blocks),
                text,
                self.gap,
                None,
                self.items > 0,
                None,
                None,
                self._elements.element(),
                link_chars,
                links,
                bold_chars,
            )
        )

    def _write_marked(self, text: str) -> None:
        """Write the text of the current block, with how much of it is links and bold."""
        if self.preformatted and "\n" in text:
            self._write_lines(text)
            return
        current = self.current
        links, bolds = current.links, current.bolds
        if current.link is not None:
            links.append((current.link, len(self.pieces)))
        if current.bold_depth:
            bolds.append((current.bold, len(self.pieces)))
        self._write(text, self._size(links) if links else 0, len(links), self._size(bolds) if bolds else 0)

    def _size(self, spans: list[tuple[int, int]]) -> int:
        """Return the number of characters of some spans of pieces, white space runs counted once."""
        pieces = self.pieces
        return sum([len(" ".join("".join(pieces[start:end]).split())) for start, end in spans])

    def _write_lines(self, text: str) -> None:
        """Write a block of each line of preformatted text."""
        self.gap = 1
        for line in text.split("\n"):
            if line and not line.isspace():
                self._write(line, 0, 0, 0)
                self.gap = 0
            else:
                self.gap = 1

    def _write(self, raw: str, link_chars: int, links: int, bold_chars: int) -> None:
        if SEAM in raw:
            raw = _seamed(raw)
        text = " ".join(raw.split())
        if not text.isprintable():
            text = " ".join(INVISIBLE.sub("", text.translate(_NOT_PRINTED)).strip(_BARE_EDGES).split())
            if not text:
                return
        self.lines += 1
        if link_chars or bold_chars:
            link_chars, bold_chars = min(link_chars, len(text)), min(bold_chars, len(text))
        if self.gap or self.preformatted or not text[0].islower() or not self._is_wrapped():
            self.add(text, link_chars, links, bold_chars)
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


def _seamed(raw: str) -> str:
    """Return the text with its seams gone, and a space where a seam stands between two words."""
    first, *rest = raw.split(SEAM)
    parts = [first]
    for right in rest:
        left = parts[-1]
        if left and right:
            before, after = left[-1], right[0]
            if (before.islower() and (after.isupper() or after.isdigit())) or (
                after.isupper() and (before.isdigit() or before in ".!?…")
            ):
                parts.append(" ")
        parts.append(right)
    return "".join(parts)
