"""What a dateline says: places, date, agency and reporters, and the text it was read from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatelineParts:
    """A dateline that was read."""

    places: tuple[str, ...]
    date: str | None
    agency: str | None
    raw: str
    reporters: tuple[str, ...] = ()
