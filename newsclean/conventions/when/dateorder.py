"""The order of day and month in English numbers, where a page shows it: lines in, a language tag out.

`03/04/2024` is not guessed: it is read as other dates of the page, which leave no doubt, or by its host's country.
"""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from newsclean.conventions.when.dates import NUMERIC

MONTH_FIRST: Final = "en-us"
DAY_FIRST: Final = "en-gb"
_MONTHS: Final = 12
_DAYS: Final = 31
_MONTH_FIRST_HOST: Final = re.compile(r"\.(?:us|gov|mil|edu|ph)$")
_DAY_FIRST_HOST: Final = re.compile(r"\.(?:uk|au|in|ie|nz|za|sg|my|ng|ke|gh|ug|tz|zm|zw|pk|bd|lk|mt|jm|tt|eu)$")


def order_of_lines(lines: Iterable[str]) -> str | None:
    """Return the kind of English whose order all the telling dates of the lines keep to; None where they tell none.

    >>> order_of_lines(["01/02/2024", "01/28/2024"]), order_of_lines(["28/01/2024", "01/28/2024"])
    ('en-us', None)
    """
    shown: set[str] = set()
    for line in lines:
        for found in NUMERIC.finditer(line):
            first, second = int(found[1]), int(found[3])
            if max(first, second) <= _DAYS and min(first, second) <= _MONTHS < max(first, second):
                shown.add(MONTH_FIRST if second > first else DAY_FIRST)
    return shown.pop() if len(shown) == 1 else None


def order_of_host(url: str | None) -> str | None:
    """Return the kind of English that the country of an address writes dates in; None where it names none.

    >>> order_of_host("https://news.example.co.uk/a"), order_of_host("https://example.com/uk"), order_of_host(None)
    ('en-gb', None, None)
    """
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    if _DAY_FIRST_HOST.search(host):
        return DAY_FIRST
    return MONTH_FIRST if _MONTH_FIRST_HOST.search(host) else None
