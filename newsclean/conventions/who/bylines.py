"""Bylines: who wrote, as news pages print it; a line or an author field in, credits out, or None.

A weak marker such as "By" or "Di" makes a byline only of what is made of names: "Di Maio ha incontrato" is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import regex

from newsclean.article import AuthorRole
from newsclean.conventions.sections import is_section
from newsclean.conventions.tables import key
from newsclean.conventions.who.agencies import agencies, agency
from newsclean.conventions.who.bylinedates import GIVEN_NAMES, MAX_CHARS, behind_date
from newsclean.conventions.who.bylineextras import BREAK, EMAIL, once, without_buttons, without_extras
from newsclean.conventions.who.bylinemarks import Marked, is_desk, marker
from newsclean.conventions.who.credits import Credit, is_calling_word, is_team, split_names, vocabulary
from newsclean.conventions.who.eastasian import read_by_part, read_east_asian
from newsclean.conventions.who.furthercredits import by_role
from newsclean.conventions.who.labelledlines import read_labelled_line
from newsclean.conventions.who.sharedbylines import read_shared

_MAX_FIELD_CHARS: Final = 400


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline that was read."""

    credits: tuple[Credit, ...]
    marked: Marked
    """Whether a label introduced it, an everyday preposition, or nothing."""


_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_CASED = regex.compile(r"\p{Lu}")
_NEIGHBOUR: Final = re.compile(r"[«‹<←]\s[^»›>→]*")
"""A link to the story before."""
_POST = re.compile(r"\s?[—–-] ?[^()]{1,60} \(@\w{1,30}\)")
"""Whose post of a social network stands above the line, and when it was written."""
_LEFT_OVER: Final = re.compile(r"(?:,|\s(?:and|und|et|och|og|&))\s*$")
"""A joiner that the next name of a list stood behind."""
_ICONS: Final = regex.compile(r"^[[\p{Extended_Pictographic}\uFE0F\s]--[©®™]]+", regex.V1)
_MARKUP: Final = re.compile(r"<[^<>]*>?")
_QUOTED: Final = re.compile(r"[“”„«»]")
_URL = re.compile(r"https?:|www\.|/[\w-]+/|\.(?:html?|php)\b", re.IGNORECASE)
_NAMES_TOO = frozenset(("text", "di", "da", "de", "van", "i", "a", "del", "von", "words"))
"""Markers that names start with, too: in an author field they are left alone."""
_EDITORS: Final = re.compile(r"edit|éditeur|redaktor|redaktør|редактор|تحرير|संपादक|biên tập", re.IGNORECASE)
_REVIEWERS: Final = re.compile(r"reviewed|fact|überprüf|geprüft|vérifi|relu|revisad|verific", re.IGNORECASE)
_ENDS: Final = (".", "!", "?", "؟", "।", "۔")
_MAX_UNCASED_WORDS: Final = 4
"""Where no capital tells a name from a sentence, what follows a marker without a colon is a short name."""
_UNPARTED: Final = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_FIRST_AND_LAST: Final = 2
_MAX_LITTLE_WORDS: Final = 3
_LABELS: Final = 2
"""Labels of one line that name who wrote it and who looked through it."""
_MAX_UNPARTED: Final = 14
"""In scripts that part names and not words, a name is two words that are shorter than clauses are."""
_MAX_DESK_PLACE: Final = 2
_FUNCTION_WORDS: Final = frozenset(
    ("في", "من", "على", "إلى", "عن", "أن", "إن", "مع", "التي", "الذي", "هذا", "هذه", "قد", "ثم",
     "که", "از", "در", "به", "با", "این",
     "ने", "में", "का", "की", "के", "को", "से", "पर", "है", "हैं", "था", "थे", "थी")
)  # fmt: skip
"""Arabic, Persian and Hindi words that stand in sentences and in no name."""
_DESK = re.compile(r"^((?:d[ae] )?(?:redação|redacción|redazione|rédaction)),\s(?!com |con |avec )\S.*$", re.IGNORECASE)
"""A newsroom, and behind the comma the place that it writes from."""


def read_byline(line: str, *, bare: bool = False) -> Byline | None:
    """Read a printed line as a byline.

    Args:
        line: the whole line.
        bare: whether a name without a marker is one: only where the place of the line says so.

    >>> [credit.name for credit in read_byline("By Jane Doe and John Q. Roe in Hanoi").credits]
    ['Jane Doe', 'John Q. Roe']
    >>> [credit.name for credit in read_byline("Von Anna Groß, Redakteurin 09.09.2025, 09:58 Uhr").credits]
    ['Anna Groß']
    >>> read_byline("By Monday, 40 bodies had been found"), read_byline("Di Maio ha incontrato il premier")
    (None, None)
    """
    if _POST.match(line) or _NEIGHBOUR.fullmatch(line):
        return None
    line = once(_ICONS.sub("", line).strip(" \t–—-|•·*«»“”\"'"))
    return _read(line, bare=bare) if line and len(line) <= MAX_CHARS else None


@lru_cache(maxsize=2_048)
def _read(line: str, *, bare: bool) -> Byline | None:
    """Read a line; filters and fields ask the same of the same lines of a page, so that the last answers are kept."""
    if not line.isascii() and _UNSPACED.search(line):
        return _read_unspaced(line, bare=bare)
    if written := _among_reviews(line) or _with_agency(line) or _of_desk(line):
        return written
    labelled = read_labelled_line(line) if ":" in line else None
    marked, mark, rest = marker(line) if labelled is None else ("strong", "", labelled.author)
    if rest and (behind := behind_date(line)):
        # behind a date, a single word is a name, too
        marked, mark, rest = "strong", "", behind
    if marked == "strong":
        if _reads_on(mark, rest):
            return None
        further = marker(rest)
        if further[0] == "weak":
            rest = further[2]
        elif not rest:
            return None
    if marked != "none":
        rest = without_buttons(rest)
    read = _read_names(rest, marked, bare=bare)
    if read is not None and marked == "strong" and (role := _role_of(mark)) is not None:
        return Byline(tuple(replace(credit, role=role) for credit in read.credits), marked)
    return read


def _of_desk(line: str) -> Byline | None:
    """Return the newsroom that a line names, perhaps with the place that it writes from."""
    desk, _, place = line.partition(",")
    shown = is_desk(desk) and len(place.split()) <= _MAX_DESK_PLACE
    return Byline((Credit(desk, "organization"),), "none") if shown else None


def _with_agency(line: str) -> Byline | None:
    """Return who wrote with an agency, if anybody."""
    shared = read_shared(line)
    return Byline(shared, "strong") if shared else None


def _among_reviews(line: str) -> Byline | None:
    """Return who wrote and who looked through it, where dashes or bars part their labels; None for other lines.

    >>> [(who.name, who.role) for who in _among_reviews("Reviewed by Ben Carr, MD — Written by Mia Holt").credits]
    [('Mia Holt', 'reporter'), ('Ben Carr, MD', 'contributor')]
    """
    parts = [part for part in BREAK.split(line) if part] if _REVIEWERS.search(line) else []
    labelled = [part for part in parts if marker(part)[0] == "strong"]
    read = [_read(part, bare=False) for part in labelled] if len(labelled) >= _LABELS else []
    credits_ = [credit for byline in read if byline is not None for credit in byline.credits]
    if not credits_ or None in read:
        return None
    return Byline(tuple(sorted(credits_, key=lambda credit: credit.role != "reporter")), "strong")


def _role_of(mark: str) -> AuthorRole | None:
    """Return the role of whom a mark introduces who did not write: an editor, or one who only looked through it."""
    if _EDITORS.search(mark):
        return "editor"
    return "contributor" if _REVIEWERS.search(mark) else None


def read_labelled(line: str) -> Byline | None:
    """Read a line that stands beside the label of a byline: who it names, a team without a marker too.

    >>> read_labelled("The Example Team").credits[0].kind, read_labelled("and so it went on")
    ('organization', None)
    """
    return read_byline(line, bare=True) or _read_names(line, "weak", bare=False)


def _read_names(rest: str, marked: Marked, *, bare: bool) -> Byline | None:
    """Read what stands behind the marker of a byline, or a line without one."""
    if named := _agencies(rest):
        return Byline(named, marked)
    rest, further = by_role(_DESK.sub(r"\1", rest))
    # behind a colon stands what somebody says
    if marked == "none" and (not bare or rest.endswith(":") or _QUOTED.search(rest) or _is_sectioned(rest)):
        return None
    if marked == "none" and (_speaks(rest) or not (_CASED.search(rest) or _is_called(rest))):
        return None
    credits_ = split_names(without_extras(rest), strict=True)
    if not credits_ or (marked != "strong" and not _sure(credits_, marked)):
        return None
    return Byline((*credits_, *_further(further)), marked)


def _speaks(text: str) -> bool:
    """Return whether a line has as many little words before its first comma as no name and place have."""
    return sum(word[0].islower() for word in text.partition(",")[0].split()) > _MAX_LITTLE_WORDS


def _is_called(text: str) -> bool:
    """Return whether a calling stands behind a name, in a script without capitals: "ज्योति वर्मा, संवाददाता"."""
    name, _, calling = text.rpartition(",")
    return len(name.split()) == _FIRST_AND_LAST and is_calling_word(calling.strip())


def _further(parts: Sequence[tuple[AuthorRole, str]]) -> tuple[Credit, ...]:
    """Return the people that the parts of a line credit beside who wrote; a picture's agency is none of them."""
    return tuple(
        replace(credit, role=role)
        for role, text in parts
        for credit in split_names(without_extras(text), strict=True)
        if credit.kind == "person" and " " in credit.name
    )


def _reads_on(marker: str, rest: str) -> bool:
    """Return whether a marker without a colon, in a script without capitals, opens a sentence and no byline."""
    if marker.rstrip().endswith((":", "：", "-", "–", "—")) or _CASED.search(rest):
        return False
    tokens = rest.split()
    if _UNPARTED.search(rest) and not (len(tokens) == _FIRST_AND_LAST and len(max(tokens, key=len)) <= _MAX_UNPARTED):
        return True
    return rest[-1:] in _ENDS or len(tokens) > _MAX_UNCASED_WORDS or any(token in _FUNCTION_WORDS for token in tokens)


def _is_sectioned(text: str) -> bool:
    """Return whether a bare line has a section's name where people have theirs: "Wirtschaft Interview" is nobody."""
    name, _, further = text.partition(",")
    tokens = text.split()
    # "Mia Holt Politics Editor", "Mia Holt, Politics Editor"
    if len(tokens) > _FIRST_AND_LAST and any(part and is_calling_word(part.split()[-1]) for part in (name, further)):
        tokens = tokens[:_FIRST_AND_LAST]
    return any(map(is_section, tokens)) or is_section(text)


def _sure(credits_: tuple[Credit, ...], marked: str) -> bool:
    """Return whether names that no label introduces are surely names."""
    first = credits_[0]
    if first.kind == "organization":
        return marked == "weak" or agency(first.name) is not None or _is_own_team(first.name)
    given = key(first.name.split()[0])
    if given == "con" and marked != "weak":
        return False
    particle = given in vocabulary("particles") and given not in GIVEN_NAMES
    return len(first.name.split()) > 1 and not (particle and marked == "weak")


def _is_own_team(name: str) -> bool:
    """Return whether a body is a site's team by the site's name: "WQRV Staff", not "Our Staff"."""
    tokens = name.split()
    plain = vocabulary("not_names") | vocabulary("qualifiers") | vocabulary("jobs")
    return len(tokens) > 1 and is_team(name) and plain.isdisjoint(map(key, tokens[:-1]))


def _read_unspaced(line: str, *, bare: bool) -> Byline | None:
    """Read a line of a script without spaces, or a Korean one."""
    if named := _agencies(line):
        return Byline(named, "none")
    credited = read_east_asian(line, bare=bare)
    return Byline(credited, "strong") if credited else None


def _agencies(text: str) -> tuple[Credit, ...]:
    """Return the credits of a text that names nothing but agencies: one as printed, more by their usual names."""
    named = agencies(text)
    bare = text.strip(" .:()[]")
    if len(named) == 1 and agency(bare):
        named = (bare,)
    return tuple(Credit(name, "organization") for name in named)


@lru_cache(maxsize=256)
def read_names(text: str) -> tuple[Credit, ...]:
    """Read the value of an author field: what the page itself calls an author, so a body or a lone name will do.

    Pages state the same author three or four times over: the last answers are kept.

    >>> [(credit.name, credit.kind) for credit in read_names("By Jane Doe, Staff Writer; AFP")]
    [('Jane Doe', 'person'), ('AFP', 'organization')]
    >>> read_names("https://example.org/author/jane")
    ()
    """
    text = _MARKUP.sub("", text) if "<" in text else text
    # of a list whose names stand in elements of their own
    text = once(_LEFT_OVER.sub("", " ".join(text.split())).strip(" \t–—-|•·,;:"))
    if not text or len(text) > _MAX_FIELD_CHARS or _URL.search(text) or text.startswith("@"):
        return ()
    if named := read_by_part(text):
        return named
    if read := read_byline(text):
        return read.credits
    marked, mark, rest = marker(text)
    if marked != "none" and rest and mark.strip().casefold() not in _NAMES_TOO:
        text = rest
    text, further = by_role(_DESK.sub(r"\1", text))
    email = EMAIL.search(text) if "@" in text else None
    names = split_names(without_extras(text) or "", strict=False)
    if email and len(names) == 1:
        names = (Credit(names[0].name, names[0].kind, names[0].role, email[0]),)
    return (*names, *_further(further))
