"""Sign-offs: who else worked on a story, and the lines that end one; a line in, its credits out, or None."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import regex

from newsclean.article import AuthorRole
from newsclean.conventions.tables import key
from newsclean.conventions.who.agencies import agencies
from newsclean.conventions.who.bylines import read_names
from newsclean.conventions.who.credits import Credit, is_name, vocabulary

MAX_CHARS: Final = 800
_WRAPPING = " ()[]（）【】*_—–-\u2028"
_ROLES: Final[tuple[tuple[re.Pattern[str], AuthorRole], ...]] = (
    (re.compile(
        r"(?:additional |further )?(?:reporting|writing|words|written|compiled|translated|"
        r"translation)(?: and (?:writing|editing|reporting))? (?:by|from)\s+", re.IGNORECASE), "reporter"),
    (re.compile(
        r"(?:additional )?(?:editing|edited)(?: and \w+)? by\s+|(?:édité|edité|rédaction|editado|editada|edición|"
        r"edição|redigiert|bearbeitet|(?:redaktionelle )?bearbeitung)\s?(?:by|par|de|por|von|durch)?\s?:?\s+",
        re.IGNORECASE), "editor"),
    (re.compile(r"mitarbeit\s?(?:von)?\s?:?\s+", re.IGNORECASE), "contributor"),
    (re.compile(
        r"(?:photographs?|photography|photos?|pictures?|graphics?|video) by\s+", re.IGNORECASE), "photographer"),
    (re.compile(r"(?:production|produced|research|data|fact[- ]check(?:ed|ing)?) by\s+", re.IGNORECASE), "contributor"),
)  # fmt: skip
_BY = "reporting|writing|editing|compiled|edited|translated|translation"
_PAR = "reportage|rédaction|édité|edité"
_POR = "reporte|editado|edición|redacción|información|reportaje|reportagem|edição|texto"
_VON = "bericht|redigiert|redaktionelle bearbeitung|übersetzung|mitarbeit|bearbeitet"
"""Words that open a credit, by the preposition that follows them."""
_HEAD = re.compile(
    rf"(?:(?:additional |further )?(?:{_BY})(?: and (?:writing|editing|reporting))? (?:by|from)\s+\S"
    rf"|(?:{_PAR}) (?:de|par)\s+\S|(?:{_POR}) (?:de|por)\s+\S|(?:{_VON})\s?(?:von|durch)?:?\s+\S)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"(?P<names>.{4,200}?)\s+(?:also\s+)?(?:contributed (?:to|reporting|research)\b.{0,80}|"
    r"contributed\.?|reported from \S.{0,60}"
    r"|a contribué à (?:cet article|ce reportage).{0,40}|ont contribué à (?:cet article|ce reportage).{0,40}"
    r"|(?:contribuyó|contribuyeron|colaboró|colaboraron) (?:a|en|con) est[ae] (?:informe|nota|"
    r"reportaje|artículo|información).{0,40}"
    r"|(?:contribuiu|contribuíram|colaborou|colaboraram) (?:para|com|n)\s?est[ae] (?:reportagem|matéria|texto|"
    r"notícia).{0,40}"
    r"|(?:ha|hanno) (?:contribuito|collaborato) a(?:ll'|l |d? ?questo ).{0,40})[.)]?",
    re.IGNORECASE,
)
_CONTRIBUTED_REPORT = re.compile(
    r"\b(?:report|story|article|reporting|research|informe|nota|reportaje|artículo|article|articolo|servizio|"
    r"reportagem|matéria|texto|notícia|reportage)\b|contributed\.?$|reported from",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"(?:avec .{4,400}[;,]\s)?(?P<names>.{4,120}?) pour le service français(?:,\s(?P<editing>édité par .{4,80}))?",
    re.IGNORECASE,
)
"""Who put a story of an agency into French, behind who else reported it."""
_INPUTS = re.compile(
    r"\(?(?:with|with additional|avec|con|com|mit|med|met) (?:inputs?|agency inputs|reporting|"
    r"additional reporting|files?|material|informaci[óo]n|informações|agenturmaterial|agencies|"
    r"agences|agencias)\b.{0,80}\)?\.?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",\s[a-zà-ÿ]+\s[a-zà-ÿ]")
"""What goes on after a comma in words, not names: a sentence."""
_STANDARDS = re.compile(
    r"(?:our standards|nos standards|nuestros estándares|unsere standards|наши стандарты)\s*:\s*\S.{0,100}"
    r"|the post .{4,200} (?:appeared|first appeared|was published) (?:first )?on .{2,80}"
    r"|(?:l'article|el cargo|el artículo|der beitrag|o post|l'articolo) .{4,200} (?:est apparu en "
    r"premier sur|apareció primero en|erschien zuerst auf|apareceu primeiro em|proviene da) "
    r".{2,80}"
    r"|(?:read|view|see) (?:the )?(?:original|full)(?: article| story| post)?(?: (?:here|on|at) .{0,60})?\.?"
    r"|this (?:article|story|post|piece|report) (?:was )?(?:originally |first )(?:published|"
    r"appeared|ran) (?:by|on|in|at) .{2,100}"
    r"|this (?:article|story|report) by .{2,40} was first published .{4,40}"
    r"|this (?:article|story) (?:was produced|is published|is republished|has been republished|"
    r"was republished|is part of|was supported|was adapted).{2,200}"
    r"|(?:[据據]|摘自)《[^《》]{2,20}》(?:报道|報導|報道)?"
    r"|-\s?30\s?-|###|\(?ends\)?|(?:انتهای|پایان) پیام(?:\s?/\s?\S{0,12})?",
    re.IGNORECASE,
)  # fmt: skip
_CORRECTED = re.compile(r"^this \w+ was .*\b(?:to (?:correct|clarify|reflect|fix)|corrected)\b", re.IGNORECASE)
"""A note on when a story first ran and what was changed in it since."""
_WIRE_CODE = re.compile(
    r"©?\s?(?:dpa(?:-\w+)?(?:\s?\(\w+\))?,\s)?dpa:\d{6}-\S{4,40}|\(?(?:END|Ends?)\s?/?\s?\d{4}\)?|"
    r"[A-Za-z]{2,4}[/-][a-z]{2,4}(?:[/-][a-z]{2,4}){0,3}"
)

_FIRST_WORDS: Final = frozenset(
    (
        *(words.partition(" ")[0] for words in f"{_BY}|{_PAR}|{_POR}|{_VON}".split("|")),
        "additional", "further", "with", "avec", "con", "com", "mit", "med", "met", "our", "nos", "nuestros", "unsere",
        "наши", "the", "l'article", "el", "der", "o", "read", "view", "see", "this", "photography", "graphics",
        "production", "ends", "end", "30", "###", "انتهای", "پایان",
    )
)  # fmt: skip
_CAPITAL: Final = r"\p{Lu}[\p{L}\p{N}.&]*"
_REGIONS: Final = frozenset(
    (
        "new york", "new jersey", "new mexico", "new hampshire", "north carolina", "south carolina", "north dakota",
        "south dakota", "west virginia", "rhode island", "british columbia", "nova scotia", "new brunswick",
        "new south wales", "south africa", "south korea", "north korea", "saudi arabia", "new zealand", "hong kong",
        "sri lanka", "costa rica", "puerto rico", "northern ireland", "west bank", "gaza strip", "united states",
        "united kingdom", "united arab emirates", "el salvador", "czech republic",
    )
)  # fmt: skip
"""Regions of two words, which stand after the place that a contributor wrote from: "in Buffalo, New York"."""
_MAX_CODE: Final = 24
"""Characters of the initials of who wrote and who edited: "ab/cd"."""
_ANYWHERE: Final = ("ontribu", "olabor", "reported from", "dpa:", "pour le service", "据《", "據《", "摘自《")
"""What stands somewhere in a sign-off that starts with none of the first words."""


@dataclass(frozen=True, slots=True)
class Signoff:
    """The end of a story: who is credited there, and the agencies named."""

    credits: tuple[Credit, ...] = ()
    agencies: tuple[str, ...] = ()


def may_be_signoffs(folded: Sequence[str]) -> list[int]:
    """Return which of a page's lines, by their comparison keys, can be sign-offs: a gate, cheap."""
    joined = "\n".join(folded)
    words = [word for word in _ANYWHERE if word in joined]
    slashed = "/" in joined
    found: list[int] = []
    for index, line in enumerate(folded):
        if (
            line.lstrip("([ *_-").partition(" ")[0].rstrip(":") in _FIRST_WORDS
            or (slashed and "/" in line and len(line) <= _MAX_CODE)
            or (words and any(word in line for word in words))
        ):
            found.append(index)
    return [index for index in found if len(folded[index]) <= MAX_CHARS]


def read_signoff(line: str) -> Signoff | None:
    """Read a whole line as a sign-off.

    >>> [(who.name, who.role) for who in read_signoff("(Reporting by Jane Doe in Hanoi; Editing by John Roe)").credits]
    [('Jane Doe', 'reporter'), ('John Roe', 'editor')]
    >>> [(who.name, who.role) for who in read_signoff("Jane Doe and John Roe contributed to this report.").credits]
    [('Jane Doe', 'contributor'), ('John Roe', 'contributor')]
    >>> read_signoff("Higher prices contributed to this year's losses."), read_signoff("Editing is hard.")
    (None, None)
    """
    if not 3 <= len(line) <= MAX_CHARS:  # noqa: PLR2004 - "Ends"
        return None
    bare = line.strip(_WRAPPING)
    if _HEAD.match(bare):
        found = _credited(bare)
        return Signoff(found) if found else None
    if (match := _CONTRIBUTED.fullmatch(bare)) and _CONTRIBUTED_REPORT.search(bare):
        named = read_names(_names_alone(match["names"]))
        names = tuple(
            Credit(who.name, who.kind, "contributor")
            for who in named
            if is_name(who.name) and " " in who.name and key(who.name) not in _REGIONS
        )
        known = agencies(match["names"])
        return Signoff(names, known) if (names and all(name.name[0].isupper() for name in names)) or known else None
    service = _of_service(bare)
    standing = _STANDARDS.fullmatch(bare) or _STANDARDS.fullmatch(line.strip()) or _WIRE_CODE.fullmatch(bare)
    if service or (standing and not _CORRECTED.search(bare)):
        return Signoff(service)
    if _INPUTS.fullmatch(bare) and not _CLAUSE.search(bare):
        return Signoff((), agencies(re.sub(r"^.*?\b(?:from|de|by|von|of|da)\s+", "", bare)))
    return None


def _of_service(text: str) -> tuple[Credit, ...]:
    """Return who put a story into French, and who edited that: "Jane Doe pour le service français, édité par …"."""
    found = _SERVICE.fullmatch(text)
    named = [who for who in read_names(found["names"]) if _is_credited(who) and " " in who.name] if found else []
    if found is None or not named:
        return ()
    put = (Credit(who.name, who.kind, "contributor") for who in named)
    return (*put, *_credited(found["editing"] or ""))


def _names_alone(text: str) -> str:
    """Return the names of contributors without whom they write for: "CNN's", "Associated Press journalists".

    >>> _names_alone("CNN's Jane Doe, AP writer John Roe in Rome and Ann Lee")
    'Jane Doe, John Roe in Rome and Ann Lee'
    """
    return _outlet().sub(r"\g<before>", text)


@cache
def _outlet() -> regex.Pattern[str]:
    """Return the pattern of an outlet or a calling before a name, at the start of each part of a list."""
    small = "|".join(sorted(word for word in vocabulary("jobs") | vocabulary("qualifiers") if word.isascii()))
    return regex.compile(
        rf"(?:^.*\.\s+|(?P<before>^|,\s+(?:and\s+)?|;\s+|\s(?:and|&)\s+))(?:(?i:the)\s+)?"
        rf"(?:(?:{_CAPITAL}\s+){{0,4}}{_CAPITAL}(?:['’]s|(?<=s)['’])|"
        rf"(?:{_CAPITAL}\s+){{0,4}}(?i:(?:{small})\s+){{0,3}}(?i:writers?|reporters?|journalists?|correspondents?|"
        rf"editors?|producers?|photographers?|staffers?))\s+(?=\p{{Lu}})"
    )


_CLAUSE_END = re.compile(
    r"\s*[;.]\s+|,\s+(?=(?:additional |further )?(?:reporting|writing|editing|édité|editad[oa]|edición|edição|"
    r"redigiert)\b)",
    re.IGNORECASE,
)


def _credited(text: str) -> tuple[Credit, ...]:
    """Return the credits of the clauses "Reporting by A and B; Editing by C"."""
    found: list[Credit] = []
    for part in _CLAUSE_END.split(text.rstrip(". ")):
        clause = part.strip(_WRAPPING)
        for pattern, role in _ROLES:
            if head := pattern.match(clause):
                found.extend(
                    Credit(who.name, who.kind, role) for who in read_names(clause[head.end() :]) if _is_credited(who)
                )
                break
        else:
            if head := _HEAD.match(clause):
                found.extend(
                    Credit(who.name, who.kind) for who in read_names(clause[head.end() - 1 :]) if _is_credited(who)
                )
    return tuple(found)


def _is_credited(who: Credit) -> bool:
    """Return whether a credit is written like a name: "Translation of poems is hard" credits nobody."""
    return who.name[:1].isupper() and (who.kind == "organization" or is_name(who.name))
