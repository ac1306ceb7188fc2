"""News agencies and how pages credit them: a credit in, the agencies' names out."""

import re
from functools import cache

from newsclean.conventions.tables import table

_PARTS = re.compile(r"\s*[/,;|&+•·]\s*|\s+(?:and|und|et|y|e|и|with|mit|avec|con|com|och|og|en)\s+|\s+[-–—]\s+|、")
_WORD = re.compile(r"\w+")
_MAX_CHARS = 100
_WRAPPING = " .:()[]{}【】（）<>«»\"'*–—-"
_SOURCE = re.compile(
    r"(?:source|quelle|quellen|fuente|fuentes|fonte|fonti|источник|sumber|kaynak|nguồn|bron|källa|"
    r"kilde|πηγή|źródło|zdroj|المصدر|स्रोत|"
    r"来源|來源|出典|agency|agencies|via|by|from|mit material von|con información de|com informações da|"
    r"com informações de|avec|with)"
    r"(?:\s*[:：]\s*|\s+|$|(?<=[源典]))",
    re.IGNORECASE,
)


@cache
def _forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for name, printed in table("agencies").items():
        for form in printed:
            forms[form] = name
            if len(form.split()) > 1 or (len(form) > 4 and form.isascii()):  # noqa: PLR2004 - short forms are words too
                forms.setdefault(form.casefold(), name)
    return forms


@cache
def agency_words() -> frozenset[str]:
    """Return every word of an agency's name or credit, folded: a line without one credits none."""
    return frozenset(word for form in _forms() for word in _WORD.findall(form.casefold()))


def agency(text: str) -> str | None:
    """Return the name of the agency that a whole text is the credit of, or None.

    >>> agency("The Associated Press"), agency("(dpa)"), agency("新华社"), agency("ap")
    ('AP', 'dpa', 'Xinhua', None)
    """
    text = text.strip(_WRAPPING)
    forms = _forms()
    return forms.get(text) or forms.get(text.casefold() if len(text.split()) > 1 or len(text) > 4 else text)  # noqa: PLR2004


def is_source(text: str) -> bool:
    """Return whether a line says where something is from: "Source: Reuters", "Quelle: dpa"."""
    return _SOURCE.match(text) is not None


def agencies(text: str) -> tuple[str, ...]:
    """Return the agencies of a credit that names nothing but agencies (and an editor's initials); else none.

    >>> agencies("AFP/dpa"), agencies("(abc/dpa)"), agencies("Source: Reuters"), agencies("AFP said on Monday")
    (('AFP', 'dpa'), ('dpa',), ('Reuters',), ())
    """
    if len(text) > _MAX_CHARS or agency_words().isdisjoint(_WORD.findall(text.casefold())):
        return ()
    bare = text.strip(_WRAPPING)
    if found := _SOURCE.match(bare):
        bare = bare[found.end() :] or bare
    named: list[str] = []
    for part in _PARTS.split(bare):
        name = agency(part)
        if name:
            named.append(name)
        elif not (part.isascii() and part.islower() and len(part) <= 4):  # noqa: PLR2004 - "dpa/abc"
            return ()
    return tuple(dict.fromkeys(named))
