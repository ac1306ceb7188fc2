"""Table rows: which rows hold data, a short line a cell, and which only lay the page out; it makes no block."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsclean.block import HEADING_TAGS, Block
from newsclean.sources.html.placed import Mark

CELL_MARK: Final = " | "
"""Between the cells of a row that is one block."""
_MAX_CELL: Final = 100
"""A cell with more characters than this is a paragraph."""


@dataclass(slots=True)
class Row:
    """An open table row."""

    first: int
    """Index of its first block."""
    mark: Mark
    """What had been noted before it."""
    cell: int
    """Index of the first block of the cell that is open."""
    is_flat: bool = True
    """Whether its cells have a block each at most."""


class Rows:
    """The table rows that are open while a page is read."""

    def __init__(self) -> None:
        """Start outside any table."""
        self._open: list[Row] = []

    def start_row(self, blocks: int, mark: Mark) -> None:
        """Take the start of a row, with the number of blocks so far and what had been noted."""
        self._open.append(Row(blocks, mark, blocks))

    def start_part(self, tag: str, blocks: int) -> None:
        """Take the start of a cell or a table, with the number of blocks so far."""
        if not self._open:
            return
        if tag == "table":
            self._open[-1].is_flat = False
        else:
            self._open[-1].cell = blocks

    def leave(self, tag: str, blocks: Sequence[Block]) -> Row | None:
        """Take the end of one; return the row that ends if it is a row of data."""
        if not self._open:
            return None
        row = self._open[-1]
        if tag == "tr":
            self._open.pop()
            return row if row.is_flat and len(blocks) - row.first > 1 and _is_data(blocks[row.first :]) else None
        if tag != "table" and len(blocks) - row.cell > 1:
            row.is_flat = False
        return None


def _is_data(cells: Sequence[Block]) -> bool:
    return all(
        len(cell.text) <= _MAX_CELL and (not cell.element or cell.element.tag not in HEADING_TAGS) for cell in cells
    )
