"""Table rows: which rows hold data, a short line a cell, and which only lay the page out; it makes no block."""

from collections.abc import Sequence
from typing import Final

from newsclean.block import Block

CELL_MARK: Final = " | "
"""Between the cells of a row that is one block."""
_MAX_CELL: Final = 100
"""A cell with more characters than this is a paragraph."""
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FIRST, _CELL, _IS_FLAT = range(3)


class Rows:
    """The table rows that are open while a page is read."""

    def __init__(self) -> None:
        """Start outside any table."""
        self._open: list[list[int]] = []

    def enter(self, tag: str, blocks: int) -> None:
        """Take the start of a row, a cell or a table, with the number of blocks so far."""
        if tag == "tr":
            self._open.append([blocks, blocks, True])
        elif self._open:
            if tag == "table":
                self._open[-1][_IS_FLAT] = False
            else:
                self._open[-1][_CELL] = blocks

    def leave(self, tag: str, blocks: Sequence[Block]) -> int | None:
        """Take the end of one; for a row of data, return the index of its first block."""
        if not self._open:
            return None
        row = self._open[-1]
        if tag == "tr":
            self._open.pop()
            cells = len(blocks) - row[_FIRST]
            return row[_FIRST] if cells > 1 and row[_IS_FLAT] and _is_data(blocks[row[_FIRST] :]) else None
        if tag != "table" and len(blocks) - row[_CELL] > 1:
            row[_IS_FLAT] = False
        return None


def _is_data(cells: Sequence[Block]) -> bool:
    return all(
        len(cell.text) <= _MAX_CELL and (not cell.element or cell.element.tag not in _HEADINGS) for cell in cells
    )
