"""Postmarks: lines that say when, and often by whom, a comment was posted; a line in, its form and words out.

A site prints the same form above or below each comment, with another name and another hour in it.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from newsclean.conventions.tables import key
from newsclean.conventions.when.dates import is_month
from newsclean.conventions.when.timestamps import CLOCK, NUMERIC_DATE, TOKEN, past_words, units, word_kind

_MAX_CHARS: Final = 110
_MAX_WORDS: Final = 14
_HOUR: Final = re.compile(r"\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_EAST_ASIAN_DATE: Final = re.compile(r"\d{4}[年년]|\d[月월]\s?\d")
_EAST_ASIAN_AGO: Final = re.compile(r"\d ?(?:秒|分钟|分鐘|分|小时|小時|時間|시간|分間|天|日|일)\s?(?:前|전)")
_HALVES: Final = frozenset({"am", "pm", "a.m", "p.m"})
_HALF: Final = "m"
_HANDLE: Final = re.compile(r"\S{2,30} ?[•·|]")
"""A name that starts small: what stands before the first bullet."""
_ELLIPSES: Final = ("...", "…", "...:", "…:")
_SAID: Final = re.compile(
    r"(.{2,40}?)(?:\s(?:said|a dit|dijo|disse|ha detto|ha dit|hat gesagt|zei|sa|sagde|kirjoitti|pisze|řekl\(a\)"
    r"|povedal\(a\)|írta|spunea|kaže|pravi|каза|сказав|је рекао|комментирует|είπε|dedi ki|mengatakan|berkata|nói|rašė"
    r"|teica|ütles|يقول|گفت|אמר/ה|ने कहा)|\s?(?:กล่าวว่า|さんのコメント|님의 말|提到|说|說))\s?(?:\.\.\.|…):?"
)
"""The head of a comment on blogs of the commonest host, in its words for many languages: "Ann Lee said..."."""
SAID: Final = "said"
NAME: Final = "N"
"""Stands in a form for words that start with a capital."""
AGE: Final = "D"
"""Stands in a form for words of months, days and spans of time: last in a line that says how long ago."""


def may_be_postmark(line: str) -> bool:
    """Return whether a line is short and has a time of day or a word that says how long ago; far cheaper than reading.

    >>> may_be_postmark("Ann Lee • 3 years ago"), may_be_postmark("3 goals in 5 games")
    (True, False)
    """
    return len(line) <= _MAX_CHARS and (
        line.endswith(_ELLIPSES)
        or CLOCK.search(line) is not None
        or _HOUR.search(line) is not None
        or _EAST_ASIAN_AGO.search(line) is not None
        or _past().search(key(line)) is not None
    )


@cache
def _past() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(past_words()))))


class Postmark(NamedTuple):
    """What a line says of a comment."""

    form: tuple[str, ...]
    """Its words, with one sign for all names, numbers and parts of dates."""
    words: str
    """Those that are no part of the date: a name, and what the site prints beside it."""


def postmark(line: str) -> Postmark | None:
    """Read a line that has a date with a time of day, or says how long ago; None for any other line.

    >>> postmark("ann_lee • #2 • 12 March 2024, 5:48 pm").form == postmark("Bo Ek • #3 • 3 May 2024, 6:11 am").form
    True
    >>> postmark("05.11.2024"), postmark("14:05 GMT"), postmark("Ann Lee • 3 years ago")
    (None, None, Postmark(form=('N', '0', 'D'), words='ann lee'))
    >>> postmark("Ann Lee said..."), postmark("Ann Lee said")
    (Postmark(form=('N', 'said'), words='Ann Lee'), None)
    """
    if not may_be_postmark(line):
        return None
    if said := _SAID.fullmatch(line):
        return Postmark((NAME, SAID), said[1])
    return _dated(line) if any(map(str.isdecimal, line)) else None


def _dated(line: str) -> Postmark | None:
    form: list[str] = []
    words: list[str] = []
    dated = NUMERIC_DATE.search(line) is not None or _EAST_ASIAN_DATE.search(line) is not None
    past = unit = False
    for number, found in enumerate(TOKEN.finditer(line)):
        if number == _MAX_WORDS:
            return None
        token = found[0]
        word = key(token)
        kind = word_kind(word)
        month = is_month(word) or kind == "persian_months"
        if token[0].isdecimal():
            part = "0"
        elif word in _HALVES:
            part = _HALF
        elif month or kind in {"spans", "weekdays"}:
            part = AGE
            dated = dated or month
            past = past or word in past_words()
            unit = unit or word in units()
        else:
            part = word if kind is not None or not token[0].isupper() else NAME
            words.append(word)
        if not form or form[-1] != part:
            form.append(part)
    # "05.11" is an hour, too, but not in "05.11.2024"
    rest = NUMERIC_DATE.sub(" ", line)
    timed = dated and (CLOCK.search(rest) is not None or _HOUR.search(rest) is not None)
    if timed or (past and unit) or _EAST_ASIAN_AGO.search(line):
        return Postmark(tuple(_with_one_name(form, line)), " ".join(words))
    return None


def _with_one_name(form: list[str], line: str) -> list[str]:
    """Return a form in which all words before the first number or part of a date are one name, if one of them is."""
    lead = next((place for place, part in enumerate(form) if part in {"0", AGE}), 0)
    return [NAME, *form[lead:]] if lead and (NAME in form[:lead] or _HANDLE.match(line)) else form
