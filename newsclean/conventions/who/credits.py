"""Credits: names of people and of bodies that write; a list of names in, who is credited out.

What a name is made of is told by its letters; callings, degrees, bodies and particles by the tables of `bylines.toml`.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import regex

from newsclean.article import AuthorKind, AuthorRole
from newsclean.conventions.sections import is_section
from newsclean.conventions.tables import key, table, words
from newsclean.conventions.who.agencies import agencies, agency

MAX_NAME_WORDS: Final = 6
MAX_NAME_CHARS: Final = 60
MAX_NAMES: Final = 30
_MAX_DEGREES: Final = 3
_MAX_BODY_WORDS: Final = 5
_FIRST_AND_LAST: Final = 2
_WIRES: Final = ("Reuters", "Bloomberg", "Xinhua", "Yonhap")
"""Agencies of one word that no name ends with."""
_MIN_AGENCY_CHARS: Final = 2
"""Shorter ones are degrees and states besides: "PA"."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One who wrote: a person or a body."""

    name: str
    kind: AuthorKind = "person"
    role: AuthorRole = "reporter"
    email: str | None = None


_WORD = regex.compile(r"(?:\p{Lu}|\p{Lt}|\p{Lo})[\p{L}\p{M}'’.\-‑]*")
_EAST_ASIAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_PARENTHESIS = re.compile(r"\s*[(\[（【]([^)\]）】]{1,60})[)\]）】]")
_IN_PLACE: Final = (
    r"\s+(?:à|en|i|em|a|da|per|im|(?i:in|aus|pour|para|for|für|at|of|from|special to|exclusively))\s+\S.*$"
)
_PLACE: Final = re.compile(_IN_PLACE)
_OF_BODY: Final = re.compile(r"\s+(?:of|for|für)\s+\S", re.IGNORECASE)
"""What goes on in the name of a body, and not in that of a person: "Center for Coastal Policy"."""
_MAX_LONG_BODY: Final = 8
_MAX_CALLING_WORDS: Final = 3
_PLACE_IN_CAPITALS: Final = re.compile(_IN_PLACE, re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_GIVEN: Final = frozenset(("per", "con"))
"""First names that are little words in other languages."""
_NAMES_TOO: Final = frozenset(("dan", "con"))
"""Of the words that part names, those that are first names in capitals."""
_SUFFIXES = frozenset(
    (
        "jr", "sr", "ii", "iii", "esq", "md", "phd", "rd", "rdn", "dds", "dvm", "do", "mba", "rn", "cpa", "cfp",
        "mph", "msc", "ms", "ma", "ba", "bsc", "lcsw", "lpc", "np", "faclm", "facp", "ccc", "dpt", "lmft",
        "psyd", "edd", "jd", "cfa", "pe", "aia",
    )
)  # fmt: skip
_TEAMS = words("team staff desk newsroom redaktion redaccion redacao redazione redactie newsdesk редакция")
_RANKS = frozenset(("senior", "junior", "chief", "deputy", "assistant", "associate", "managing", "executive"))
"""Qualifiers that no name has after its first word: behind one stands a calling, however long."""
_STANDINGS = _RANKS | {"former", "founding", "lead", "contributing"}
"""Words that no name before a calling starts with: "Former Mayfield Consultant"."""
_DOMAIN = re.compile(
    r"[\w-]+\.(?:com|de|net|org|at|ch|be|is|co|fr|it|es|ru|uk|tv|info|news|se|no|dk|in|pl|nl|gr|"
    r"ca|au|nz|ie|za|eu|jp|cn|br|tr|ua|hu|cz|ro|pt)\b",
    re.IGNORECASE,
)
_EAST_ASIAN_BODY = re.compile(
    r"(?:編集部|編集局|编辑部|編輯部|取材班|報道局|報道部|通信社?|通讯社|通訊社|新[聞闻]社?|[日晚時时][报報]|ニュース|[电電][视視][台臺]|"
    r"[网網]|科技|财经|財經|[频頻]道|客户端|[传傳]媒|研究[院所]|委[员員][会會]|[协協][会會]|公司|集[团團]|大[学學]|政府|뉴스|신문|일보|취재팀|편집부)$"
)
_FURNITURE = re.compile(
    r"ページ|一覧|一覽|一览|排行|プロフィール|もっと|詳細|こちら|作者$|记者$|記者$|专栏|專欄|更多|関連|相关|기사|더보기"
)
"""What links of East Asian pages say that stand beside names and are none."""
_FILE = re.compile(
    r"\w\.(?:md|html?|php|aspx?|jsp|pdf|docx?|txt|rst|jpe?g|png|gif|webp|svg|json|xml|csv|py|js|ts|zip)\b",
    re.IGNORECASE,
)
INITIALS = regex.compile(r"(?:\p{Lu}\.\s?){2,3}|\p{Lu}\.")
CJK_NAME = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー・·]{2,8}")


def entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list of `bylines.toml`."""
    text = " | ".join(table("bylines")[name].strip().splitlines())
    return tuple(dict.fromkeys(entry.strip() for entry in text.split(" | ") if entry.strip()))


@cache
def vocabulary(name: str) -> frozenset[str]:
    """Return the `key`s of the words of a list of `bylines.toml`."""
    return words(table("bylines")[name])


@cache
def _joiner(*, capitals: bool) -> re.Pattern[str]:
    """Return what parts names; with a capital it is mostly a name itself ("Per", "Con") or an initial ("Ann E Lee")."""
    joined = "|".join((*(re.escape(entry) for entry in entries("and")), "(?i:and|und|with)"))
    # "JANE DOE, DAN BROWN"
    after = "|".join(re.escape(entry) for entry in entries("and") if entry not in _NAMES_TOO) if capitals else joined
    return re.compile(
        rf"\s*[,;/&+、，；／]\s*(?:(?:{after})\s+)?|\s+(?:{joined})\s+|\s+[-–—]\s+",
        re.IGNORECASE if capitals else re.NOFLAG,
    )


def is_name(text: str) -> bool:
    """Return whether a text is made like the name of a person: capitals, particles and initials, nothing else.

    >>> is_name("Ludwig van Beethoven"), is_name("JÖRG A. MEIER"), is_name("Von der Leyen sagte"), is_name("Read More")
    (True, True, False, False)
    """
    if _DIGIT.search(text) or len(text) > MAX_NAME_CHARS or _FILE.search(text):
        return False
    tokens = text.split()
    if not 1 <= len(tokens) <= MAX_NAME_WORDS:
        return False
    if _EAST_ASIAN.search(text):
        return not _FURNITURE.search(text) and len(tokens) <= 2 and all(CJK_NAME.fullmatch(token) for token in tokens)  # noqa: PLR2004
    particles, never = vocabulary("particles"), vocabulary("not_names")
    full = 0
    for position, token in enumerate(tokens):
        word = key(token.rstrip("."))
        if len(word) == 1 and token[0].isupper() and token[-1] == "." and 0 < position < len(tokens) - 1:
            # "Ann A. Lee", though "a" is a word
            continue
        if word in particles and len(tokens) > 1:
            full += token[0].isupper()
            continue
        if not _WORD.fullmatch(token) or (word in never and not (position == 0 < len(tokens) - 1 and word in _GIVEN)):
            return False
        full += len(word) > 1
    return full > 0 and key(tokens[-1]) not in particles | {"and"}


def is_body(text: str) -> bool:
    """Return whether a name is that of a body: an agency, a team, a desk, an outlet."""
    if agency(text) or _DOMAIN.search(text) or _EAST_ASIAN_BODY.search(text):
        return True
    return not vocabulary("bodies").isdisjoint(_keys(text))


def _keys(text: str) -> list[str]:
    """Return the keys of the words of a text, those between hyphens too."""
    return [word.strip(".,") for word in key(text.replace("-", " ")).split()]


def is_calling_word(word: str) -> bool:
    """Return whether a word names a calling of the press: "reporter", "Redakteurin"."""
    return key(word.strip(".,;:()")) in vocabulary("jobs")


def is_team(text: str) -> bool:
    """Return whether a name is plainly that of those who write for a site: its team, staff or newsroom."""
    return not _TEAMS.isdisjoint(_keys(text)[-2:])


def split_names(text: str, *, strict: bool) -> tuple[Credit, ...]:
    """Split a text into credits; strictly, anything that is neither name, body, calling nor place ends the matter."""
    inner: list[str] = []
    if "(" in text or "[" in text or "（" in text:
        inner = [name for found in _PARENTHESIS.finditer(text) for name in agencies(found[1])]
        text = _PARENTHESIS.sub(
            lambda found: "" if strict or agencies(found[1]) or not is_name(found[1]) else found[0], text
        )
    credits_: list[Credit] = []
    parts = _joiner(capitals=text.isupper()).split(text)
    parts = [part.strip(" :-–—*") if INITIALS.fullmatch(part) else part.strip(" .:-–—*") for part in parts]
    for position, part in enumerate(parts[:MAX_NAMES]):
        if not part:
            continue
        if credits_ and _is_degree(part):
            credits_[-1] = replace(credits_[-1], name=f"{credits_[-1].name}, {part}")
            continue
        person, wire = _before_agency(part)
        if wire and is_name(person):
            credits_.extend((Credit(person), Credit(wire, "organization")))
            continue
        credit = _credit(part, first=position == 0, strict=strict)
        if credit is not None:
            credits_.append(credit)
        elif strict and not (credits_ and (_may_follow(part) or _opens_calling(part, parts[position + 1 :]))):
            return ()
    credits_.extend(Credit(name, "organization") for name in inner)
    seen: dict[str, Credit] = {}
    for credit in credits_:
        seen.setdefault(key(credit.name), credit)
    return tuple(seen.values())


def _before_agency(part: str) -> tuple[str, str]:
    """Return the name of two words or more that stands before an agency or a site's address, and that.

    >>> _before_agency("JANE DOE Associated Press"), _before_agency("Jane Doe AFP"), _before_agency("Jane Lusa")
    (('JANE DOE', 'Associated Press'), ('Jane Doe', 'AFP'), ('', ''))
    """
    tokens = part.split()
    for at in range(_FIRST_AND_LAST, len(tokens)):
        wire = " ".join(tokens[at:])
        # a single word in capitals is told from a family name by the name before it
        short = wire in _WIRES or (len(wire) > _MIN_AGENCY_CHARS and wire.isupper() and not tokens[at - 1].isupper())
        if ((at < len(tokens) - 1 or short) and agency(wire)) or _DOMAIN.fullmatch(wire):
            return " ".join(tokens[:at]), wire
    return "", ""


def _is_degree(part: str) -> bool:
    """Return whether a part is what doctors and other professionals put after their names: "MD", "Ph.D. FACLM"."""
    tokens = [key(token).replace(".", "") for token in part.split()]
    return len(tokens) <= _MAX_DEGREES and all(token in _SUFFIXES for token in tokens)


def _may_follow(part: str) -> bool:
    """Return whether a part may stand beside names without being one: a calling, a degree, a place, an outlet."""
    tokens = part.split()
    small = vocabulary("particles") | {"for", "of", "the", "at", "für"}
    return len(tokens) <= MAX_NAME_WORDS and (
        _is_calling(part) or all(token[:1].isupper() or key(token) in small for token in tokens)
    )


def _opens_calling(part: str, further: list[str]) -> bool:
    """Return whether a part is the first of what a calling is for: "health" of "health and science reporter"."""
    tokens = part.split()
    return len(tokens) <= _MAX_CALLING_WORDS and all(map(str.isalpha, tokens)) and any(map(_is_calling, further[:1]))


def _is_calling(text: str) -> bool:
    tokens = _keys(text)
    return not vocabulary("jobs").isdisjoint(tokens) or " ".join(tokens).replace(".", "") in _SUFFIXES


def _credit(part: str, *, first: bool, strict: bool) -> Credit | None:
    """Return the credit that a part between commas is, or None for a calling, a place or anything else."""
    bare = part if is_name(part) else (_PLACE_IN_CAPITALS if part.isupper() else _PLACE).sub("", part)
    if agency(part) or _goes_on(bare, part):
        return Credit(part, "organization")
    tokens = bare.split()
    if not tokens or key(bare).replace(".", "") in _SUFFIXES:
        return None
    if _is_calling(bare):
        person = _before_calling(tokens)
        return person or (_body(bare, tokens, strict=strict) if first and is_body(bare) else None)
    if is_body(bare):
        # "Le Courrier, magazine" says what it is
        return None if not first and bare.islower() else _body(bare, tokens, strict=strict)
    if is_name(bare) or (first and bare.count(".") > 1 and INITIALS.fullmatch(bare)):
        return Credit(bare) if first or len(tokens) > 1 or not strict else None
    loose = not strict and first and len(tokens) <= MAX_NAME_WORDS and len(bare) <= MAX_NAME_CHARS
    loose = loose and _FURNITURE.search(bare) is None and _FILE.search(bare) is None
    return Credit(bare) if loose else None


def _goes_on(bare: str, part: str) -> bool:
    """Return whether a body is named for whom or what it is: "Center" and "Center for Coastal Policy"."""
    named = bare != part and is_body(bare) and not (is_team(bare) or _is_calling(bare) or agency(bare))
    tokens = part.split()
    return (
        named
        and len(tokens) <= _MAX_LONG_BODY
        and tokens[-1][0].isupper()
        and _OF_BODY.match(part, len(bare)) is not None
    )


def _body(name: str, tokens: list[str], *, strict: bool) -> Credit | None:
    """Return the credit of a body; strictly, only of one that is written like a name."""
    lower = sum(token[0].islower() for token in tokens)
    return Credit(name, "organization") if not strict or (lower <= 1 and len(tokens) <= _MAX_BODY_WORDS) else None


def _before_calling(tokens: list[str]) -> Credit | None:
    """Return the credit of the name that stands before a calling and the words that qualify it."""
    qualifiers = vocabulary("qualifiers")
    ends = (index for index, token in enumerate(tokens) if _is_calling(token) or (index and key(token) in _RANKS))
    cut = next(ends, len(tokens))
    while cut > 0:
        last = tokens[cut - 1]
        if key(last) not in qualifiers and not (cut > _FIRST_AND_LAST and (is_section(last) or agency(last))):
            break
        cut -= 1
    name = " ".join(tokens[:cut])
    if key(tokens[0]) in _STANDINGS:
        return None
    return Credit(name) if cut >= _FIRST_AND_LAST and is_name(name) else None
