"""The shape of each block: characters counted by class, words and sentence ends by script; no words are read.

Takes the blocks' texts, gives numpy arrays of one row a block; knows no language and no markup.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

OTHER, SPACE, UPPER, LOWER, LETTER, IDEOGRAPH, UNSPACED, HANGUL, MARK, DIGIT = range(10)
TERMINAL, COMMA, COLON, QUOTE, DASH, BRACKET, SEPARATOR, SYMBOL = range(10, 18)
CLASSES: Final = 18

TERMINALS: Final = ".!?。！？｡．؟۔।॥…‼⁇⁈⁉։።။។"
CLOSERS: Final = "\"'”’»›)]}」』】）》〉＂＇“„ *"
_COMMAS = ",;，、；،؛"
_COLONS = ":：﹕"
_QUOTES = "\"“”„«»‹›「」『』《》〈〉＂'‘’"
_SEPARATORS = "|•·»›‹«/\\>→▶►◆■●∙｜／＞"
_SOFT_HYPHEN: Final = "\xad"
"""Where a word may break; it ends none."""
_NOTE_CHARS = 50
_NOTED: Final = re.compile(
    rf"(?<!\d)[{TERMINALS}][{re.escape(CLOSERS)}]?"
    r"(?: ?(?:\[[^\[\]]{1,20}\]|\([^()]{1,20}\)|（[^（）]{1,20}）|【[^【】]{1,20}】)|\d{1,3})+$"
)
"""The end of a sentence, and notes behind it: who signs, which source, a footnote's number."""
_MIN_PROSE_WORDS = 8
_MIN_UNMARKED_WORDS = 40
"""Thai and Lao end no sentence with a mark: a line so long is taken for one."""
_IDEOGRAPHS_PER_WORD = 1.6
"""Chinese and Japanese words are 1.5 to 1.7 characters long on average."""
_UNSPACED_PER_WORD = 4.5
"""Thai, Lao and Khmer words, without their marks."""


_IDEOGRAPHS = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))
_HANGULS = ((0xAC00, 0xD7AF),)
_UNSPACED_SCRIPTS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
"""Thai and Lao, Burmese, Khmer."""


_THAI, _LAO = "\u0e01", "\u0eff"
"""The first letter of Thai, and the last sign of Lao, which stands behind it."""

_PLANES: Final = 0x20000

_BY_CHARACTER = {
    **dict.fromkeys(_SEPARATORS, SEPARATOR),
    **dict.fromkeys(_QUOTES, QUOTE),
    **dict.fromkeys(_COLONS, COLON),
    **dict.fromkeys(_COMMAS, COMMA),
    **dict.fromkeys(TERMINALS, TERMINAL),
    **dict.fromkeys("\t\n\r", SPACE),
}
_BY_CATEGORY = {
    "Nd": DIGIT, "Lu": UPPER, "Lt": UPPER, "Ll": LOWER, "Pd": DASH, "Ps": BRACKET, "Pe": BRACKET,
    "L": LETTER, "M": MARK, "Z": SPACE, "P": SYMBOL, "S": SYMBOL, "N": SYMBOL,
}  # fmt: skip
"""Unicode general categories: a whole one goes before its first letter."""


@cache
def _classes() -> npt.NDArray[np.uint8]:
    """Return the class of each code point of the first two planes, of the third as ideographs, one row for the rest."""
    categories = list(map(unicodedata.category, map(chr, range(_PLANES))))
    of = {category: _BY_CATEGORY.get(category, _BY_CATEGORY.get(category[0], OTHER)) for category in set(categories)}
    table = np.full(0x30001, IDEOGRAPH, dtype=np.uint8)
    table[:_PLANES] = list(map(of.__getitem__, categories))
    # what is no digit and no mark of a script that parts no words counts as its letter
    for first, last in _UNSPACED_SCRIPTS:
        part = table[first : last + 1]
        part[(part != DIGIT) & (part != MARK)] = UNSPACED
    for ranges, script in ((_IDEOGRAPHS, IDEOGRAPH), (_HANGULS, HANGUL)):
        for first, last in ranges:
            table[first : last + 1] = script
    for character, kind in _BY_CHARACTER.items():
        table[ord(character)] = kind
    table[0x30000] = SYMBOL
    return table


def _is_noted(text: str) -> bool:
    return (text[-1] in ")]）】" or text[-1].isdecimal()) and _NOTED.search(text[-_NOTE_CHARS:]) is not None


@dataclass(frozen=True, slots=True)
class Shapes:
    """What can be counted in a block without reading it; each array has one row a block."""

    counts: Floats
    """Characters by class, shape (blocks, CLASSES)."""
    chars: Floats
    words: Floats
    """Words, or for scripts without spaces the number of words that so many characters make."""
    capitalised: Floats
    """Words that start with a capital."""
    firsts: npt.NDArray[np.uint8]
    """The class of the first character."""
    lasts: npt.NDArray[np.uint8]
    """The class of the last character."""
    sentences: Floats
    """Sentence ends inside the block: a terminal and then a space, a closing mark or the end."""
    ends_sentence: tuple[bool, ...]
    """Whether the last character, closing quotes and brackets and notes aside, ends a sentence; by length in Thai."""
    cut_off: tuple[bool, ...]
    """Whether it ends in an ellipsis, as teasers do."""
    prose: tuple[bool, ...]
    """Whether it reads like sentences: ends as one and has eight words or more."""
    word_counts: tuple[int, ...]
    """`words` as whole numbers, for filters."""

    def having(self, *kinds: int) -> npt.NDArray[np.bool_]:
        """Return which blocks have a character of one of the classes: a look at all lines at once."""
        return np.asarray(self.counts[:, kinds].any(axis=1))


def measure(texts: Sequence[str]) -> Shapes:
    """Count the characters, words and sentences of each text, in time linear in their length.

    >>> shapes = measure(["Work on the bridge starts in May, the mayor said.", "Most read", "警方正在追查资金来源。"])
    >>> shapes.word_counts, shapes.ends_sentence, shapes.prose[0]
    ((10, 2, 6), (True, False, True), True)
    """
    size = len(texts)
    joined = "\n".join(texts)
    if _SOFT_HYPHEN in joined:
        texts = [text.replace(_SOFT_HYPHEN, "") for text in texts]
        joined = "\n".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    classes = _classes()[np.minimum(codes, 0x30000)]
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=size)
    starts = np.zeros(size, dtype=np.int64)
    np.cumsum(lengths[:-1] + 1, out=starts[1:]) if size else None
    owner = np.repeat(np.arange(size), np.append(lengths[:-1] + 1, lengths[-1:]))
    counts = np.bincount(owner * CLASSES + classes, minlength=size * CLASSES).reshape(size, CLASSES)
    in_word = ((classes >= UPPER) & (classes <= LETTER)) | ((classes >= HANGUL) & (classes <= DIGIT))
    before = np.empty_like(in_word)
    before[:1] = False
    before[1:] = in_word[:-1]
    # an apostrophe or a point inside a word or number does not end it
    inner = (classes == QUOTE) | (classes == TERMINAL)
    if len(codes) > 1:
        before[2:] |= inner[1:-1] & in_word[:-2]
    word_start = in_word & ~before
    capital = word_start & (classes == UPPER)
    after = np.empty_like(in_word)
    after[-1:] = True
    loose = (classes == SPACE) | (classes == QUOTE) | (classes == BRACKET)
    after[:-1] = loose[1:]
    wide = (codes == ord("。")) | (codes == ord("！")) | (codes == ord("？"))
    sentence_end = (classes == TERMINAL) & (after | wide)
    spaced = np.bincount(owner[word_start], minlength=size)[:size]
    words = spaced + counts[:, IDEOGRAPH] / _IDEOGRAPHS_PER_WORD + counts[:, UNSPACED] / _UNSPACED_PER_WORD
    tails = [text.rstrip(CLOSERS) for text in texts]
    whole = words.astype(np.int64)
    long = (whole >= _MIN_UNMARKED_WORDS).tolist()
    ends = [
        tail != "" and (tail[-1] in TERMINALS or _is_noted(text) or (is_long and _THAI <= tail[-1] <= _LAO))
        for text, tail, is_long in zip(texts, tails, long, strict=True)
    ]
    # an ellipsis is a terminal, too
    cut = [end and tail.endswith(("…", "...")) for end, tail in zip(ends, tails, strict=True)]
    prose = np.asarray(ends, dtype=bool) & ~np.asarray(cut, dtype=bool) & (whole >= _MIN_PROSE_WORDS)
    return Shapes(
        counts=counts.astype(np.float32),
        chars=lengths.astype(np.float32),
        words=words.astype(np.float32),
        capitalised=np.bincount(owner[capital], minlength=size)[:size].astype(np.float32),
        firsts=classes[np.minimum(starts, max(len(classes) - 1, 0))]
        if len(classes)
        else np.zeros(size, dtype=np.uint8),
        lasts=classes[np.maximum(starts + lengths - 1, 0)] if len(classes) else np.zeros(size, dtype=np.uint8),
        sentences=np.bincount(owner[sentence_end], minlength=size)[:size].astype(np.float32),
        ends_sentence=tuple(ends),
        cut_off=tuple(cut),
        prose=tuple(prose.tolist()),
        word_counts=tuple(whole.tolist()),
    )
