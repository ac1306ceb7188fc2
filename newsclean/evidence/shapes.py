"""The shape of each block: characters counted by class, words and sentence ends by script; no words are read.

Takes the blocks' texts, gives numpy arrays of one row a block; knows no language and no markup.
"""

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

TERMINALS: Final = ".!?。！？｡．؟۔।॥…‼⁇⁈⁉։።"
CLOSERS: Final = "\"'”’»›)]}」』】）》〉＂＇“„ *"
_COMMAS = ",;，、；،؛"
_COLONS = ":：﹕"
_QUOTES = "\"“”„«»‹›「」『』《》〈〉＂'‘’"
_SEPARATORS = "|•·»›‹«/\\>→▶►◆■●∙｜／＞"
_MIN_PROSE_WORDS = 8
_IDEOGRAPHS_PER_WORD = 1.6
"""Chinese and Japanese words are 1.5 to 1.7 characters long on average."""
_UNSPACED_PER_WORD = 4.5
"""Thai, Lao and Khmer words, without their marks."""


@cache
def _classes() -> npt.NDArray[np.uint8]:
    """Return the class of each code point of the first two planes; the rest counts as ideographs or symbols."""
    table = np.zeros(0x30001, dtype=np.uint8)
    for code in range(0x20000):
        character = chr(code)
        category = unicodedata.category(character)
        if character in TERMINALS:
            value = TERMINAL
        elif character in _COMMAS:
            value = COMMA
        elif character in _COLONS:
            value = COLON
        elif character in _QUOTES:
            value = QUOTE
        elif character in _SEPARATORS:
            value = SEPARATOR
        elif 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF:
            value = IDEOGRAPH
        elif 0xAC00 <= code <= 0xD7AF:
            value = HANGUL
        elif 0x0E00 <= code <= 0x0EFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF:
            value = MARK if category[0] == "M" else UNSPACED
        elif category == "Nd":
            value = DIGIT
        elif category in ("Lu", "Lt"):
            value = UPPER
        elif category == "Ll":
            value = LOWER
        elif category[0] == "L":
            value = LETTER
        elif category[0] == "M":
            value = MARK
        elif category[0] == "Z" or character in "\t\n\r":
            value = SPACE
        elif category == "Pd":
            value = DASH
        elif category in ("Ps", "Pe"):
            value = BRACKET
        elif category[0] in "PSN":
            value = SYMBOL
        else:
            value = OTHER
        table[code] = value
    table[0x20000:0x30000] = IDEOGRAPH
    table[0x30000] = SYMBOL
    return table


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
    """Whether the last character, closing quotes and brackets aside, ends a sentence."""
    cut_off: tuple[bool, ...]
    """Whether it ends in an ellipsis, as teasers do."""
    prose: tuple[bool, ...]
    """Whether it reads like sentences: ends as one and has eight words or more."""
    word_counts: tuple[int, ...]
    """`words` as whole numbers, for filters."""


def measure(texts: Sequence[str]) -> Shapes:
    """Count the characters, words and sentences of each text, in time linear in their length.

    >>> shapes = measure(["Work on the bridge starts in May, the mayor said.", "Most read", "警方正在追查资金来源。"])
    >>> shapes.word_counts, shapes.ends_sentence, shapes.prose[0]
    ((10, 2, 6), (True, False, True), True)
    """
    size = len(texts)
    joined = "\n".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    classes = _classes()[np.minimum(codes, 0x30000)]
    lengths = np.fromiter((len(text) for text in texts), dtype=np.int64, count=size)
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
    tails = tuple(text.rstrip(CLOSERS) for text in texts)
    ends = tuple(tail[-1:] in TERMINALS and bool(tail) for tail in tails)
    cut = tuple(tail.endswith(("…", "...", "[…")) for tail in tails)
    whole = tuple(int(count) for count in words)
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
        ends_sentence=ends,
        cut_off=cut,
        prose=tuple(
            end and not gone and count >= _MIN_PROSE_WORDS for end, gone, count in zip(ends, cut, whole, strict=True)
        ),
        word_counts=whole,
    )
