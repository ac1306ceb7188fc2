"""Words without a language: which words a page's blocks share, and how many are function words.

In: the blocks' folded texts. Out: a `Vocabulary`; it knows no markup and no phrase.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.evidence.shapes import Floats, Ints
from newsclean.functionwords import FUNCTION_WORDS

_LETTER = re.compile(r"[^\W\d_]")
_PLANES: Final = 0x20000
_WIDE: Final = ((0x0E00, 0x0EFF), (0x3040, 0x9FFF))
"""Thai and Lao; kana and ideographs."""
_POWERS: Final = np.cumprod(np.full(64, 0x9E3779B97F4A7C15, dtype=np.uint64))
"""Letters beyond the last count as if they stood there."""
_MIN_WORD_CHARS = 4


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The content words of each block as numbers, and the share of function words."""

    function_share: Floats
    """Per block: function words among its words, 0 to 1."""
    block_of: npt.NDArray[np.int64]
    """One row for each distinct content word of each block: the block."""
    word: npt.NDArray[np.int64]
    """... and the word's number."""
    size: int
    """Distinct content words on the page."""
    per_block: Floats
    """Distinct content words of each block."""

    def shared(self, weights: Floats) -> Floats:
        """Return the share of each block's words that stand in other blocks of weight, 0 to 1.

        `weights` has one value a block, 0 to 1: how much a block counts as a place where a word may stand.
        """
        blocks = len(self.per_block)
        if not weights @ self.per_block:
            return np.zeros(blocks, dtype=np.float32)
        row_weights = weights[self.block_of]
        total = np.bincount(self.word, weights=row_weights, minlength=self.size)
        elsewhere = np.minimum(1.0, total[self.word] - row_weights)
        found = np.bincount(self.block_of, weights=elsewhere, minlength=blocks)
        return (found / np.maximum(1.0, self.per_block)).astype(np.float32)


def read_words(folded: Sequence[str]) -> Vocabulary:
    """Count and number the content words of each block; in scripts without spaces, pairs of characters are words.

    A word is told by a number of 64 bits made of its letters, so that no word becomes a string of its own.
    """
    size = len(folded)
    codes = _codes(folded)
    line_ends = np.flatnonzero(codes == ord("\n"))
    starts, lengths, keys = _words(codes)
    owner = np.searchsorted(line_ends, starts)
    functions = _function_words()
    is_function = functions[np.minimum(np.searchsorted(functions, keys), len(functions) - 1)] == keys
    content = (lengths >= _MIN_WORD_CHARS) & ~is_function
    pairs, pair_keys = _pairs(codes)
    _, word = np.unique(np.concatenate((keys[content], pair_keys)), return_inverse=True)
    vocabulary = int(word.max(initial=0)) + 1
    blocks = np.concatenate((owner[content], np.searchsorted(line_ends, pairs)))
    distinct = np.sort(blocks * vocabulary + word)
    block_of, word = np.divmod(distinct[np.flatnonzero(np.diff(distinct, prepend=-1))], vocabulary)
    total = np.bincount(owner, minlength=size)
    function = np.bincount(owner[is_function], minlength=size)
    return Vocabulary(
        (function / np.maximum(total, 1)).astype(np.float32),
        block_of,
        word,
        vocabulary,
        np.bincount(block_of, minlength=size).astype(np.float32),
    )


def _codes(lines: Sequence[str]) -> npt.NDArray[np.uint32]:
    return np.frombuffer("\n".join(lines).encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _words(codes: npt.NDArray[np.uint32]) -> tuple[Ints, Ints, npt.NDArray[np.uint64]]:
    """Return where each word starts, its length, and its key: equal words have equal keys."""
    is_letter = _is_letter()
    letter = is_letter[np.minimum(codes, len(is_letter) - 1)]
    edges = np.flatnonzero(np.diff(letter, prepend=False, append=False))
    starts, lengths = edges[::2], edges[1::2] - edges[::2]
    if not len(starts):
        return starts, lengths, np.zeros(0, dtype=np.uint64)
    # the sum of its letters, each times a power of an odd number, wherever the word stands
    first = np.cumsum(lengths) - lengths
    place = np.arange(int(lengths.sum())) - np.repeat(first, lengths)
    weighed = codes[letter] * _POWERS[np.minimum(place, len(_POWERS) - 1)]
    return starts, lengths, np.add.reduceat(weighed, first)


def _pairs(codes: npt.NDArray[np.uint32]) -> tuple[Ints, npt.NDArray[np.uint64]]:
    """Return where each pair of neighbouring characters of a script without spaces stands, and its key."""
    wide = np.zeros(len(codes), dtype=bool)
    for first, last in _WIDE:
        wide |= (codes >= first) & (codes <= last)
    at = np.flatnonzero(wide[:-1] & wide[1:])
    high, low = codes[at].astype(np.uint64), codes[at + 1].astype(np.uint64)
    return at, (high << np.uint64(32)) | low


@cache
def _is_letter() -> npt.NDArray[np.bool_]:
    """Return for each code point of the first two planes whether it is part of a word; the last speaks for the rest."""
    table = np.zeros(_PLANES + 1, dtype=bool)
    table[[found.start() for found in _LETTER.finditer("".join(map(chr, range(_PLANES + 1))))]] = True
    return table


@cache
def _function_words() -> npt.NDArray[np.uint64]:
    # a word with a mark in it, which is no letter, is two words on pages
    whole = [word for word in FUNCTION_WORDS if all(map(_LETTER.match, word))]
    return np.sort(_words(_codes(whole))[2])
