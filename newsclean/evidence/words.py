"""Words without a language: which words a page's blocks share, and how many are function words.

In: the blocks' folded texts. Out: a `Vocabulary`; it knows no markup and no phrase.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count

import numpy as np
import numpy.typing as npt

from newsclean.evidence.shapes import Floats

_WORD = re.compile(r"[^\W\d_]|\n")
_NO_WORD = re.compile(r"[\W\d_](?<!\n)")
_BEYOND = 0x10000
_WIDE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_WIDE_RANGES = ((0x0E00, 0x0EFF), (0x3040, 0x9FFF))
"""Thai and Lao; kana and ideographs."""
_MIN_WORD_CHARS = 4

FUNCTION_WORDS = frozenset(
    # en es fr de pt it ru tr id vi nl pl el sv hi ar, in the order of their frequency in news
    """the of and to in a that is was for on with as by at from it he his be has have had not are but were an this
    which who their they its been or she her will said would after about more one when there so out up than into
    de la que el en y los se del las un por con una su al lo como más pero sus le ya o este sí porque esta entre
    et les des est dans qui une pour pas sur au plus par avec son il ce elle mais sont ont cette aux du été
    der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
    os não uma para com mais dos foi ele das tem seu sua ser quando muito nos já eu também pelo pela até isso
    di che è per non gli della nel sono alla ha anche più ma dei delle dal questo come
    и в не на что с по как это но из за от его для он к все так же о у был она они бы только или
    ve bir bu için ile da çok daha olarak olan gibi en kadar sonra ise ne
    yang dan dari untuk dengan pada ini itu tidak dalam akan juga oleh mereka telah kepada karena ada
    và của là có được cho không trong một với các những người đã này khi để từ đến cũng
    het van een niet zijn voor op te dat aan hij door wordt bij ook naar om heeft
    się na z że do jest o jak przez po od za ale dla tak nie ma był
    και το να του η της με που την από για είναι τα στο οι θα των σε ότι ο τη
    och att det som på är av för inte den till har med om ett men var
    के में है की से को का और पर ने कि भी हैं एक यह लिए नहीं था इस तो
    في من على أن إلى عن التي مع هذا ما لا كان هذه الذي بعد قد كما أو بين""".split()  # noqa: SIM905 - a text of words reads better than a list
)


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
    """Count and number the content words of each block; in scripts without spaces, pairs of characters are words."""
    size = len(folded)
    joined = "\n".join(folded)
    lines = [line.split() for line in _letters(joined).split("\n")]
    owner = np.repeat(np.arange(len(lines)), np.fromiter(map(len, lines), dtype=np.int64, count=len(lines)))
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    words = map(numbers.__getitem__, chain.from_iterable(lines))
    ids = np.fromiter(words, dtype=np.int64, count=len(owner))
    is_function = np.fromiter(map(FUNCTION_WORDS.__contains__, numbers), dtype=bool, count=len(numbers))
    is_content = np.fromiter(map(len, numbers), dtype=np.int64, count=len(numbers)) >= _MIN_WORD_CHARS
    total = np.bincount(owner, minlength=size)[:size]
    function = np.bincount(owner[is_function[ids]], minlength=size)[:size]
    content = (is_content & ~is_function)[ids]
    pairs = owner[content] * len(numbers) + ids[content]
    vocabulary = len(numbers)
    if not joined.isascii() and _WIDE.search(joined):
        wide, vocabulary = _pairs_of_characters(joined, vocabulary)
        pairs = np.concatenate((pairs // max(len(numbers), 1) * vocabulary + pairs % max(len(numbers), 1), wide))
    pairs.sort()
    pairs = pairs[np.flatnonzero(np.diff(pairs, prepend=-1))]
    block_of, word = np.divmod(pairs, max(vocabulary, 1))
    return Vocabulary(
        (function / np.maximum(total, 1)).astype(np.float32),
        block_of,
        word,
        vocabulary,
        np.bincount(block_of, minlength=size)[:size].astype(np.float32),
    )


@cache
def _is_letter() -> npt.NDArray[np.bool_]:
    """Return for each code point of the first plane whether it is part of a word, or a line break."""
    plane = "".join(map(chr, range(_BEYOND)))
    table = np.zeros(_BEYOND, dtype=bool)
    table[[found.start() for found in _WORD.finditer(plane)]] = True
    return table


def _letters(joined: str) -> str:
    """Return the text with a space in the place of each character that is in no word; line breaks stay."""
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    if len(codes) and codes.max() >= _BEYOND:
        return _NO_WORD.sub(" ", joined)
    kept = np.where(_is_letter()[codes], codes, np.uint32(0x20))
    return kept.astype("<u4").tobytes().decode("utf-32-le")


def _pairs_of_characters(joined: str, known: int) -> tuple[npt.NDArray[np.int64], int]:
    """Return block and word of each pair of neighbouring wide characters as one number, and the vocabulary's size."""
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    owner = np.cumsum(codes == ord("\n"))
    wide = np.zeros(len(codes), dtype=bool)
    for first, last in _WIDE_RANGES:
        wide |= (codes >= first) & (codes <= last)
    both = np.flatnonzero(wide[:-1] & wide[1:])
    keys, numbers = np.unique(codes[both] << 32 | codes[both + 1], return_inverse=True)
    size = known + len(keys)
    return owner[both] * size + known + numbers, size
