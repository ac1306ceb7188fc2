"""Character classes: what kind of character stands where, in any script; text in, one small number a character out."""

import unicodedata
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

Classes = npt.NDArray[np.uint8]

NAMES: Final = (
    "none", "other", "space", "upper", "lower", "letter", "ideograph", "unspaced", "hangul", "mark", "digit",
    "terminal", "comma", "colon", "straight", "apostrophe", "opening", "closing", "bracket", "unbracket", "dash",
    "separator", "symbol",
)  # fmt: skip
CODE: Final = {name: code for code, name in enumerate(NAMES)}
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
_SCRIPTS: Final = (
    # written without spaces, or in syllables; Thai, Lao, Burmese and Khmer letters keep their marks apart
    (range(0x3040, 0x3100), "ideograph"),
    (range(0x3400, 0xA000), "ideograph"),
    (range(0xF900, 0xFB00), "ideograph"),
    (range(0xAC00, 0xD7B0), "hangul"),
    (range(0x0E00, 0x0F00), "unspaced"),
    (range(0x1000, 0x10A0), "unspaced"),
    (range(0x1780, 0x1800), "unspaced"),
)
_BEYOND: Final = 0x10000
_IDEOGRAPHS: Final = range(0x20000, 0x30000)


@cache
def _table() -> Classes:
    """Return the class of each code point of the first plane; beyond it, of an ideograph and of a symbol."""
    names = [_CATEGORIES.get(unicodedata.category(chr(code)), "symbol") for code in range(_BEYOND)]
    for codes, name in _SCRIPTS:
        for code in codes:
            if names[code] in ("letter", "symbol", "other") and (name != "unspaced" or names[code] == "letter"):
                names[code] = name
    for name, characters in _CHARACTERS.items():
        for character in characters:
            names[ord(character)] = name
    return np.fromiter((*(CODE[name] for name in names), CODE["ideograph"], CODE["symbol"]), dtype=np.uint8)


def classify(text: str) -> Classes:
    """Return the class of each character.

    >>> [NAMES[k] for k in classify("Né 5,好")]
    ['upper', 'lower', 'space', 'digit', 'comma', 'ideograph']
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    if not text.isascii() and codes.max() >= _BEYOND:
        ideographs = (codes >= _IDEOGRAPHS.start) & (codes < _IDEOGRAPHS.stop)
        codes = np.where(codes < _BEYOND, codes, np.where(ideographs, _BEYOND, _BEYOND + 1))
    classes: Classes = _table()[codes]
    return classes


def among(*names: str) -> npt.NDArray[np.bool_]:
    """Return a table that says of each class whether it is one of these.

    >>> among("upper", "lower")[classify("Né 5")].tolist()
    [True, True, False, False]
    """
    table = np.zeros(len(NAMES), dtype=bool)
    table[[CODE[name] for name in names]] = True
    return table
