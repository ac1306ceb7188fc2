"""Texts looked up by what a line starts or ends with; strings in, those at the line's edge out."""

from collections.abc import Iterable, Sequence
from typing import Final, Generic, TypeVar

Value = TypeVar("Value")
_SIZE: Final = 3


class Edges(Generic[Value]):
    """Texts with a value each, and which of them a line starts (or ends) with; one test in C for most lines."""

    def __init__(self, texts: Iterable[tuple[str, Value]], *, at_end: bool = False) -> None:
        """Lay the texts out by their outermost characters; empty texts are left out."""
        self._at_end = at_end
        buckets: dict[str, list[tuple[str, Value]]] = {}
        for text, value in texts:
            if text:
                buckets.setdefault(text[-_SIZE:] if at_end else text[:_SIZE], []).append((text, value))
        self._buckets = {edge: (tuple(text for text, _ in pairs), pairs) for edge, pairs in buckets.items()}
        self._sizes = sorted({len(edge) for edge in buckets})

    def of(self, line: str) -> Sequence[tuple[str, Value]]:
        """Return the texts that the line starts (or ends) with, and their values.

        >>> Edges([("all rights", 1), ("all wrong", 2)]).of("all rights reserved")
        [('all rights', 1)]
        """
        found: list[tuple[str, Value]] = []
        for size in self._sizes:
            if self._at_end:
                bucket = self._buckets.get(line[-size:])
                if bucket is not None and line.endswith(bucket[0]):
                    found += [pair for pair in bucket[1] if line.endswith(pair[0])]
            else:
                bucket = self._buckets.get(line[:size])
                if bucket is not None and line.startswith(bucket[0]):
                    found += [pair for pair in bucket[1] if line.startswith(pair[0])]
        return found


class Outlines:
    """Which lines start (or end) as one of many texts does: a test that most lines fail at the first look."""

    def __init__(self, texts: Iterable[str], *, at_end: bool = False) -> None:
        """Lay the texts out by their outermost characters; empty texts are left out."""
        self._at_end = at_end
        buckets: dict[str, list[str]] = {}
        for text in dict.fromkeys(texts):
            if text:
                buckets.setdefault(text[-_SIZE:] if at_end else text[:_SIZE], []).append(text)
        self._brief = tuple(edge for edge in buckets if len(edge) < _SIZE)
        self._buckets = {edge: tuple(group) for edge, group in buckets.items() if len(edge) == _SIZE}

    def has(self, line: str) -> bool:
        """Return whether the line starts (or ends) so.

        >>> Outlines(["all rights", "all wrong"]).has("all rights reserved")
        True
        """
        if self._at_end:
            bucket = self._buckets.get(line[-_SIZE:])
            return (bucket is not None and line.endswith(bucket)) or line.endswith(self._brief)
        bucket = self._buckets.get(line[:_SIZE])
        return (bucket is not None and line.startswith(bucket)) or line.startswith(self._brief)
