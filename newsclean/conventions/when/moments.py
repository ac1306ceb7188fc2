"""Moments: a date with its precision, built from numbers or from what is written for machines; never guessed."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from typing import Final, Literal

from newsclean.conventions.when.zones import zone_named

Precision = Literal["minute", "day", "month", "year"]
MAX_CHARS: Final = 200
"""A line that is longer is not read for a date."""
YEARS: Final = range(1900, 2100)
BUDDHIST_YEARS: Final = range(2400, 2643)
_BUDDHIST_OFFSET = 543
_EPOCH = range(631_152_000, 4_102_444_800)
"""Seconds from 1990 to 2099; a bare number outside is no date."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that was read: its value, how exact it is, and where in the text it stands."""

    value: datetime
    """Aware only where the text states the zone."""
    precision: Precision
    start: int = 0
    end: int = 0


ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[Tt_ ,]{1,2}(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(Z\b|z\b|(?:UTC|GMT)?[+-]\d{2}:?(?:\d{2})?(?!\d))?)?"
)
_NAMED_ZONE = re.compile(r"(?<=:\d\d)\s([A-Z]{1,5})(?![A-Za-z+-])")
_PREFIX = re.compile(r"\b(?:GMT|UTC)(?=[+-]\d)")
_HALF = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?Z?$")


def read_machine_date(text: str, country: str | None = None) -> Moment | None:
    """Read a date that was written for machines: ISO 8601, RFC 2822, Java's, a compact or a Unix one.

    Args:
        text: the date; what is longer than `MAX_CHARS` is cut.
        country: two letters; it settles "IST" and other zones that several countries call so.

    >>> read_machine_date("2024-03-12T10:15:00+0100").value.isoformat()
    '2024-03-12T10:15:00+01:00'
    >>> read_machine_date("Tue, 12 Mar 2024 10:15:00 GMT").value.isoformat()
    '2024-03-12T10:15:00+00:00'
    """
    text = text.strip()[:MAX_CHARS]
    if found := ISO.match(text):
        return from_iso(found)
    if text.isascii() and text.isdigit():
        if len(text) in (10, 13) and (seconds := int(text[:10])) in _EPOCH:
            return Moment(datetime.fromtimestamp(seconds, tz=UTC), "minute", 0, len(text))
    elif "," in text[:5] or text[:3].isalpha():
        return _from_mail(text, country)
    if found := _COMPACT.match(text):
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
        return make((year, month, day), (hour, minute, second) if found[4] else None, None, found.span())
    return None


def _from_mail(text: str, country: str | None) -> Moment | None:
    """Return the moment of a date as mails and Java write it; of a zone's name the table decides, not the library."""
    if _HALF.search(text):
        return None
    named = _NAMED_ZONE.search(text)
    bare = text if named is None else f"{text[: named.start(1)]}{text[named.end(1) :]}"
    try:
        value = parsedate_to_datetime(_PREFIX.sub("", bare))
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    if named is not None and value.tzinfo is None:
        zone = zone_named(named[1].lower(), value.date(), language="en", country=country)
        value = value.replace(tzinfo=zone)
    return Moment(value, "minute", 0, len(text))


def from_iso(found: re.Match[str]) -> Moment | None:
    """Return the moment that a match of `ISO` states; None where no calendar has it."""
    year, month, day = (int(part) for part in found.group(1, 2, 3))
    if found[4] is None:
        return make((year, month, day), None, None, found.span())
    clock = int(found[4]), int(found[5]), int(found[6] or 0)
    zone: tzinfo | None = None
    if stated := found[7]:
        stated = stated.upper().removeprefix("UTC").removeprefix("GMT").replace(":", "")
        zone = UTC if stated == "Z" else offset(stated[0], int(stated[1:3]), int(stated[3:] or 0))
    if clock == (0, 0, 0) and zone is None:
        return make((year, month, day), None, None, found.span())
    return make((year, month, day), clock, zone, found.span())


def offset(sign: str, hours: int, minutes: int) -> timezone | None:
    """Return the zone so far from Greenwich, or None where no zone is."""
    if hours > 14 or minutes > 59:  # noqa: PLR2004 - no zone is further from Greenwich
        return None
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(span if sign == "+" else -span)


def make(
    date: tuple[int, int, int], clock: tuple[int, int, int] | None, zone: tzinfo | None, span: tuple[int, int]
) -> Moment | None:
    """Return the moment of a date with or without a clock, or None where no calendar has it.

    Args:
        date: year, month and day; a day of 0 is not stated.
        clock: hour, minute and second, where stated.
        zone: the zone, where stated.
        span: where in the text it stands.
    """
    year, month, day = date
    if year in BUDDHIST_YEARS:
        year -= _BUDDHIST_OFFSET
    if year not in YEARS:
        return None
    precision: Precision = "minute" if clock else "day" if day else "month"
    hour, minute, second = clock or (0, 0, 0)
    if hour == 24:  # noqa: PLR2004 - the end of a day, as some write it
        hour = 0
    try:
        value = datetime(year, month, day or 1, hour, minute, min(second, 59), tzinfo=zone if clock else None)
    except ValueError:
        return None
    return Moment(value, precision, *span)
