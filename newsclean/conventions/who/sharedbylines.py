"""Bylines shared with an agency: "Par Le Courrier avec AFP", "P.V. (with Reuters)"; a line in, both credits out."""

from typing import Final

import regex

from newsclean.conventions.tables import key
from newsclean.conventions.when.timestamps import weekdays
from newsclean.conventions.who.agencies import agencies
from newsclean.conventions.who.credits import Credit, is_body, is_name, vocabulary

_SHARED = regex.compile(
    r"(?P<mark>(?i:par|by|por|von|di|da|de)\s+)?(?P<who>\p{L}[^()\n]{0,60}?)\s*[(\[]?\s*"
    r"(?<=[\s(\[])(?i:avec|with|mit|con|com)\s+(?P<wire>[^()\[\]]{2,40}?)[)\]]?"
)
_INITIALS = regex.compile(r"(?:\p{Lu}\.?\s?){2,3}")
"""With or without points, which an agency behind them makes sure."""
_ANY: Final = frozenset(("agences", "agencies", "agenturen", "agencias", "agenzie", "agencia", "agence"))
"""Agencies that are not named."""
_ARTICLES: Final = ("Le ", "La ", "L'", "L’", "The ", "El ", "Il ")
"""What outlets' names start with, and names of people in other languages."""
_MAX_OUTLET_WORDS: Final = 5
_SMALL: Final = frozenset(("du", "de", "des", "la", "le", "of", "the", "del", "e", "et"))


def read_shared(line: str) -> tuple[Credit, ...]:
    """Return who wrote with an agency: a person, initials or, behind a mark, an outlet; nobody for other lines.

    >>> [(credit.name, credit.kind) for credit in read_shared("Par Le Courrier avec AFP")]
    [('Le Courrier', 'organization'), ('AFP', 'organization')]
    >>> [credit.name for credit in read_shared("P.V. (avec AFP)")], read_shared("Par exemple avec Reuters")
    (['P.V.', 'AFP'], ())
    """
    found = _SHARED.fullmatch(line)
    named = agencies(found["wire"]) if found is not None else ()
    if found is None or not (named or key(found["wire"]) in _ANY):
        return ()
    who = found["who"].strip(" ,-–—")
    titled = who.startswith(_ARTICLES)
    if _INITIALS.fullmatch(who) or (" " in who and is_name(who) and not (titled or is_body(who))):
        first = Credit(who)
    elif found["mark"] and _is_outlet(who):
        first = Credit(who, "organization")
    else:
        return ()
    return first, *(Credit(name, "organization") for name in named)


def _is_outlet(text: str) -> bool:
    """Return whether a text is written like the name of an outlet: capitals, and small words between them."""
    tokens = text.split()
    capitals = sum(token[0].isupper() for token in tokens)
    plain = (vocabulary("not_names") | weekdays()).intersection(map(key, tokens))
    small = all(token[0].isupper() or key(token) in _SMALL for token in tokens) and not plain
    return len(tokens) <= _MAX_OUTLET_WORDS and capitals > 0 and (small or is_body(text)) and text[-1].isalpha()
