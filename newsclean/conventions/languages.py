"""Languages: what a page says of its language, and its text, in; a BCP 47 tag that the script bears out out."""

import re
from collections import Counter
from functools import cache
from typing import Final

import regex

from newsclean.conventions.tables import table

_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?(?:[-_.@].*)?$")
_SCRIPTS: Final = (
    ("greek", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("arabic", re.compile(r"[\u0600-\u06ff]")),
    ("devanagari", re.compile(r"[\u0900-\u097f]")),
    ("bengali", re.compile(r"[\u0980-\u09ff]")),
    ("tamil", re.compile(r"[\u0b80-\u0bff]")),
    ("thai", re.compile(r"[\u0e00-\u0e7f]")),
    ("georgian", re.compile(r"[\u10a0-\u10ff]")),
    ("armenian", re.compile(r"[\u0530-\u058f]")),
    ("hangul", re.compile(r"[\uac00-\ud7af]")),
    ("kana", re.compile(r"[\u3040-\u30ff]")),
    ("han", re.compile(r"[\u3400-\u9fff]")),
    ("latin", re.compile(r"[a-zA-Z\u00c0-\u024f]")),
)  # fmt: skip
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
    if text.isascii():
        return "latin" if sum(character.isalpha() for character in text) >= _MIN_LETTERS else None
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS}
    if 10 * counts["kana"] > counts["han"] > 0:
        counts["kana"] += counts["han"]
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= min(_MIN_LETTERS, max(10, len(text) // 3)) else None


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
_LEAD: Final = 1.15
"""How far the language that a text is taken for must lead the next: sister languages share their small words."""


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in table("functionwords").items()}


def language_of(text: str) -> str | None:
    """Return the language whose commonest words a text has by far the most of; None where that is not plain.

    >>> language_of("The mayor said that the bridge would be open for the first time in years. " * 2)
    'en'
    >>> language_of("Der Bürgermeister sagte, dass die Brücke für den Verkehr wieder offen ist. " * 2)
    'de'
    >>> language_of("Home News Sport Weather Contact " * 8) is None
    True
    """
    found = _WORD.findall(text[:_SAMPLE].casefold())
    if len(found) < _MIN_WORDS:
        return None
    counts = Counter(found)
    shares = {
        language: sum(counts[word] for word in words) / len(found) for language, words in _function_words().items()
    }
    best, second = sorted(shares, key=lambda language: shares[language], reverse=True)[:2]
    return best if shares[best] >= max(_MIN_SHARE, _LEAD * shares[second]) else None
