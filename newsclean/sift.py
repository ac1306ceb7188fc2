"""The sift: runs the filters in order and settles what goes; the only code that removes or shortens anything.

In: a page, its evidence, filters. Out: a `Verdict` for each block, with the brake held. It reads no text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple, get_args

from newsclean.block import Block, Mark, Page, Role, Trim
from newsclean.errors import FilterError
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter

_ROLES: Final = frozenset(get_args(Role))
SCORER_ROLE: Role = "unlikely"
"""The role of what only the scorer's verdict removed: the brake weighs it, and it alone."""


class Cut(NamedTuple):
    """A piece cut off the head or tail of a block that stays."""

    piece: slice
    role: Role
    filter: str
    because: str


class Verdict(NamedTuple):
    """What becomes of a block."""

    block: Block
    kept: bool = True
    role: Role | None = None
    """What a filter called it; None for a block that no filter pointed at."""
    filter: str | None = None
    because: str | None = None
    twin_of: int | None = None
    keep: slice | None = None
    """The part of a kept block's text that is article text; None for all of it."""
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True)
class Sifted:
    """The verdicts of a page, by block index, and what the sift has to warn of."""

    verdicts: tuple[Verdict, ...]
    warnings: tuple[tuple[str, str], ...] = ()

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks that stay."""
        return tuple([verdict.block for verdict in self.verdicts if verdict.kept])


def sift(page: Page, evidence: Evidence, filters: Sequence[Filter], *, max_unlikely_share: float) -> Sifted:
    """Run the filters over the page and settle their marks: the first mark on a block wins.

    Args:
        page: the page.
        evidence: what was weighed of it.
        filters: in order of precedence.
        max_unlikely_share: the share, 0 to 1, of the page's sentence-like characters that the scorer's verdict
            alone may remove; above it, the sentences that it marked stay and a warning says so. Copies, and what a
            phrase or a cue marked, count on neither side.

    Raises:
        FilterError: a filter failed, or pointed at a block that is not on the page.
    """
    marks: dict[int, tuple[str, Mark]] = {}
    trims: dict[int, list[tuple[str, Trim]]] = {}
    for filter_ in filters:
        _collect(filter_, page, evidence, marks, trims)
    warnings: list[tuple[str, str]] = []
    share = _unlikely_share(page, evidence, marks)
    if share > max_unlikely_share:
        # the sentences stay, the menus go: keeping both would bury what the brake is there to save
        marks = {
            index: found
            for index, found in marks.items()
            if found[1].role != SCORER_ROLE or not evidence.is_prose(found[1].block)
        }
        warnings.append(("brake", f"{share:.0%} of the sentences looked unlike article text; they were kept"))
    verdicts: list[Verdict] = []
    for index, block in enumerate(page.blocks):
        marked = marks.get(index)
        if marked is not None:
            name, (_, role, because, twin_of) = marked
            verdicts.append(Verdict(block, False, role, name, because, twin_of))  # noqa: FBT003 - as many as blocks
        else:
            verdicts.append(_trimmed(block, trims[index]) if index in trims else Verdict(block))
    return Sifted(tuple(verdicts), tuple(warnings))


def _collect(
    filter_: Filter,
    page: Page,
    evidence: Evidence,
    marks: dict[int, tuple[str, Mark]],
    trims: dict[int, list[tuple[str, Trim]]],
) -> None:
    """Run a filter, and add what it points at: a mark where the block has none yet, and every trim."""
    name = filter_.name
    try:
        found = list(filter_.find(page, evidence))
    except Exception as error:
        raise FilterError(name, f"{type(error).__name__}: {error}") from error
    blocks = page.blocks
    size = len(blocks)
    for mark in found:
        if not isinstance(mark, (Mark, Trim)):
            raise FilterError(name, f"find yields Mark and Trim, not {type(mark).__name__}")
        block = mark.block
        if not isinstance(block, Block):
            raise FilterError(name, f"pointed at {type(block).__name__}, which is no block")
        index = block.index
        if not 0 <= index < size or blocks[index] is not block:
            raise FilterError(name, f"pointed at a block that is not on the page: {block.text[:60]!r}")
        if not isinstance(mark.role, str) or mark.role not in _ROLES:
            raise FilterError(name, f"there is no role {mark.role!r}, which it gave {block.text[:60]!r}")
        if isinstance(mark, Mark):
            if index not in marks:
                marks[index] = name, mark
        elif mark.keep.step not in (None, 1):
            raise FilterError(name, "a Trim keeps one slice without a step")
        else:
            trims.setdefault(index, []).append((name, mark))


def _unlikely_share(page: Page, evidence: Evidence, marks: dict[int, tuple[str, Mark]]) -> float:
    taken = total = 0
    for index in evidence.prose_lines:
        mark = marks.get(index)
        if mark is None or mark[1].role == SCORER_ROLE:
            chars = len(page.blocks[index].text)
            total += chars
            taken += chars if mark else 0
    return taken / total if total else 0.0


def _trimmed(block: Block, trims: Iterable[tuple[str, Trim]]) -> Verdict:
    """Return the verdict on a block that stays without its head or tail."""
    start, end = 0, len(block.text)
    cuts: list[Cut] = []
    for name, trim in trims:
        left, right, _ = trim.keep.indices(len(block.text))
        if left > start:
            cuts.append(Cut(slice(start, left), trim.role, name, trim.because))
            start = left
        if right < end:
            cuts.append(Cut(slice(max(start, right), end), trim.role, name, trim.because))
            end = max(start, right)
    if start >= end or not block.text[start:end].strip():
        message = "the trims of one block left nothing of it; point at it with a Mark"
        raise FilterError(cuts[-1].filter, message)
    return Verdict(block, keep=slice(start, end), cuts=tuple(cuts))
