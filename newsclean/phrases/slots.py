"""Phrases with slots: `share on {network}`, `{n} min read`; compiled to plain string tests, linear in the line.

In: folded phrases and the packs' word lists, once; then a line's key. Out: whether it fits, and where a name starts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import regex

MARK: Final = "ꙮ"
"""Stands around a slot's name while a phrase is folded: a letter that no line has."""
_SLOT = regex.compile(f"{MARK}([a-z]+){MARK}")
_NUMBER = regex.compile(r"\d[\d.,]*[km+]?")
_LISTED: Final = regex.compile(
    r",? (?:and|or|y|e|et|und|oder|ou|o|u|en|of|och|og|eller|ja|tai|i|oraz|a|és|és a|și|sau|и|или|і|та|й|και|ή|ve|veya|"
    r"dan|atau|và|hoặc|&) |, "
)
"""What stands between the names of a list."""
_MAX_WORDS: Final = 6
_MAX_NAME_WORDS: Final = 7
_MAX_WHEN_WORDS: Final = 12
_MAX_TEXT: Final = 140
_SHORT_WORD: Final = 3
_PARTICLES: Final = frozenset(
    [
        "al",
        "bin",
        "da",
        "das",
        "de",
        "del",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "las",
        "le",
        "los",
        "san",
        "van",
        "von",
    ]
)
"""What may stand inside a name, though no name starts with it."""
_SLOTS: Final = ("n", "word", "words", "network", "name", "when", "text")
_RESTS: Final = ("name", "when", "text")
"""Slots whose text is what follows a label."""

_HAN: Final = "\u2e80"
"""The first character of the scripts that part no words."""
_HAN_DATE: Final = frozenset("年月日号號時时分秒点點曜周週星期一二三四五六天火水木金土上下午前後后()／/.:-~")
_MAX_HAN: Final = 20
_MAX_HAN_NAME: Final = 8

Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Slotted:
    """A phrase with slots: a head, then slots, each with the text that must follow it."""

    head: str
    slots: tuple[tuple[str, str], ...]
    """Each slot's name, and the text between it and the next slot or the end."""

    def fits(self, key: str, tests: Mapping[str, Test]) -> int | None:
        """Return where the rest starts in a key that the phrase fills, its length if it has none; or None."""
        if not key.startswith(self.head) or not key.endswith(self.slots[-1][1]):
            return None
        at, rest = len(self.head), len(key)
        for number, (slot, after) in enumerate(self.slots):
            last = number == len(self.slots) - 1
            stop = len(key) - len(after) if last else key.find(after, at)
            if stop <= at or not tests[slot](key[at:stop]):
                return None
            if slot in _RESTS:
                rest = min(rest, at)
            at = stop + len(after)
        return rest


def slotted(phrase: str) -> Slotted:
    """Take a folded phrase apart at its slots; KeyError names a slot that there is not."""
    head, *parts = _SLOT.split(phrase)
    for slot in parts[::2]:
        if slot not in _SLOTS:
            raise KeyError(slot)
    return Slotted(head, tuple(zip(parts[::2], parts[1::2], strict=True)))


def slot_tests(*, networks: frozenset[str], calendar: frozenset[str], not_names: frozenset[str]) -> dict[str, Test]:
    """Return the test of each kind of slot, given the words of all packs."""

    def is_name(text: str) -> bool:
        words = text.split(" ")
        return (
            len(words) <= _MAX_NAME_WORDS
            and text[-1] not in ".:!?"
            and _is_short(text, _MAX_HAN_NAME)
            and not any(character.isdigit() or character in ':!?"' for character in text)
            and words[0].strip(",;") not in not_names
            and not any(word not in _PARTICLES and word.strip(",;") in not_names for word in words[1:])
        )

    def is_network(text: str) -> bool:
        return text in networks or (
            "," in text and all(name in networks for name in _LISTED.split(text))  # "on Facebook, Instagram and X"
        )

    def is_when(text: str) -> bool:
        words = text.split(" ")
        return len(words) <= _MAX_WHEN_WORDS and all(map(is_when_word, words))

    def is_when_word(word: str) -> bool:
        if word.isascii() and len(word) <= _SHORT_WORD:
            return True
        if word[:1] >= _HAN or word[-1:] >= _HAN:
            return all(character.isdigit() or character in _HAN_DATE or character < _HAN for character in word)
        return len(word) <= _SHORT_WORD or word.strip(",.|()") in calendar or any(map(str.isdigit, word))

    return {
        "n": lambda text: _NUMBER.fullmatch(text) is not None,
        "word": lambda text: " " not in text and not any(map(str.isdigit, text)),
        "words": lambda text: text.count(" ") < _MAX_WORDS and text[-1] not in ".!?" and _is_short(text, _MAX_HAN),
        "network": is_network,
        "name": is_name,
        "when": is_when,
        "text": lambda text: len(text) <= _MAX_TEXT,
    }


def _is_short(text: str, characters: int) -> bool:
    """Return whether a text of a script that parts no words has so few characters; other scripts count words."""
    return (text[0] < _HAN and text[-1] < _HAN) or len(text) <= characters
