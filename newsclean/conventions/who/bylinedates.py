"""Dates in bylines: what stands between a date and a name, before it or behind it; a line in, its names out."""

import re
from functools import cache, lru_cache
from typing import Final

from newsclean.conventions.tables import key
from newsclean.conventions.when.dates import read_date
from newsclean.conventions.when.timestamps import timestamp_kind, weekdays
from newsclean.conventions.who.bylinemarks import marker
from newsclean.conventions.who.credits import vocabulary

MAX_CHARS: Final = 160
_READ_TIME = re.compile(
    r"[\s,|•·-]*\b(?:(?:lesezeit|lesedauer|reading time|read time|leestijd|temps de lecture|tiempo de lectura|"
    r"tempo di lettura|tempo de leitura):?\s)?"
    r"\d{1,3}[\s-]?(?:min(?:ute)?s?|minuten|minuti|minutos|мин)\b\.?(?:\s(?:read|"
    r"lesezeit|de lectura|de lecture|de leitura|ago))?.{0,20}$"
    r"|[\s,|•·-]+\d{1,3}\s?(?:hours?|days?|h|comments?|views?|kommentare)\b.{0,20}$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
GIVEN_NAMES: Final = frozenset(("ben", "al"))
"""Particles that are given names besides: "Von Ben Groß"."""
_MIN_DAY_CHARS: Final = 5
"""Shorter names of days, "Mar" and "Di", are words and names besides, but for English ones."""
LATE_MARKERS = ("By ", "by ", "BY ", "Von ", "Por ", "Par ", "Written by ")
"""Markers that may stand behind a date, and that no name starts with."""
_NAME_WORDS: Final = 2
_SHORT_DAYS: Final = frozenset(("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"))
_BEFORE_DATE = re.compile(
    r"(?:\b(?:published|updated|last updated|posted|mis à jour|publié|aktualisiert|veröffentlicht|actualizado|"
    r"atualizado|publicado|aggiornato|pubblicato|on|um|am|le|el|em|il|at)\s*:?\s*)+$",
    re.IGNORECASE,
)


@lru_cache(maxsize=2_048)
def is_dated(line: str) -> bool:
    """Return whether a line holds a date, a time ago or a reading time beside something else.

    >>> is_dated("Jane Doe 5 hours ago"), is_dated("Jane Doe | 12.03.2024"), is_dated("Jane Doe")
    (True, True, False)
    """
    if not _DIGIT.search(line) or len(line) > MAX_CHARS:
        return False
    return _READ_TIME.search(line) is not None or read_date(line) is not None


def behind_date(line: str) -> str:
    """Return the names behind a date and a preposition: "Posted on March 5, 2024 by Jane Doe"; nothing for no such.

    >>> behind_date("05.03.2024 von Anna Groß"), behind_date("5 marzo 2024: Di Maio"), behind_date("By Jane Doe")
    ('Anna Groß', '', '')
    """
    if not _DIGIT.search(line) or (moment := read_date(line)) is None:
        return ""
    tail = line[moment.end :].lstrip(" ,|•·-–—")
    marked, mark, rest = marker(tail)
    # "di" is a preposition, "Di Maio" and "van den Berg" are names
    if marked != "weak" or not (mark[0].islower() or tail.startswith(LATE_MARKERS)):
        return ""
    named = rest.strip() and key(rest.split(maxsplit=1)[0]) not in vocabulary("particles") - GIVEN_NAMES
    return rest if named and timestamp_kind(line[: moment.end]) is not None else ""


@cache
def _plain_weekdays() -> frozenset[str]:
    """Return the days of the week that are told from names without a preposition before them."""
    return frozenset(day for day in weekdays() if len(day) >= _MIN_DAY_CHARS) | _SHORT_DAYS


def _without_weekday(text: str) -> str:
    """Return the names before a date without the day of the week between them and it.

    >>> _without_weekday("Jane Doe Tuesday"), _without_weekday("Jane Doe on Mon,"), _without_weekday("Jane Friday")
    ('Jane Doe', 'Jane Doe', 'Jane Friday')
    """
    head, _, last = text.rstrip(" ,.").rpartition(" ")
    bare = _BEFORE_DATE.sub("", head)
    is_day = key(last) in (_plain_weekdays() if bare == head else weekdays() | _SHORT_DAYS)
    # "LONDON Mon" is where and when, "Yan Sun" who
    return bare.rstrip(" ,|•·-–—") if (" " in bare or bare.isupper()) and is_day else text


def _without_timestamp(text: str) -> str:
    """Return a byline without a day and time behind it that state no year.

    >>> _without_timestamp("Jane Doe March 18 at 12:22 PM"), _without_timestamp("Jane Doe, Class of 2004")
    ('Jane Doe', 'Jane Doe, Class of 2004')
    """
    tokens = text.split()
    for at in range(_NAME_WORDS, len(tokens)):
        if timestamp_kind(" ".join(tokens[at:])) is not None:
            return " ".join(tokens[:at])
    return text


def without_date(text: str) -> str:
    """Return a byline without its date, time and reading time.

    >>> without_date("Jane Doe, Tue 5 March 2024, 10:15 - 4 min read")
    'Jane Doe'
    """
    if not _DIGIT.search(text):
        return text
    if moment := read_date(text):
        head, tail = text[: moment.start], text[moment.end :]
        text = head if len(head.strip(" ,.|•·-")) > 2 else tail  # noqa: PLR2004
        text = _without_weekday(_BEFORE_DATE.sub("", text.strip(" ,|•·-–—")))
    else:
        text = _without_timestamp(text)
    return _READ_TIME.sub("", text)
