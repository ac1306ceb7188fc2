"""Joints: how likely each line of a text-node dump goes on in the next, from the shapes of the lines around it.

In: the lines' texts. Out: a probability for each boundary between two of them. Of words it knows the function words
and how often they stand on the page; it joins nothing, and the weights beside it are learned by `training.joints`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.functionwords import FUNCTION_WORDS
from newsclean.sources.text.characters import CODE, NAMES, Classes, among, classify

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

PLACES: Final = 16
"""How many characters around a boundary are looked at."""
MEASURES: Final = 23
"""How many numbers are known of each line, of lines near a boundary, and of the page's mean line."""
_NEAR: Final = 4
SCALARS: Final = (_NEAR + 1) * MEASURES + 1
_LONG_LINE: Final = float(np.log(60))
_ROWS_AT_ONCE: Final = 96
"""Small products stay on one thread: the result is the same on every machine, and no pool is woken for it."""

_WORD: Final = among("upper", "lower", "letter", "ideograph", "unspaced", "hangul", "mark", "digit")
_WIDE: Final = among("ideograph", "hangul", "unspaced")
_STOP_FOLLOWERS: Final = among("space", "ideograph", "hangul", "unspaced")
_ENDS: Final = among("terminal", "straight", "closing", "colon")
_FOLLOWERS: Final = among("terminal", "comma", "colon", "closing", "unbracket", "apostrophe")
_CAPITALS: Final = among("upper", "lower")


@dataclass(frozen=True, slots=True)
class Boundaries:
    """What is seen of the boundary after each line but the last: one row a boundary."""

    places: Classes
    """Classes of PLACES characters around it."""
    scalars: Floats
    """SCALARS numbers, roughly of the size of 1."""


@dataclass(frozen=True, slots=True)
class _Edges:
    """The character classes of a page, and where its lines start and end in them."""

    classes: Classes
    """With one "none" behind the last, for places that a short line has not."""
    starts: Ints
    ends: Ints

    def head(self, at: int) -> Classes:
        """Return the class of each line's character at a distance from its start."""
        places = self.starts + at
        return self.classes[np.where(places < self.ends, places, -1)]

    def tail(self, at: int) -> Classes:
        """Return the class of each line's character at a distance from its end."""
        places = self.ends - 1 - at
        return self.classes[np.where(places >= self.starts, places, -1)]


def observe(
    texts: Sequence[str], trailing: Sequence[bool], indented: Sequence[bool], *, cased: bool = True
) -> Boundaries:
    """Return what is seen of each boundary between two lines, in time linear in the text.

    Args:
        texts: the lines, none empty.
        trailing: whether white space stood after each.
        indented: whether white space stood before each.
        cased: False reads the text as one of a script without capitals: for training.
    """
    classes = classify("\n".join(texts))
    if not cased:
        classes = np.where(_CAPITALS[classes], np.uint8(CODE["letter"]), classes)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    starts = np.zeros(len(texts), dtype=np.int64)
    np.cumsum(lengths[:-1] + 1, out=starts[1:])
    edges = _Edges(np.append(classes, np.uint8(0)), starts, starts + lengths)
    in_word = _WORD[classes]
    starts_word = in_word.copy()
    starts_word[1:] &= ~in_word[:-1] & (classes[:-1] != CODE["apostrophe"])
    words = np.flatnonzero(starts_word)
    last = words[np.maximum(np.searchsorted(words, edges.ends) - 1, 0)] if len(words) else starts
    last = np.maximum(last, starts)
    lines = np.empty((len(texts), MEASURES), dtype=np.float32)
    for k, measure in enumerate(_measure(edges, words, last)):
        lines[:, k] = measure
    lasts = [text.rpartition(" ")[2] for text in texts]
    firsts = [text.partition(" ")[0] for text in texts]
    lines[:, -8] = [word.lower() in FUNCTION_WORDS for word in lasts]
    lines[:, -7] = [word.lower() in FUNCTION_WORDS for word in firsts]
    lines[:, -6:-2] = np.log1p(np.array(_frequencies(texts, firsts, lasts)).T)
    lines[:, -2], lines[:, -1] = trailing, indented
    return Boundaries(_places(edges, last), _scalars(lines))


def _measure(edges: _Edges, words: Ints, last: Ints) -> list[npt.NDArray[np.floating | np.integer]]:
    """Return the measures of each line that its characters give."""
    classes, starts, ends = edges.classes[:-1], edges.starts, edges.ends
    lengths = ends - starts
    size, kinds = len(lengths), len(NAMES)
    line = np.repeat(np.arange(size), np.append(lengths[:-1] + 1, lengths[-1:]))
    counts = np.bincount(line * kinds + classes, minlength=size * kinds).reshape(size, kinds)
    of = {name: counts[:, code] for name, code in CODE.items()}
    word_counts = np.bincount(line[words], minlength=size)
    capitals = np.bincount(line[words[classes[words] == CODE["upper"]]], minlength=size)
    stops = np.flatnonzero(classes == CODE["terminal"])
    stops = stops[_STOP_FOLLOWERS[edges.classes[stops + 1]] & (stops < ends[line[stops]] - 1)]
    spaces = np.append(np.flatnonzero(classes == CODE["space"]), len(classes))
    first_end = np.minimum(spaces[np.searchsorted(spaces, starts)], ends)
    long = np.log1p(lengths + 1.5 * counts[:, _WIDE].sum(axis=1))
    return [
        long / 4,
        long > _LONG_LINE,
        np.log1p(word_counts) / 3,
        capitals / np.maximum(word_counts, 1),
        of["digit"] / lengths,
        np.log1p(of["comma"]),
        np.log1p(np.bincount(line[stops], minlength=size)),
        _ENDS[edges.tail(0)],
        edges.head(0) == CODE["lower"],
        _FOLLOWERS[edges.head(0)],
        np.clip(of["opening"] + of["bracket"] - of["closing"] - of["unbracket"], -2, 2),
        of["straight"] % 2,
        np.minimum(first_end - starts, 20) / 10,
        np.minimum(ends - last, 20) / 10,
        counts[:, _WIDE].sum(axis=1) / lengths,
    ]


def _places(edges: _Edges, last: Ints) -> Classes:
    """Return the classes of the characters around each boundary; "none" where a line is too short or missing."""
    heads, tails = [edges.head(at) for at in range(3)], [edges.tail(at) for at in range(3)]
    none = np.zeros(1, dtype=np.uint8)
    after = [np.concatenate([column[2:], none]) for column in (heads[0], heads[1], tails[0])]
    before = [np.concatenate([none, column[:-2]]) for column in (tails[0], heads[0])]
    one = [*(column[:-1] for column in tails), edges.classes[last[:-1]], heads[0][:-1], heads[1][:-1]]
    two = [*(column[1:] for column in heads), tails[0][1:], tails[1][1:]]
    return np.stack([*one, *two, after[0], after[1], *before, after[2]], axis=1)


def _scalars(lines: Floats) -> Floats:
    """Return the measures of the lines around each boundary, one before to two after, and of the page."""
    size = len(lines) - 1
    edge = np.concatenate([lines[:1], lines, lines[-1:]])
    near = [edge[at : at + size] for at in range(_NEAR)]
    page = np.append(lines.mean(axis=0), np.float32(np.log1p(len(lines)) / 6))
    return np.concatenate([*near, np.broadcast_to(page, (size, len(page)))], axis=1)


def _frequencies(texts: Sequence[str], firsts: Sequence[str], lasts: Sequence[str]) -> list[list[int]]:
    """Return for each line how often its last word stands inside lines and at their ends, its first inside, itself.

    What stands often inside lines, such as an article or a preposition, seldom ends a heading or a menu entry; and
    menus and teasers repeat where sentences do not.
    """
    total, last, first, line = Counter("\n".join(texts).split()), Counter(lasts), Counter(firsts), Counter(texts)
    return [
        [total[word] - last[word] for word in lasts],
        [last[word] for word in lasts],
        [total[word] - first[word] for word in firsts],
        [line[text] for text in texts],
    ]


@dataclass(frozen=True, slots=True)
class Weights:
    """A small network: one table a place, a matrix for the scalars, two layers that see the neighbours, an answer."""

    places: Floats
    """Shape (PLACES, classes, cells)."""
    scalars: Floats
    bias: Floats
    near: Floats
    """Shape (3 * cells, cells of the next layer): a boundary's own cells, those of the one before, of the one after."""
    near_bias: Floats
    far: Floats
    far_bias: Floats
    out: Floats
    out_bias: Floats

    def probabilities(self, seen: Boundaries) -> Floats:
        """Return how likely each boundary is a joint."""
        cells = _times(seen.scalars, self.scalars) + self.bias
        for k in range(PLACES):
            cells += self.places[k][seen.places[:, k]]
        for matrix, bias in ((self.near, self.near_bias), (self.far, self.far_bias)):
            cells = _times(_beside(np.maximum(cells, 0)), matrix) + bias
        return np.asarray(1 / (1 + np.exp(-(np.maximum(cells, 0) @ self.out + self.out_bias))), dtype=np.float32)


def _beside(rows: Floats) -> Floats:
    """Return each row with the one before and the one after it to its right; zeros beyond the ends."""
    size, width = rows.shape
    wide = np.zeros((size, 3 * width), dtype=np.float32)
    wide[:, :width] = rows
    wide[1:, width : 2 * width] = rows[:-1]
    wide[:-1, 2 * width :] = rows[1:]
    return wide


def _times(rows: Floats, matrix: Floats) -> Floats:
    product = np.empty((len(rows), matrix.shape[1]), dtype=np.float32)
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        product[start : start + _ROWS_AT_ONCE] = rows[start : start + _ROWS_AT_ONCE] @ matrix
    return product


def read_weights(file: Traversable | Path) -> Weights:
    """Read learned weights.

    Raises:
        ValueError: they were learned from other observations than these.
    """
    with file.open("rb") as opened, np.load(opened) as stored:
        found = Weights(**{name: stored[name].astype(np.float32) for name in stored.files})
    if found.places.shape[:2] != (PLACES, len(NAMES)) or len(found.scalars) != SCALARS:
        message = "joints.npz was learned from other observations than these: train it again"
        raise ValueError(message)
    return found


@cache
def weights() -> Weights:
    """Return the learned weights that newsclean ships."""
    return read_weights(files(__package__).joinpath("joints.npz"))
