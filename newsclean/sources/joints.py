"""Joints: how likely each line of a text-node dump goes on in the next, from the shapes of the lines around it.

In: the lines' texts. Out: a probability for each boundary between two of them. It reads no word and joins nothing;
the weights beside it are learned by `training.joints`.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_CLASSES: Final = (
    "none", "other", "space", "upper", "lower", "letter", "ideograph", "unspaced", "hangul", "mark", "digit",
    "terminal", "comma", "colon", "straight", "apostrophe", "opening", "closing", "bracket", "unbracket", "dash",
    "separator", "symbol",
)  # fmt: skip
_CODE: Final = {name: code for code, name in enumerate(_CLASSES)}
CLASSES: Final = len(_CLASSES)
_CHARACTERS: Final = {
    "terminal": ".!?。！？｡．؟۔।॥…‼⁇⁈⁉։",
    "comma": ",;，、；،؛",
    "colon": ":：﹕",
    "straight": "\"'＂＇`",
    "apostrophe": "’",
    "opening": "“„«‹「『《〈‘‚",
    "closing": "”»›」』》〉",
    "separator": "|•·/\\>→▶►◆■●∙｜／＞*+=_#@&",
}
_CATEGORIES: Final = {
    "Lu": "upper", "Lt": "upper", "Ll": "lower", "Nd": "digit", "Ps": "bracket", "Pe": "unbracket", "Pd": "dash",
    "Lo": "letter", "Lm": "letter", "Mn": "mark", "Mc": "mark", "Me": "mark", "Zs": "space", "Zl": "space",
    "Cc": "space", "Cf": "other", "Cn": "other", "Co": "other", "Cs": "other",
}  # fmt: skip
_ASTRAL: Final = 0x10000
PLACES: Final = 16
"""How many characters around a boundary are looked at."""
SCALARS: Final = 54


@cache
def _table() -> npt.NDArray[np.uint8]:
    """Return the class of each code point of the first plane; beyond it, of an ideograph and of a symbol."""
    special = {character: name for name, characters in _CHARACTERS.items() for character in characters}
    table = np.zeros(_ASTRAL + 2, dtype=np.uint8)
    for code in range(_ASTRAL):
        character = chr(code)
        if 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF:
            name = special.get(character, "ideograph")
        elif 0xAC00 <= code <= 0xD7AF:
            name = "hangul"
        else:
            name = special.get(character) or _CATEGORIES.get(unicodedata.category(character), "symbol")
            if name == "letter" and (0x0E00 <= code <= 0x0EFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF):
                name = "unspaced"
        table[code] = _CODE[name]
    table[_ASTRAL] = _CODE["ideograph"]
    table[_ASTRAL + 1] = _CODE["symbol"]
    return table


def classify(text: str) -> npt.NDArray[np.uint8]:
    """Return the class of each character."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    if len(codes) and codes.max() >= _ASTRAL:
        codes = np.where(codes < _ASTRAL, codes, np.where((codes >= 0x20000) & (codes < 0x30000), _ASTRAL, _ASTRAL + 1))
    return _table()[codes]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """What is seen of the boundary after each line but the last: one row a boundary."""

    places: npt.NDArray[np.uint8]
    """Classes of PLACES characters around it."""
    scalars: Floats
    """SCALARS numbers, roughly of the size of 1."""


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
    size = len(texts)
    joined = "\n".join(texts)
    classes = classify(joined)
    if not cased:
        classes = np.where((classes == _CODE["upper"]) | (classes == _CODE["lower"]), _CODE["letter"], classes)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=size)
    starts = np.zeros(size, dtype=np.int64)
    np.cumsum(lengths[:-1] + 1, out=starts[1:])
    ends = starts + lengths
    # a class of "none" stands wherever a line is too short, or the page is over
    padded = np.append(classes, np.uint8(0))

    def head(at: int, lines: Ints) -> npt.NDArray[np.uint8]:
        places = starts[lines] + at
        return padded[np.where(places < ends[lines], places, -1)]

    def tail(at: int, lines: Ints) -> npt.NDArray[np.uint8]:
        places = ends[lines] - 1 - at
        return padded[np.where(places >= starts[lines], places, -1)]

    a = np.arange(size - 1)
    b = a + 1
    c, d = np.minimum(a + 2, size - 1), np.minimum(a + 3, size - 1)
    y, x = np.maximum(a - 1, 0), np.maximum(a - 2, 0)

    in_word = (classes >= _CODE["upper"]) & (classes <= _CODE["digit"])
    starts_word = in_word.copy()
    starts_word[1:] &= ~in_word[:-1] & (classes[:-1] != _CODE["apostrophe"])
    word_places = np.flatnonzero(starts_word)
    word_counts = _between(np.cumsum(starts_word), starts, ends)
    capital_counts = _between(np.cumsum(starts_word & (classes == _CODE["upper"])), starts, ends)
    digit_counts = _between(np.cumsum(classes == _CODE["digit"]), starts, ends)
    wide = (classes == _CODE["ideograph"]) | (classes == _CODE["hangul"]) | (classes == _CODE["unspaced"])
    widths = lengths + 1.5 * _between(np.cumsum(wide), starts, ends)
    stops = classes == _CODE["terminal"]
    stops[:-1] &= (classes[1:] == _CODE["space"]) | wide[1:]
    inner_stops = _between(np.cumsum(stops), starts, np.maximum(ends - 1, starts))
    last_word = word_places[np.maximum(np.searchsorted(word_places, ends) - 1, 0)] if len(word_places) else starts
    last_word = np.maximum(last_word, starts)
    first_break = np.append(np.flatnonzero(classes == _CODE["space"]), len(classes))
    first_word_end = np.minimum(
        first_break[np.minimum(np.searchsorted(first_break, starts), len(first_break) - 1)], ends
    )

    none = np.uint8(0)
    places = np.stack(
        [
            tail(0, a), tail(1, a), tail(2, a), padded[last_word[a]], head(0, a), head(1, a),
            head(0, b), head(1, b), head(2, b), tail(0, b), tail(1, b),
            np.where(a < size - 2, head(0, c), none), np.where(a < size - 2, head(1, c), none),
            np.where(a > 0, tail(0, y), none), np.where(a > 0, head(0, y), none), np.where(a < size - 2, tail(0, c), none),
        ],
        axis=1,
    )  # fmt: skip
    long = np.log1p(widths).astype(np.float32)
    title = (capital_counts / np.maximum(word_counts, 1)).astype(np.float32)
    digits = (digit_counts / lengths).astype(np.float32)
    words = np.log1p(word_counts).astype(np.float32)
    full = np.log1p(inner_stops).astype(np.float32)
    ended = np.isin(padded[ends - 1], _ENDS).astype(np.float32)
    lower = (padded[starts] == _CODE["lower"]).astype(np.float32)
    follows = np.isin(padded[starts], _FOLLOWERS).astype(np.float32)
    raw_trailing = np.asarray(trailing, dtype=np.float32)
    raw_indented = np.asarray(indented, dtype=np.float32)
    repeats = _repeats(texts)
    known = _frequencies(texts)
    commas = np.log1p(_between(np.cumsum(classes == _CODE["comma"]), starts, ends)).astype(np.float32)
    opened = np.isin(classes, _OPENERS).astype(np.int64) - np.isin(classes, _CLOSERS)
    unclosed = np.clip(_between(np.cumsum(opened), starts, ends), -2, 2).astype(np.float32)
    unpaired = (_between(np.cumsum(classes == _CODE["straight"]), starts, ends) % 2).astype(np.float32)
    page = np.array(
        [
            lower.mean(),
            follows.mean(),
            ended.mean(),
            long.mean() / 4,
            np.log1p(size) / 6,
            wide.mean(),
            raw_trailing.mean(),
        ],
        dtype=np.float32,
    )
    columns = [
        *(long[k] / 4 for k in (x, y, a, b, c, d)),
        *(long[k] > np.log(60) for k in (y, a, b, c)),
        *(words[k] / 3 for k in (a, b, c)), *(title[k] for k in (y, a, b, c)), *(full[k] for k in (a, b)),
        *(ended[k] for k in (x, y, d)), *(lower[k] for k in (y, c, d)), follows[d],
        digits[a], digits[b], raw_trailing[a], raw_indented[b], repeats[a], repeats[b],
        commas[a], commas[b], known[0][a], known[1][a], known[2][b], known[0][b], known[2][c],
        *(unclosed[k] for k in (y, a, b)), *(unpaired[k] for k in (y, a, b)),
        np.minimum(ends - last_word, 20)[a] / 10, np.minimum(first_word_end - starts, 20)[b] / 10,
    ]  # fmt: skip
    scalars = np.empty((size - 1, SCALARS), dtype=np.float32)
    for k, column in enumerate(columns):
        scalars[:, k] = column
    scalars[:, len(columns) :] = page
    return Boundaries(places, scalars)


_ENDS: Final = tuple(_CODE[name] for name in ("terminal", "straight", "closing", "colon"))
_OPENERS: Final = tuple(_CODE[name] for name in ("opening", "bracket"))
_CLOSERS: Final = tuple(_CODE[name] for name in ("closing", "unbracket"))
_FOLLOWERS: Final = tuple(_CODE[name] for name in ("terminal", "comma", "colon", "closing", "unbracket", "apostrophe"))


def _between(sums: Ints, starts: Ints, ends: Ints) -> Ints:
    """Return how much a running sum grows between the start and the end of each line."""
    padded = np.append(np.int64(0), sums)
    return padded[ends] - padded[starts]


def _frequencies(texts: Sequence[str]) -> tuple[Floats, Floats, Floats]:
    """Return how often each line's last word stands inside lines, how often at their ends, and its first word inside.

    What stands often inside lines, such as an article or a preposition, seldom ends a heading or a menu entry.
    """
    words = [text.split() or [text] for text in texts]
    total = Counter(chain.from_iterable(words))
    last = Counter([line[-1] for line in words])
    first = Counter([line[0] for line in words])
    size = len(texts)
    return (
        np.log1p(np.fromiter((total[line[-1]] - last[line[-1]] for line in words), dtype=np.float32, count=size)),
        np.log1p(np.fromiter((last[line[-1]] for line in words), dtype=np.float32, count=size)),
        np.log1p(np.fromiter((total[line[0]] - first[line[0]] for line in words), dtype=np.float32, count=size)),
    )


def _repeats(texts: Sequence[str]) -> Floats:
    """Return 1 for each line that stands more than once on the page: menus and teasers repeat, sentences do not."""
    seen: dict[str, int] = {}
    for text in texts:
        seen[text] = seen.get(text, 0) + 1
    return np.fromiter((seen[text] > 1 for text in texts), dtype=np.float32, count=len(texts))


@dataclass(frozen=True, slots=True)
class Weights:
    """A small network: one table a place, a matrix for the scalars, two layers."""

    places: Floats
    """Shape (PLACES, CLASSES, hidden)."""
    scalars: Floats
    bias: Floats
    inner: Floats
    inner_bias: Floats
    out: Floats
    out_bias: Floats

    def probabilities(self, seen: Boundaries) -> Floats:
        """Return how likely each boundary is a joint."""
        hidden = seen.scalars @ self.scalars + self.bias
        for k in range(PLACES):
            hidden += self.places[k][seen.places[:, k]]
        inner = np.maximum(beside(np.maximum(hidden, 0)) @ self.inner + self.inner_bias, 0)
        return np.asarray(1 / (1 + np.exp(-(inner @ self.out + self.out_bias))), dtype=np.float32)


def beside(rows: Floats) -> Floats:
    """Return each row with the one before and the one after it to its right; zeros beyond the ends."""
    size, width = rows.shape
    wide = np.zeros((size, 3 * width), dtype=np.float32)
    wide[:, :width] = rows
    wide[1:, width : 2 * width] = rows[:-1]
    wide[:-1, 2 * width :] = rows[1:]
    return wide


@cache
def weights() -> Weights:
    """Return the learned weights."""
    with files("newsclean.sources").joinpath("joints.npz").open("rb") as file, np.load(file) as stored:
        return Weights(**{name: stored[name].astype(np.float32) for name in stored.files})
