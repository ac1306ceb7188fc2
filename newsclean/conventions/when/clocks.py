"""Times of day as people write them beside dates, with their zones: a line and a date in, a `Moment` out."""

import re
from dataclasses import replace
from datetime import date, tzinfo

import regex

from newsclean.conventions.when.moments import Moment, make, offset
from newsclean.conventions.when.zones import zone_named

_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"), " ")
"""Marks of direction, which Arabic dates have between their numbers."""
_TIME = re.compile(
    r"(?<![\d.,:])(\d{1,2})(?:\s?[:h時时시點点﹕：]\s?|[.](?=\d{2}(?![\d.,])))(\d{2})(?!\d)(?:[:.](\d{2})(?!\d))?"
    r"(?:[.]\d{1,6}(?!\d))?\s?[分분]?(?:\s?([ap])\.?m\b\.?)?"
)
_HOUR = re.compile(r"(?<![\d.,:])(\d{1,2})\s?(?:([ap])\.?m\b\.?|(?:uhr|h|hs|時|时|시)(?![^\W\d_]))")
_HALF_BEFORE = re.compile(r"(?:(?P<p>오후|下午|午後|午后|晚上|\bpm)|(?P<a>오전|上午|午前|凌晨|\bam))\s?$")
_HALF_BEHIND = re.compile(r"\s?(?:(?P<p>مساء|م(?!\w)|μ\.?μ)|(?P<a>صباح|ص(?!\w)|π\.?μ))")
_MAX_HALF = 4
_ZONE = re.compile(r"[\s(,]{0,3}(utc|gmt)?\s?([+-−])(\d{1,2}):?(\d{2})?(?!\d)")
_ZONE_NAME = regex.compile(r"[\s(,]{0,3}(\p{L}{1,5})(?!\p{L})")
_NEAR = 28
"""How far from its date a time may stand, in characters: " um ", ", klockan ", " - Cập nhật lúc "."""


def plain_digits(text: str) -> str:
    """Return the text in lower case with every script's digits as ASCII, its length unchanged.

    >>> plain_digits("١٢ March")
    '12 march'
    """
    if text.isascii():
        return text.lower()
    text = "".join(
        str(int(character)) if character.isdecimal() and not character.isascii() else character for character in text
    )
    return text.translate(_MARKS).replace("İ", "i").lower()


def with_time(
    line: str, day: tuple[int, int, int], span: tuple[int, int], *, language: str = "", country: str | None = None
) -> Moment | None:
    """Return the moment of a date and the time beside it: after it, or else before it.

    Args:
        line: the line, as `plain_digits` leaves it.
        day: year, month and day; a day of 0 has no time.
        span: where in the line the date stands.
        language: a BCP 47 tag, for zones whose names are words, too.
        country: the page's country, for zones whose names are several countries'.

    >>> with_time("12.03.2024, 10:15 uhr", (2024, 3, 12), (0, 10)).value.isoformat()
    '2024-03-12T10:15:00'
    """
    start, end = span
    for low, high in ((end, min(len(line), end + _NEAR + 12)), (max(0, start - _NEAR), start)):
        found = _TIME.search(line, low, high) or _HOUR.search(line, low, high)
        if found is None or found.start() - low > _NEAR or not day[2]:
            continue
        clock = _clock(found, line)
        if clock is None:
            continue
        # "9 am PT" is English whatever the page says of its language
        tongue = "en" if found.groups()[-1] else language
        moment = make(day, clock, None, span)
        if moment is None:
            continue
        zone, after = read_zone(line, found.end(), moment.value.date(), tongue, country)
        moment = make(day, clock, zone, (min(start, found.start()), max(end, after)))
        if moment is not None:
            return moment
    return make(day, None, None, span)


def at_time(day: Moment, text: str) -> Moment | None:
    """Return the moment of a text that states a time alone, on a day that is known; None where it states none.

    >>> at_time(make((2021, 6, 14), None, None, (0, 0)), "mis à jour à 11h02").value.isoformat()
    '2021-06-14T11:02:00'
    """
    line = plain_digits(text)
    found = _TIME.search(line)
    clock = _clock(found, line) if found else None
    if found is None or clock is None:
        return None
    value = day.value
    zone, end = read_zone(line, found.end(), value.date())
    return make((value.year, value.month, value.day), clock, zone or value.tzinfo, (found.start(), end))


def zoned(moment: Moment, line: str, language: str = "", country: str | None = None) -> Moment:
    """Return a moment that states no zone in the one whose name stands behind it in a line in lower case.

    >>> zoned(make((2024, 3, 12), (10, 15, 0), None, (0, 16)), "2024-03-12 10:15 cet").value.isoformat()
    '2024-03-12T10:15:00+01:00'
    """
    if moment.precision != "minute" or moment.value.tzinfo is not None:
        return moment
    zone, end = read_zone(line, moment.end, moment.value.date(), language, country)
    return moment if zone is None else replace(moment, value=moment.value.replace(tzinfo=zone), end=end)


def _clock(found: re.Match[str], line: str) -> tuple[int, int, int] | None:
    parts = found.groups()
    hour = int(parts[0])
    minute, second, half = (int(parts[1]), int(parts[2] or 0), parts[3]) if len(parts) > 2 else (0, 0, parts[1])  # noqa: PLR2004
    half = half or _half(line, found)
    if half and 1 <= hour <= 12:  # noqa: PLR2004 - a clock's face
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - a day's


def _half(line: str, found: re.Match[str]) -> str | None:
    """Return which half of the day a time is in by the word before it, as in East Asia, or behind it; a or p."""
    named = _HALF_BEFORE.search(line, max(0, found.start() - _MAX_HALF), found.start())
    named = named or _HALF_BEHIND.match(line, found.end())
    return named.lastgroup if named is not None else None


def read_zone(
    line: str, end: int, day: date, language: str = "", country: str | None = None
) -> tuple[tzinfo | None, int]:
    """Return the zone that a line in lower case states from `end` on, and where it ends; None where it states none.

    >>> read_zone("10:15 gmt+1", 5, date(2024, 3, 12))
    (datetime.timezone(datetime.timedelta(seconds=3600)), 11)
    """
    if found := _ZONE.match(line, end):
        if found[1] or found[4] or found[3].startswith("0"):
            return offset("+" if found[2] == "+" else "-", int(found[3]), int(found[4] or 0)), found.end()
    elif (named := _ZONE_NAME.match(line, end)) and (
        zone := zone_named(named[1], day, language=language, country=country)
    ):
        if further := _ZONE.match(line, named.end()):
            return offset("+" if further[2] == "+" else "-", int(further[3]), int(further[4] or 0)), further.end()
        return zone, named.end()
    return None, end
