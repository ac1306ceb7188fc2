"""Dates as people write them on news pages: text in, a `Moment` out, or None.

Numbers are read in any script's digits, months in the languages of `months.toml`. The order of day and month is
taken from the language, never guessed; a zone is set only where the text states it.
"""

import re
from functools import cache
from typing import Final

import regex

from newsclean.conventions.tables import key, table
from newsclean.conventions.when.clocks import plain_digits, with_time, zoned
from newsclean.conventions.when.moments import BUDDHIST_YEARS, ISO, MAX_CHARS, YEARS, Moment, from_iso

_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일號号]?)?")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first of each Japanese era, and of the Republic of China."""
_ERA = re.compile(r"(令和|平成|昭和|民國|民国)\s?(\d{1,3}|元)年\s?(\d{1,2})月\s?(\d{1,2})日")
_SHORT_YEAR = re.compile(r"(?<![\d-])(\d{1,2})-([a-z]{3,9})-(\d{2})(?![\d-])")
"""As spreadsheets and databases write days: "5-Mar-24"."""
_THAI_SHORT = regex.compile(r"(?<!\d)(\d{1,2})\s?(\p{Thai}[\p{Thai}.]{1,12})\s?(\d{2})(?![\d:.])")
_THAI_CENTURY = 2500
_THAI_YEARS = range(40, 100)
"""Two digits of a Buddhist year, 1997 to 2056."""
_US_CLOCK = re.compile(r"\d\s?[ap]\.?m\b\.?,?\s?\(?(?:[ecmp][sd]|ak[sd])t\b")
"""A time of half a day in a zone of the United States."""
_YMD = re.compile(r"(?<![\d.])(\d{4})([./-])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
NUMERIC = re.compile(r"(?<![\d.,/:-])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/%])")
"""A date of three numbers, the year last."""
_TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:[.'’]\p{L}[\p{L}\p{M}]*)*|\d+")
_GLUED: Final = regex.compile(
    r"(?<=\p{Ll})(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?\b)"
)
"""Where a date stands right behind a name, as in a dump of elements with nothing between them."""
_BETWEEN = frozenset(
    ("de", "of", "del", "do", "the", "st", "nd", "rd", "th", "er", "ter", "di", "den", "el", "na", "ค.ศ", "พ.ศ")
)
_DAY_FIRST_NOT = frozenset(("zh", "ja", "ko", "hu", "lt", "mn"))
_FOREIGN = re.compile(r"[à-öø-ÿāăćčďđęěğıłńňőřşšţťůűźżžơưạ-ỹ]|\d{1,2}h\d{2}\b")
"""Letters and times that English dates lack: only English dates have the month first."""
_MONTH_FIRST = frozenset(("en-us", "en-ph", "fil"))
_VIETNAMESE = re.compile(r"(?:ngày\s)?(\d{1,2})\s?(?:tháng|thg)\s?(\d{1,2})(?:,?\s?(?:năm)?\s?(\d{4}))")


@cache
def _months() -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    """Return the month of each name, and of each (language, name) that means another month elsewhere."""
    names: dict[str, int] = {}
    own: dict[tuple[str, str], int] = {}
    for language, months in table("months").items():
        for number, forms in enumerate(months, 1):
            for form in forms.split("|"):
                name = key(form)
                if names.setdefault(name, number) != number:
                    own[language, name] = number
    return names, own


def is_month(word: str) -> bool:
    """Return whether a word's `key` is the name of a month in some language."""
    return word in _months()[0]


def read_date(text: str, language: str | None = None, country: str | None = None) -> Moment | None:
    """Read the first date of a line, with its time where one stands beside it.

    Args:
        text: a line, such as a timestamp's; what is longer than `MAX_CHARS` is not read.
        language: a BCP 47 tag; it settles `03/04/2024` and month names that mean two months.
        country: two letters; it settles "IST" and other zones that several countries call so.

    >>> read_date("Publié le 12 mars 2024 à 10h15").value.isoformat()
    '2024-03-12T10:15:00'
    >>> read_date("12/03/2024 10:15", "en") is None, read_date("12/03/2024", "en-GB").value.month
    (True, 3)
    >>> read_date("١٢ مارس ٢٠٢٤").value.date().isoformat(), read_date("12 มีนาคม 2567").value.year
    ('2024-03-12', 2024)
    """
    if len(text) > MAX_CHARS:
        return None
    line, language = plain_digits(text), (language or "").lower()
    if found := ISO.search(text):
        moment = from_iso(found)
        if moment is not None and found[4] is None:
            day = moment.value
            return with_time(line, (day.year, day.month, day.day), found.span(), language=language, country=country)
        return moment if moment is None else zoned(moment, line, language, country)
    found_date = _numeric(line, language) or _written(line, language) or _short(line)
    if found_date is None and (glued := _GLUED.search(text)):
        found_date = _written(line, language, glued.start())
    return with_time(line, *found_date, language=language, country=country) if found_date else None


_Found = tuple[tuple[int, int, int], tuple[int, int]]


def _numeric(line: str, language: str) -> _Found | None:
    if found := _ERA.search(line):
        year = _ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))
        return (year, int(found[3]), int(found[4])), found.span()
    if found := _CJK.search(line):
        return (int(found[1]), int(found[2]), int(found[3] or 0)), found.span()
    if found := _YMD.search(line):
        return (int(found[1]), int(found[3]), int(found[4])), found.span()
    if found := _VIETNAMESE.search(line):
        return (int(found[3]), int(found[2]), int(found[1])), found.span()
    if found := NUMERIC.search(line):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if year < 100:  # noqa: PLR2004 - two digits
            year += 2000
        month_first = _month_first(first, second, found[2], line, language)
        if month_first is not None:
            month, day = (first, second) if month_first else (second, first)
            return (year, month, day), found.span()
    return None


def _month_first(first: int, second: int, separator: str, line: str, language: str) -> bool | None:
    """Return whether the month stands first; None where that cannot be known."""
    if first == second:
        return False
    if max(first, second) > 12:  # noqa: PLR2004 - no month
        return second > first
    if separator in ".|" or _FOREIGN.search(line):
        return False
    if language in _MONTH_FIRST:
        return True
    if not language or language == "en":
        return True if _US_CLOCK.search(line) else None
    return None if language[:2] in _DAY_FIRST_NOT else False


def _short(line: str) -> _Found | None:
    """Return the date whose year has two digits, where its form says that it is a date."""
    if found := _SHORT_YEAR.search(line):
        month, year = _months()[0].get(found[2]), 2000 + int(found[3])
        return ((year, month, int(found[1])), found.span()) if month else None
    if (thai := _THAI_SHORT.search(line)) and int(thai[3]) in _THAI_YEARS:
        month = _months()[0].get(key(thai[2].strip(".")))
        return ((_THAI_CENTURY + int(thai[3]), month, int(thai[1])), thai.span()) if month else None
    return None


def _written(line: str, language: str, start: int = 0) -> _Found | None:
    tokens = [(token[0], token.start(), token.end()) for token in _TOKEN.finditer(line, start)]
    names, own = _months()
    for index, (word, _, _) in enumerate(tokens):
        if word[0].isdigit():
            continue
        name, last = key(word), index
        month = names.get(name)
        if index + 1 < len(tokens) and not tokens[index + 1][0][0].isdigit():
            following = key(tokens[index + 1][0])
            pair = f"{name} {following}"
            if pair in names:
                name, last, month = pair, index + 1, names[pair]
            elif month is not None and names.get(following) == month:
                # the same month by two names, as Arabic papers of several countries have it
                last = index + 1
        if month is None:
            continue
        month = own.get((language[:2], name), month)
        date = _around(tokens, index, last)
        if date is not None:
            day, year, *span = date
            return (year, month, day), (span[0], span[1])
    return None


_Tokens = list[tuple[str, int, int]]


def _around(tokens: _Tokens, first: int, last: int) -> tuple[int, int, int, int] | None:
    """Return day (0 for none), year, start and end of the date around the month at tokens first to last."""
    before, after = _number(tokens, first, -1), _number(tokens, last, 1)
    start, end = tokens[first][1], tokens[last][2]
    day = year = 0
    if before is not None and _is_day(tokens[before][0]):
        day, start = int(tokens[before][0]), tokens[before][1]
        if after is not None and _is_year(tokens[after][0]):
            return day, int(tokens[after][0]), start, tokens[after][2]
        earlier = _number(tokens, before, -1)
        if earlier is not None and _is_year(tokens[earlier][0]):
            return day, int(tokens[earlier][0]), tokens[earlier][1], end
        return None
    if after is None:
        return None
    if _is_year(tokens[after][0]):
        return 0, int(tokens[after][0]), start, tokens[after][2]
    if _is_day(tokens[after][0]):
        day, end = int(tokens[after][0]), tokens[after][2]
        later = _number(tokens, after, 1)
        if later is not None and _is_year(tokens[later][0]):
            year, end = int(tokens[later][0]), tokens[later][2]
        elif before is not None and _is_year(tokens[before][0]):
            year, start = int(tokens[before][0]), tokens[before][1]
    return (day, year, start, end) if year else None


def _number(tokens: _Tokens, index: int, step: int) -> int | None:
    """Return the index of the number beside a token, with nothing but a linking word between them."""
    index += step
    while 0 <= index < len(tokens) and (tokens[index][0] in _BETWEEN or len(tokens[index][0]) == 1):
        if tokens[index][0].isdigit():
            break
        index += step
    return index if 0 <= index < len(tokens) and tokens[index][0].isdigit() else None


def _is_day(token: str) -> bool:
    return len(token) <= 2 and 1 <= int(token) <= 31  # noqa: PLR2004 - days of a month


def _is_year(token: str) -> bool:
    return len(token) == 4 and (int(token) in YEARS or int(token) in BUDDHIST_YEARS)  # noqa: PLR2004 - four digits
