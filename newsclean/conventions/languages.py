"""Languages: what a page says of its language, and its text, in; a BCP 47 tag that the script bears out out."""

import re
from collections import Counter
from functools import cache
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt
import regex

from newsclean.conventions.tables import table

_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?(?:[-_.@].*)?$")
_SCRIPTS: Final = {
    "greek": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
    "cyrillic": ((0x400, 0x4FF),),
    "hebrew": ((0x590, 0x5FF),),
    "arabic": ((0x600, 0x6FF),),
    "devanagari": ((0x900, 0x97F),),
    "bengali": ((0x980, 0x9FF),),
    "tamil": ((0xB80, 0xBFF),),
    "thai": ((0xE00, 0xE7F),),
    "georgian": ((0x10A0, 0x10FF),),
    "armenian": ((0x530, 0x58F),),
    "hangul": ((0xAC00, 0xD7AF),),
    "kana": ((0x3040, 0x30FF),),
    "han": ((0x3400, 0x9FFF),),
    "latin": ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F)),
}
"""Code points of the letters that tell a script, first to last."""
EAST_ASIAN: Final = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
"""A sign of Chinese, Japanese or Korean."""
_BEYOND: Final = 0x10000
_ONLY: Final = {
    "greek": "el", "hebrew": "he", "bengali": "bn", "tamil": "ta", "thai": "th",
    "georgian": "ka", "armenian": "hy", "hangul": "ko", "kana": "ja",
}  # fmt: skip
"""Scripts that one language is written in, among those that news pages come in."""
_WRITTEN_IN: Final = {
    "cyrillic": frozenset(("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "uz", "bs", "tt")),
    "arabic": frozenset(("ar", "fa", "ur", "ps", "ckb", "ku", "ug", "sd")),
    "devanagari": frozenset(("hi", "mr", "ne", "sa")),
    "han": frozenset(("zh", "ja", "yue", "ko")),
    "kana": frozenset(("ja",)),
    "hangul": frozenset(("ko",)),
    **{script: frozenset((language,)) for script, language in _ONLY.items() if script not in ("kana", "hangul")},
}  # fmt: skip
_SAMPLE: Final = 4_000
_ALIASES: Final = {
    "iw": "he",
    "in": "id",
    "jp": "ja",
    "cn": "zh",
    "gr": "el",
    "cz": "cs",
    "ua": "uk",
    "kr": "ko",
    "no": "nb",
    "us": "en",
    "gb": "en",
    "vn": "vi",
    "dk": "da",
    "se": None,
}
_MIN_LETTERS: Final = 40


def language_tag(value: str) -> str | None:
    """Return what a page calls its language as a BCP 47 tag.

    >>> language_tag("en_US"), language_tag("zh-hans-cn"), language_tag("DE"), language_tag("english")
    ('en-US', 'zh-Hans-CN', 'de', None)
    """
    found = _TAG.match(value.strip())
    if not found:
        return None
    language = _ALIASES.get(found[1].lower(), found[1].lower())
    if language is None:
        return None
    script, region = found[2], found[3]
    return "-".join(part for part in (language, script and script.title(), region and region.upper()) if part)


def script_of(text: str) -> str | None:
    """Return the script that most letters of a text are of; Japanese is "kana" where a tenth of its signs are.

    >>> script_of("Мэр сказал, что мост откроют в пятницу, после долгого ремонта."), script_of("12:30")
    ('cyrillic', None)
    """
    text = text[:_SAMPLE]
    found = np.bincount(_script_table()[_codes(text)], minlength=len(_SCRIPTS) + 1)
    counts = dict(zip(_SCRIPTS, found[1:].tolist(), strict=True))
    if 10 * counts["kana"] > counts["han"] > 0:
        counts["kana"] += counts["han"]
    best = max(counts, key=lambda name: counts[name])
    least = _MIN_LETTERS if text.isascii() else min(_MIN_LETTERS, max(10, len(text) // 3))
    return best if counts[best] >= least else None


def _codes(text: str) -> npt.NDArray[np.uint16]:
    """Return the code points of a text; those beyond the first plane are pairs that no table here knows."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")


@cache
def _script_table() -> npt.NDArray[np.uint8]:
    """Return for each code point of the first plane the number of its script, from 1; 0 for none."""
    table_ = np.zeros(_BEYOND, dtype=np.uint8)
    for number, ranges in enumerate(_SCRIPTS.values(), 1):
        for first, last in ranges:
            table_[first : last + 1] = number
    return table_


def borne_out(tag: str, script: str | None) -> bool:
    """Return whether a text in a script can be of the language of a tag.

    >>> borne_out("en-US", "cyrillic"), borne_out("sr", "latin"), borne_out("ru", "cyrillic")
    (False, True, True)
    """
    if script is None:
        return True
    language = tag.partition("-")[0]
    if script == "latin":
        return language not in _ONLY.values() and language not in (
            "ru",
            "uk",
            "bg",
            "ar",
            "fa",
            "ur",
            "hi",
            "zh",
            "mk",
            "be",
        )
    return language in _WRITTEN_IN[script]


def only_language(script: str | None) -> str | None:
    """Return the one language that a script is of, or None; ideographs without kana are Chinese."""
    return "zh" if script == "han" else _ONLY.get(script or "")


_WORD: Final = regex.compile(r"[\p{L}\p{M}]+")
_MIN_WORDS: Final = 20
_MIN_SHARE: Final = 0.08
_MIN_SURE_WORDS: Final = 40
_SURE_SHARE: Final = 0.15
"""Small words are a fifth to a third of the words of a story."""
_LEAD: Final = 1.15
"""How far the language that a text is taken for must lead the next: sister languages share their small words."""


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Return the languages that each function word is of."""
    found: dict[str, list[str]] = {}
    for language, words in table("functionwords").items():
        for word in set(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _in_words() -> npt.NDArray[np.bool_]:
    """Return for each code point of the first plane whether it is a letter or its mark."""
    table_ = np.zeros(_BEYOND, dtype=bool)
    for found in _WORD.finditer("".join(map(chr, range(_BEYOND)))):
        table_[found.start() : found.end()] = True
    return table_


def _words(text: str) -> list[str]:
    """Return the runs of letters and their marks."""
    codes = _codes(text)
    kept = np.where(_in_words()[codes], codes, np.uint16(ord(" ")))
    return kept.astype("<u2").tobytes().decode("utf-16-le").split()


def _counts(text: str) -> tuple[Counter[str], int]:
    """Return how many words of a text's start each language has among its commonest, and how many words it has."""
    found = _words(text[:_SAMPLE].casefold())
    known = _languages()
    return Counter(chain.from_iterable([known[word] for word in found if word in known])), len(found)


def is_belied(tag: str, text: str) -> bool:
    """Return whether a text plainly is of another language than its page says.

    >>> told = "The mayor said that the bridge would be open for the first time in years. " * 4
    >>> is_belied("fr", told), is_belied("en-GB", told)
    (True, False)
    """
    counts, size = _counts(text)
    if size < _MIN_SURE_WORDS:
        return False
    (best, most), *_ = (*counts.most_common(1), ("", 0))
    stated = tag.partition("-")[0]
    # a language whose words are not known may have those of its sister
    if best != "en" and stated not in table("functionwords"):
        return False
    # a sister that is known has half of the other's small words, and more
    return most >= _SURE_SHARE * size and counts[stated] * 2 < most


def language_of(text: str) -> str | None:
    """Return the language whose commonest words a text has by far the most of; None where that is not plain.

    >>> language_of("The mayor said that the bridge would be open for the first time in years. " * 2)
    'en'
    >>> language_of("Der Bürgermeister sagte, dass die Brücke für den Verkehr wieder offen ist. " * 2)
    'de'
    >>> language_of("Home News Sport Weather Contact " * 8) is None
    True
    """
    counts, size = _counts(text)
    if size < _MIN_WORDS:
        return None
    (best, most), (_, second), *_ = (*counts.most_common(2), ("", 0), ("", 0))
    return best if most >= max(_MIN_SHARE * size, _LEAD * second) else None
