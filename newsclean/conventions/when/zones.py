"""Zones by the names that pages print beside a time: a name, a day and a country in, the zone out where it is sure.

"IST" is India's, Ireland's or Israel's: such a name is read only where the page says which country it is of.
"""

from datetime import UTC, date, timedelta, timezone, tzinfo
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from newsclean.conventions.tables import table

_OF_COUNTRY: Final[dict[str, dict[str, float]]] = {
    "ist": {"in": 5.5, "ie": 1},
    "bst": {"gb": 1, "bd": 6},
    "cst": {"us": -6, "ca": -6, "mx": -6, "cn": 8, "tw": 8},
    "mst": {"us": -7, "ca": -7},
    "ast": {"ca": -4, "sa": 3, "kw": 3, "qa": 3, "bh": 3},
    "est": {"au": 10},
    "edt": {"au": 11},
    "pst": {"ph": 8},
}
"""Hours east of Greenwich, of the names that mean several zones; those of one country may be usual in all others."""
_AMERICAN: Final = {"et": -5, "ct": -6, "mt": -7, "pt": -8}
"""Names for summer and winter: hours east of Greenwich in winter."""
_WORDS: Final = {"est": frozenset(("fr", "it", "ro", "ca", "oc"))}
"""Names that are everyday words in some languages: "à 10h15 est arrivé"."""
_SUMMER_RULE: Final = range(2007, 2100)
"""Years in which the clocks change on the Sundays they change on today."""
_TEMPLATES: Final = frozenset(("us", "gb"))
"""Regions that templates state wherever they are used."""
_BARE: Final = frozenset(
    ("tv", "io", "co", "me", "ai", "fm", "ly", "to", "cc", "ws", "gg", "sh", "eu", "nu", "la", "am")
)
"""Domains of countries that sites of all countries have."""
_SUNDAY: Final = 6
_OF_LANGUAGE: Final = {"zh": "cn", **dict.fromkeys(("hi", "mr", "te", "kn", "ml", "gu"), "in")}
_DOMAINS: Final = {"uk": "gb", "gov": "us", "mil": "us", "edu": "us"}


def country_of(language: str | None, url: str | None) -> str | None:
    """Return the country that a page is surely of, by its address and the region of its language; two letters.

    >>> country_of("en-IN", "https://a.example"), country_of("en-US", "https://a.ie/b"), country_of("en", None)
    ('in', 'ie', None)
    >>> country_of("en-AU", "https://a.ie/b") is None
    True
    """
    tongue, *parts = (language or "").lower().split("-")
    region = next((part for part in parts if len(part) == 2), None) or _OF_LANGUAGE.get(tongue)  # noqa: PLR2004 - a country's
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    last = host.rpartition(".")[2]
    domain = _DOMAINS.get(last) or (last if len(last) == 2 and last not in _BARE else None)  # noqa: PLR2004
    if domain is None or region is None or domain == region:
        return domain or region
    return domain if region in _TEMPLATES else None


def zone_named(name: str, day: date, *, language: str = "", country: str | None = None) -> tzinfo | None:
    """Return the zone of a name, in lower case, on a day; None where it is none or may be another country's.

    >>> zone_named("cet", date(2024, 3, 12)), zone_named("ist", date(2024, 3, 12)) is None
    (datetime.timezone(datetime.timedelta(seconds=3600)), True)
    >>> zone_named("et", date(2024, 7, 4), language="en") == zone_named("edt", date(2024, 7, 4))
    True
    """
    if language[:2] in _WORDS.get(name, ()):
        return None
    if name in _AMERICAN:
        summer = _is_american_summer(day) if language[:2] == "en" and country in (None, "us", "ca") else None
        return None if summer is None else offset_of(_AMERICAN[name] + summer)
    hours = _OF_COUNTRY.get(name, {}).get(country or "")
    hours = _zones().get(name) if hours is None else hours
    return None if hours is None else offset_of(hours)


def offset_of(hours: float) -> tzinfo:
    """Return the zone so many hours east of Greenwich."""
    return timezone(timedelta(hours=hours)) if hours else UTC


@cache
def _zones() -> dict[str, float]:
    """Return the zones whose name stands for one offset wherever it is printed."""
    return {str(name): float(hours) for name, hours in table("timewords")["zones"].items()}


def _is_american_summer(day: date) -> bool | None:
    """Return whether the clocks of North America are on summer time; None where it is unsure."""
    if day.year not in _SUMMER_RULE:
        return None
    first, last = _sunday(day.year, 3, 2), _sunday(day.year, 11, 1)
    return None if day in (first, last) else first < day < last


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(_SUNDAY - first.weekday()) % 7 + 7 * (nth - 1))
