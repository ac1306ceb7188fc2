"""Folding: the one way in which two lines are compared; text in, comparison key out."""

import unicodedata

_DASHES = "‐‑‒–—―−﹘﹣－"
_QUOTES = "‘’‚‛′`´＇"
_DOUBLE_QUOTES = "“”„‟″«»〝〞＂"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_FOLDS = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_QUOTES, "'"),
        **dict.fromkeys(_DOUBLE_QUOTES, '"'),
        **dict.fromkeys(_INVISIBLE),
        "…": "...",
        "\u00a0": " ",
        "\u202f": " ",
        "\u3000": " ",
    }
)


def fold(text: str) -> str:
    """Return the comparison key of a line: NFKC, case, quotes, dashes, ellipses and spaces folded.

    Two blocks whose keys are equal are copies of each other, whatever their typography.

    >>> fold("“Relationship\\u00a0very good” he added — twice…")
    '"relationship very good" he added - twice...'
    >>> fold('"Relationship very good"  he added -- twice...') == fold("“Relationship very good” he added — twice…")
    True
    """
    if not text.isascii():
        # before NFKC, which would turn an acute accent or a double prime into something else
        text = unicodedata.normalize("NFKC", text.translate(_FOLDS)).translate(_FOLDS)
    text = text.replace("`", "'").replace("''", '"').casefold()
    while "--" in text:
        text = text.replace("--", "-")
    return " ".join(text.split())
