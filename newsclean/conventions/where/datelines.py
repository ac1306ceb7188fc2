"""Datelines: where, when and by whom a story was filed, as its first line says; a paragraph in, its dateline out.

A place in capitals, a date or an agency must stand before the dash: "Berlin - und dann Hamburg" is none.
"""

import re
from dataclasses import replace
from functools import cache
from typing import Final

import regex

from newsclean.conventions.tables import key, table
from newsclean.conventions.when.dates import is_month
from newsclean.conventions.when.timestamps import weekdays
from newsclean.conventions.where.datelineparts import DatelineParts
from newsclean.conventions.where.eastdatelines import may_be_east_asian, read_east_asian_dateline
from newsclean.conventions.who.agencies import agencies, agency

MAX_HEAD: Final = 90
"""A dateline ends within so many characters."""
_CAP = r"\p{Lu}[\p{L}\p{M}.'’\-]*"
_HEAD = regex.compile(
    r"(?P<head>[^\n]{2,90}?)\s?(?P<dash>[.,]?\s?(?:--|[-–—―‑−ـ])|[).]\s?[:.](?=\s)|(?<=\))\.|"
    r"(?<=\)):|(?<=\))(?=\s\p{Lu}))\s*(?=\S)"
)  # fmt: skip
_SLASHED = regex.compile(
    r"(?P<head>[^\n/]{2,60}?)\.?\s?/(?P<agency>[^/\n]{2,30})/(?=[.\s\-–—])\.?\s?(?:--|[-–—])?\s?(?=\S)"
)
_DASHED = regex.compile(r"(?P<head>[^\n()]{2,60}?)\s?--\s?\((?P<agency>[^()\n]{2,30})\)\s?--\s?(?=\S)")
_DOTTED = regex.compile(
    rf"(?P<place>{_CAP}(?:[ ]{_CAP}){{0,2}})\.\s(?P<date>\d{{1,2}}\s\p{{L}}+)\.\s"
    r"(?P<agency>\p{L}[\p{L} .\-]{1,20}?)(?:\s[-–—]|\.)\s"
)
_COLON = regex.compile(r"(?P<place>\p{Lu}[\p{Lu}.'’ \-]{2,30})(?P<date>,\s[\p{L}\d. ]{3,20})?:\s(?=\S)")
_LONE = regex.compile(
    r"(?P<place>[\p{Lo}\p{M} ]{2,24}?)\s?/\s?(?:[^/\n]{3,40}/\s?)?(?P<agency>[\p{Lo}\p{M} .]{2,20}?)[.\s]*"
)
_STATION = re.compile(
    r"[A-Z]{3,5}(?:[ -](?:TV|FM|AM|DT))?|(?:(?:FOX|ABC|NBC|CBS|CW|News)\s)?\d{1,2}(?:\s?(?:News|NEWS))?"
)
"""What stands in the place of an agency and is none: the call letters of a station."""
_CALL_LETTERS = re.compile(r"[WK][A-Z]{2,4}\b")
_MIN_PLACE: Final = 5
"""So many letters tell a place before letters that may be any abbreviation from another abbreviation."""
_MIN_COLON: Final = 60
"""Characters of a paragraph: what is shorter is a headline."""
_STOPS: Final = (".", "!", "?", "”", '"', "’", "'", ")")
_PLACE = regex.compile(rf"{_CAP}(?:[ ](?:{_CAP}|de|del|la|le|di|da|do|am|an der|sur|of|upon|on|al|el))*")
_CASELESS = regex.compile(r"[\p{Lo}\p{M} ]{2,24}")
_BETWEEN_PLACES = re.compile(r"\s*[/,;]\s*|\s+(?:and|und|et|y|e|и|ve)\s+")
_PARENTHESIS = regex.compile(r"\s*[(\[（]([^()\[\]（）]{2,40})[)\]）]\s*")
_DATE = regex.compile(
    r"(?:\p{L}+\.?,?\s)?(?:(?P<d1>\d{1,2})\.?(?:º|er|st|nd|rd|"
    r"th)?\s(?:de\s)?(?P<m1>\p{L}[\p{L}\p{M}]+)\.?|"
    r"(?P<m2>\p{L}[\p{L}\p{M}]+)\.?\s(?P<d2>\d{1,2}))(?:,?\s(?:de\s)?\d{4})?\.?$"
)
_CLOSER = re.compile(r"[-–—―‑−ـ)\]）】/电電讯訊消〕导導道:.]")
"""What closes a dateline, in one way or another."""
_WEEKDAY = regex.compile(r",\s*\p{L}+$")
_TRAILING_AGENCY = regex.compile(r"^(?:/)?(?P<name>[\p{L}\p{M}][\p{L}\p{M} .\-]{1,30}?)(?:/)?\.\s")
_SHOUTS: Final = frozenset(
    (
        "breaking", "update", "updated", "exclusive", "watch", "live", "new", "video", "photos", "correction",
        "corrected", "analysis", "opinion", "factbox", "explainer", "editorial", "review", "recap", "alert",
        "wrapup", "refile", "warning", "note", "poll", "quiz", "listen", "read", "interview", "graphic",
        "timeline", "q&a", "podcast", "column", "commentary", "eilmeldung", "urgent", "urgente", "ultimo",
        "aggiornamento", "срочно", "молния",
    )
)  # fmt: skip
_MAX_PLACES: Final = 4


_FORMS: Final = ((_SLASHED, "/"), (_DASHED, "--"), (_DOTTED, ". "))


def read_dateline(text: str) -> DatelineParts | None:
    """Read the dateline that a paragraph starts with.

    >>> read_dateline("WASHINGTON, March 12 (Reuters) - The court ruled on Tuesday.").raw
    'WASHINGTON, March 12 (Reuters) -'
    >>> read_dateline("新华社北京3月12日电 国务院总理出席会议。").places
    ('北京',)
    >>> read_dateline("МОСКВА, 12 мар — РИА Новости. Суд").agency
    'RIA Novosti'
    >>> read_dateline("Berlin - und dann Hamburg - so ging die Reise."), read_dateline("UPDATE - the road is open.")
    (None, None)
    """
    head = text[: MAX_HEAD + 20].lstrip("“\"'*• ")
    if _CLOSER.search(head) is None:
        return None
    found = read_east_asian_dateline(head) if may_be_east_asian(head) else None
    if found is not None and (found.places or _HEAD.match(head) is None):
        return found
    for form, sign in _FORMS:
        if sign in head and (marked := form.match(head)) and agency(marked["agency"]):
            # "МОСКВА, 12 марта. /ТАСС/." is as good as "МОСКВА, 12 марта (ТАСС) -"
            plain = f"{_head(marked)} ({marked['agency']}) - {head[marked.end() :]}"
            found = _latin(_HEAD.match(plain), plain)
            return replace(found, raw=marked[0].strip()) if found is not None else None
    if (lone := _lone(text) or _colon(text)) is not None:
        return lone
    match = _HEAD.match(head)
    found = _latin(match, text)
    if found is None or found.places or match is None:
        return found
    # the agency may stand before the place: "(ANSA) - ROMA, 12 MAR -"
    rest = head[match.end() :]
    inner = _latin(_HEAD.match(rest), rest)
    return replace(inner, agency=inner.agency or found.agency, raw=f"{found.raw} {inner.raw}") if inner else found


def _latin(match: "regex.Match[str] | None", text: str) -> DatelineParts | None:
    if match is None:
        return None
    rest = match["head"].strip()
    raw = text[text.find(match["head"]) :][: match.end()].strip()
    if match["dash"].startswith(")"):
        rest += ")"
    bracketed = _bracketed(rest)
    if bracketed is None:
        return None
    named, station = bracketed
    rest = _PARENTHESIS.sub(" ", rest).strip(" ,./")
    dashed = any(mark in match["dash"] for mark in "-–—―‑−ـ")
    if not dashed and named is None:
        return None
    date = None
    if dated := _DATE.search(rest):
        month = dated["m1"] or dated["m2"]
        if is_month(key(month)):
            date = rest[dated.start("d1") if dated["m1"] else dated.start("m2") :].strip(" .,")
            rest = rest[: dated.start("d1") if dated["m1"] else dated.start("m2")].strip(" ,")
            rest = (
                _WEEKDAY.sub("", rest)
                if date and rest.count(",") and key(rest.rpartition(",")[2].strip()) in weekdays()
                else rest
            )
    if named is None and (following := _TRAILING_AGENCY.match(text[text.find(match["head"]) + match.end() :])):
        named = agency(following["name"])
        raw = f"{raw} {following[0].strip()}" if named else raw
    places = _places(rest, loose=named is not None or (date is not None and station is None))
    if places is None or not (places or named):
        return None
    if station and not named and not (_CALL_LETTERS.match(station) or len(places[0]) >= _MIN_PLACE):
        return None
    return DatelineParts(places, date, named, raw)


def _bracketed(text: str) -> tuple[str | None, str | None] | None:
    """Return the agency and the station in the brackets of a dateline; None where they hold something else."""
    named = station = None
    for parenthesis in _PARENTHESIS.finditer(text):
        if found := agencies(parenthesis[1]):
            named = found[0]
        elif _STATION.fullmatch(parenthesis[1]):
            station = parenthesis[1]
        else:
            return None
    return named, station


def _head(marked: "regex.Match[str]") -> str:
    """Return place and date of a dateline without a dash."""
    groups = marked.groupdict()
    return groups["head"] if "head" in groups else f"{groups['place']}, {groups['date']}"


def _lone(text: str) -> DatelineParts | None:
    """Read a paragraph that is nothing but a dateline: "إزمير / الأناضول"."""
    if len(text) > MAX_HEAD or "/" not in text or not (found := _LONE.fullmatch(text)):
        return None
    named = agency(found["agency"])
    return DatelineParts((found["place"].strip(),), None, named, text.strip()) if named else None


def _colon(text: str) -> DatelineParts | None:
    """Read a dateline that ends in a colon: "NEW DELHI: The court ...", where a date or the place itself says so."""
    if not (found := _COLON.match(text)) or len(text) < _MIN_COLON or not text.rstrip().endswith(_STOPS):
        return None
    dated = _DATE.fullmatch(found["date"].strip(" ,")) if found["date"] else None
    if found["date"] and not (dated and is_month(key(dated["m1"] or dated["m2"]))):
        return None
    if not dated and key(found["place"]) not in _colon_places():
        return None
    date = found["date"].strip(" ,") if found["date"] else None
    return DatelineParts((found["place"],), date, None, found[0].strip())


@cache
def _colon_places() -> frozenset[str]:
    names = " | ".join(table("places")["colon"].strip().splitlines())
    return frozenset(key(name.strip()) for name in names.split(" | "))


def _places(text: str, *, loose: bool) -> tuple[str, ...] | None:
    """Return the places of a dateline's head; None where it is something else."""
    if not text:
        return () if loose else None
    places: list[str] = []
    for part in _BETWEEN_PLACES.split(text):
        if not part or (places and (agency(part) or "." in part.strip("."))):
            continue
        if not (_PLACE.fullmatch(part) or (loose and _CASELESS.fullmatch(part))) or len(part.split()) > 4:  # noqa: PLR2004 - words of a place
            return None
        places.append(part)
    if (
        not places
        or len(places) > _MAX_PLACES
        or key(places[0]) in _SHOUTS
        or (agency(places[0]) is not None and not loose)
    ):
        return None
    if not loose and not (places[0].isupper() and len(places[0]) > 2):  # noqa: PLR2004 - "IT - the ..."
        return None
    return tuple(places)


_TAIL = regex.compile(
    r"[(\[（【]\s?([^()\[\]（）【】]{2,40}?)\s?[)\]）】]\s?[.。]?\s*$|"
    r"(?<=[.!?”\"])\s+(?:[-–—]+\s?)?(\p{Lu}[\p{L}/ ]{1,24})\.?\s*$"
)


def closing_agencies(text: str) -> tuple[str, ...]:
    """Return the agencies that a paragraph's end credits: "... on Monday. (dpa/abc)".

    >>> closing_agencies("The road is open. (AFP)"), closing_agencies("The road is open (for cars).")
    (('AFP',), ())
    """
    found = _TAIL.search(text[-60:])
    return agencies(found[1] or found[2]) if found else ()
