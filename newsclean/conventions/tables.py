"""The data tables of the conventions: a TOML file beside this module in, its values out, read once."""

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

_MARKS = dict.fromkeys(range(0x300, 0x370))


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table of a file of this package, by its name without the suffix; do not change it."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def key(word: str) -> str:
    """Return the key by which words of the tables are found: lower case, without accents.

    >>> key("Févr"), key("ARALIK") == key("aralık"), key("й") == key("и")
    ('fevr', True, True)
    """
    word = word.lower()
    if word.isascii():
        return word
    return unicodedata.normalize("NFD", word).translate(_MARKS).replace("ı", "i")


def words(text: str) -> frozenset[str]:
    """Return the keys of the words of a table's entry."""
    return frozenset(key(word) for word in text.split())
