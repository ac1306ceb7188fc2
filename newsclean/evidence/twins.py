"""Twins: blocks that stand on the page more than once, and which copy stays.

In: the blocks' comparison keys, texts and whether each is prose. Out: for a copy that goes, the index of the one that
stays. It reads no words, and knows nothing of filters. Linear in the number of blocks.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, TypeAlias

_MIN_CHARS: Final = 12
"""Keys shorter than this are menu entries, names and interjections: no copies by themselves."""
_MIN_WORDS: Final = 5
_CHARS_PER_UNSPACED_WORD: Final = 8
"""Longer "words" than this on average are text in a script without spaces."""
_MAX_STEP: Final = 8
"""Blocks from one copied block of a run to the next: an advert or a picture stands between, not another story."""
_MIN_RUN_BLOCKS: Final = 3
_MIN_RUN_CHARS: Final = 400
_MIN_SHARE: Final = 0.8
_LONG_RUN_CHARS: Final = 1000
_MIN_SHARE_OF_LONG: Final = 0.5
"""A long run is a copy even where comments or teasers stand right beside it."""
_MIN_PROSE_CHARS: Final = 80
"""A block as long as this is text even where its script or its writer ends no sentence with a mark."""
_MAX_LOOSE: Final = 3
"""Blocks between two prose blocks of one stretch: a subheading, a caption, a short quote."""
_MIN_BESIDE_CHARS: Final = 80
"""Text printed twice in a row, as pages for two screen sizes have it; shorter, it may be a line of a song."""
_OPEN_CHAINS: Final = 4
"""Runs of copies that may lie within one another."""
_Run: TypeAlias = tuple[int, int]
"""First and last block of a run."""
_TYPOGRAPHIC = re.compile("[“”„‘’‚«»—–…]")


@dataclass(slots=True)
class _Chain:
    """Copied blocks in order: positions of the blocks, and of their next copies."""

    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)

    def takes(self, here: int, there: int) -> bool:
        return (
            here - self.left[-1] <= _MAX_STEP
            and 0 < there - self.right[-1] <= _MAX_STEP
            and here < self.right[0]  # beyond it the copy itself begins
        )


@dataclass(frozen=True, slots=True)
class _Stretches:
    """The page cut into stretches of prose with no more than a few other blocks between."""

    bounds: tuple[tuple[int, int], ...]
    """First and last block of each."""
    mass: tuple[int, ...]
    """Characters of prose before each block; one more entry than blocks."""
    fresh: tuple[int, ...]
    """The same of prose that stands on the page once."""

    def around(self, block: int) -> tuple[int, int]:
        """Return the bounds of the stretch that a block stands in; of the block alone outside them."""
        place = bisect_left(self.bounds, (block + 1,)) - 1
        if place >= 0 and self.bounds[place][1] >= block:
            return self.bounds[place]
        return block, block

    def main(self) -> tuple[int, int]:
        """Return the bounds of the stretch with most prose; an empty one where there is none."""
        return max(self.bounds, key=lambda pair: (self.prose_chars(*pair), -pair[0]), default=(0, -1))

    def prose_chars(self, first: int, last: int) -> int:
        return self.mass[last + 1] - self.mass[first] if last >= first else 0

    def fresh_chars(self, first: int, last: int) -> int:
        return self.fresh[last + 1] - self.fresh[first] if last >= first else 0


def find_twins(folded: Sequence[str], texts: Sequence[str], prose: Sequence[bool]) -> tuple[int | None, ...]:
    """Find the copies on a page, and for each that goes the copy that stays.

    Blocks are copies when their keys are equal. A run of them (three or more, or 400 characters) that stands on the
    page again is kept once: where there is more text, else where there are more typographic marks, else where it
    comes first; what the losing run alone has is no copy. A prose block repeated singly keeps its copies inside the
    main run of the page: a refrain or a quote within the body stays, a pull quote or a caption outside it goes.

    Args:
        folded: the comparison key of each block.
        texts: the text of each block.
        prose: whether each block reads like sentences.

    >>> from newsclean.folding import fold
    >>> body = ["The bridge -- closed in May -- is open.", '"At last," said the mayor of the old town.',
    ...         "Work took two years longer than planned."]
    >>> page = [*body, "By Ana Ruiz", *(line.replace("--", "—").replace("'", "’") for line in body)]
    >>> find_twins([fold(line) for line in page], page, [len(line) > 20 for line in page])
    (4, 5, 6, None, None, None, None)
    """
    following = _following(folded)
    if not following:
        return (None,) * len(folded)
    prose = [mark or len(key) >= _MIN_PROSE_CHARS for mark, key in zip(prose, folded, strict=True)]
    repeated = {*following, *following.values()}
    stretches = _stretches(folded, prose, repeated)
    twins: dict[int, int] = {}
    for runs in _groups(_chains(following), folded, stretches):
        _keep_one(runs, folded, texts, prose, stretches, twins)
    _singles(sorted(repeated), folded, prose, twins)
    return tuple(_last(twins, index) if index in twins else None for index in range(len(folded)))


def _last(twins: dict[int, int], index: int) -> int:
    """Return the copy that stays in the end, where runs of copies lie within one another."""
    while index in twins:
        index = twins[index]
    return index


def _following(folded: Sequence[str]) -> dict[int, int]:
    """Return for each block that stands on the page again the place of its next copy; short lines left out."""
    last: dict[str, int] = {}
    following: dict[int, int] = {}
    for index, key in enumerate(folded):
        if len(key) < _MIN_CHARS:
            continue
        before = last.get(key)
        if before is not None and _has_words(key):
            following[before] = index
        last[key] = index
    return following


def _has_words(key: str) -> bool:
    words = key.count(" ") + 1
    return words >= _MIN_WORDS or (not key.isascii() and len(key) >= words * _CHARS_PER_UNSPACED_WORD)


def _chains(following: dict[int, int]) -> Iterator[_Chain]:
    open_chains: list[_Chain] = []
    for here, there in sorted(following.items()):
        for chain in reversed(open_chains):
            if chain.takes(here, there):
                chain.left.append(here)
                chain.right.append(there)
                break
        else:
            open_chains.append(_Chain([here], [there]))
            if len(open_chains) > _OPEN_CHAINS:
                yield open_chains.pop(0)
    yield from open_chains


def _stretches(folded: Sequence[str], prose: Sequence[bool], repeated: Collection[int]) -> _Stretches:
    bounds: list[_Run] = []
    lengths, fresh = [0] * len(folded), [0] * len(folded)
    for index, is_prose in enumerate(prose):
        if is_prose:
            if bounds and index - bounds[-1][1] <= _MAX_LOOSE + 1:
                bounds[-1] = bounds[-1][0], index
            else:
                bounds.append((index, index))
            lengths[index] = len(folded[index])
            if index not in repeated:
                fresh[index] = lengths[index]
    return _Stretches(tuple(bounds), tuple(accumulate(lengths, initial=0)), tuple(accumulate(fresh, initial=0)))


def _groups(chains: Iterator[_Chain], folded: Sequence[str], stretches: _Stretches) -> Iterator[list[_Run]]:
    """Yield the runs, as first and last block, that are copies of each other: two or more at a time."""
    group_of: dict[int, int] = {}
    groups: list[list[_Run]] = []
    for chain in sorted(chains, key=lambda chain: chain.left[0]):
        left, right = _widened(chain, folded)
        if not _is_copy(chain, left, right, folded, stretches):
            continue
        known = next((group_of[index] for index in chain.left if index in group_of), None)
        if known is None:
            known = len(groups)
            groups.append([left])
        groups[known].append(right)
        group_of.update((index, known) for index in (*chain.left, *chain.right))
    for runs in groups:
        yield _disjoint(runs)


def _widened(chain: _Chain, folded: Sequence[str]) -> tuple[_Run, _Run]:
    """Return the bounds of both runs, with the equal short blocks (a headline, a subheading) at their edges."""
    (first, last), (start, stop) = (chain.left[0], chain.left[-1]), (chain.right[0], chain.right[-1])
    while first > 0 and start - 1 > last and folded[first - 1] == folded[start - 1]:
        first, start = first - 1, start - 1
    while last + 1 < start and stop + 1 < len(folded) and folded[last + 1] == folded[stop + 1]:
        last, stop = last + 1, stop + 1
    return (first, last), (start, stop)


def _is_copy(chain: _Chain, left: _Run, right: _Run, folded: Sequence[str], stretches: _Stretches) -> bool:
    size = sum(len(folded[index]) for index in chain.left)
    beside = left[1] + 1 == right[0]
    if len(chain.left) < _MIN_RUN_BLOCKS and size < (_MIN_BESIDE_CHARS if beside else _MIN_RUN_CHARS):
        return False
    prose = sum(stretches.prose_chars(index, index) for index in chain.left)
    # lists, menus and the lines of a song repeat themselves by nature
    if prose < size / 2:
        return False
    if max(_covered(left, right, folded), _covered(right, left, folded)) < _MIN_SHARE:
        return False
    # amid other prose it is a quote or a refrain, but nobody quotes what was just said
    share = 1.0 if beside else max(_share_of_stretch(left, right, stretches), _share_of_stretch(right, left, stretches))
    return share >= (_MIN_SHARE if prose < _LONG_RUN_CHARS else _MIN_SHARE_OF_LONG)


def _share_of_stretch(run: _Run, other: _Run, stretches: _Stretches) -> float:
    """Return the share of a run in the prose around it that stands there once; it ends where the other run begins."""
    first, last = stretches.around(run[0])[0], stretches.around(run[1])[1]
    first, last = (first, min(last, other[0] - 1)) if run < other else (max(first, other[1] + 1), last)
    size = stretches.prose_chars(*run)
    return size / (size + stretches.fresh_chars(first, run[0] - 1) + stretches.fresh_chars(run[1] + 1, last))


def _covered(run: _Run, other: _Run, folded: Sequence[str]) -> float:
    """Return the share of a run's characters that the other has too."""
    keys = set(folded[other[0] : other[1] + 1])
    lengths = [(len(key), key in keys) for key in folded[run[0] : run[1] + 1]]
    return sum(length for length, shared in lengths if shared) / sum(length for length, _ in lengths)


def _disjoint(runs: list[_Run]) -> list[_Run]:
    """Return the runs in page order, those that overlap as one."""
    merged: list[_Run] = []
    for first, last in sorted(runs):
        if merged and first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return merged


def _keep_one(  # noqa: PLR0913, PLR0917  the page's columns, and what is known of them
    runs: list[_Run],
    folded: Sequence[str],
    texts: Sequence[str],
    prose: Sequence[bool],
    stretches: _Stretches,
    twins: dict[int, int],
) -> None:
    """Settle which of the runs stays, and point the others' blocks at its own."""
    bounds = [(0, -1), *runs, (len(folded), len(folded))]
    ranks = [
        (_rank(run, (before[1] + 1, after[0] - 1), texts, prose, stretches), run)
        for before, run, after in zip(bounds, runs, bounds[2:], strict=False)
    ]
    kept: dict[str, int] = {}
    for _, (first, last) in sorted(ranks, reverse=True):
        alone: dict[str, int] = {}
        for index in range(first, last + 1):
            stays = kept.get(folded[index])
            if stays is None:
                alone.setdefault(folded[index], index)
            elif index not in twins and _last(twins, stays) != index:
                twins[index] = stays
        kept.update(alone)


def _rank(
    run: _Run, room: _Run, texts: Sequence[str], prose: Sequence[bool], stretches: _Stretches
) -> tuple[bool, int, int, int]:
    """Return how much speaks for keeping a run: it begins a longer text, its text, its typography, its place."""
    first, last = run
    floor, ceiling = room
    size, whole = stretches.prose_chars(first, last), 0
    # between runs side by side the text around them cannot choose: it reads on from both
    if (floor < first or floor == 0) and (last < ceiling or ceiling == len(texts) - 1):
        left, right = max(floor, stretches.around(first)[0]), min(ceiling, stretches.around(last)[1])
        whole = stretches.prose_chars(left, right)
        while first > floor and prose[first - 1]:
            first -= 1
        while last < ceiling and prose[last + 1]:
            last += 1
    marks = sum(len(_TYPOGRAPHIC.findall(text)) for text in texts[run[0] : run[1] + 1] if not text.isascii())
    return whole > 2 * size, stretches.prose_chars(first, last), marks, -run[0]


def _singles(repeated: Sequence[int], folded: Sequence[str], prose: Sequence[bool], twins: dict[int, int]) -> None:
    """Settle the prose blocks that are repeated outside any run of copies."""
    places: dict[str, list[int]] = {}
    for index in repeated:
        if prose[index] and index not in twins:
            places.setdefault(folded[index], []).append(index)
    if all(len(found) == 1 for found in places.values()):
        return
    start, stop = _stretches(folded, [mark and index not in twins for index, mark in enumerate(prose)], ()).main()
    for found in places.values():
        stays = next((index for index in found if start <= index <= stop), None)
        if stays is not None:
            twins.update((index, stays) for index in found if not start <= index <= stop)
