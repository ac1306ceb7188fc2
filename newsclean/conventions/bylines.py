"""Bylines: who wrote, as news pages print it; a line or an author field in, credits out, or None.

A weak marker such as "By" or "Di" makes a byline only of what is made of names: "Di Maio ha incontrato" is none.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

import regex

from newsclean.conventions.agencies import agencies, agency, agency_words as _agency_words
from newsclean.conventions.dates import read_date
from newsclean.conventions.sections import is_section
from newsclean.conventions.tables import key, table, words

Kind = Literal["person", "organization"]
CreditRole = Literal["reporter", "editor", "photographer", "contributor"]
MAX_CHARS: Final = 160
MAX_NAME_WORDS: Final = 6
MAX_NAMES: Final = 30
_LABEL_CHARS: Final = 40
_MAX_CREDIT_WORDS: Final = 8
"""Lines that credit nothing but agencies are short."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One who wrote: a person or a body."""

    name: str
    kind: Kind = "person"
    role: CreditRole = "reporter"
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline that was read."""

    credits: tuple[Credit, ...]
    marked: Literal["strong", "weak", "none"]
    """Whether a label introduced it, an everyday preposition, or nothing."""


_WORD = regex.compile(r"(?:\p{Lu}|\p{Lt}|\p{Lo})[\p{L}\p{M}'’.\-‑]*")
_CASED = regex.compile(r"\p{Lu}")
_HAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_HANGUL = regex.compile(r"\p{Hangul}")
_CJK_NAME = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー・·]{2,8}")
_CJK_LABEL = regex.compile(
    r"[（(【\[▲■]?\s?(?:本报|本報|特约|特約|实习|實習|见习|新华社|采访|採訪|撰文|文字|綜合報導|图文)?"
    r"(记者|記者|作者|撰文|撰稿|文字|文|通讯员|通訊員|译者|责任编辑|責任編輯|责编|編輯|编辑|执笔|執筆|取材・文|取材|構成|聞き手|写真・文|文・写真)"
    r"\s?[:：/／|｜・•]?\s?(.{2,60})"
)
_KOREAN = regex.compile(
    r"\[?(?:[^\s=]{1,12}\s?=\s?)?(\p{Hangul}{2,4})\s?(?:[\p{Hangul}]{0,6})(?:기자|특파원|논설위원|인턴기자)\b\]?.{0,40}"
)
_CJK_TAIL = re.compile(r"(?:[／/|｜]\s?\S{1,8}?)?(?:报道|報道|報導|摄影报道|攝影|摄影|摄|撰|编译)[】）)\]]?$")
_CJK_DATE = re.compile(r"^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?\s*")
_CJK_EDITOR = ("编", "編")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_HANDLE = re.compile(r"(?:^|[\s(|,])@\w{2,40}")
_PARENTHESIS = re.compile(r"\s*[(\[（【]([^)\]）】]{1,60})[)\]）】]")
_READ_TIME = re.compile(
    r"[\s,|•·-]*\b\d{1,3}[\s-]?(?:min(?:ute)?s?|minuten|minuti|minutos|мин)\b\.?(?:\s(?:read|lesezeit|de lectura|de lecture|de leitura|ago))?.{0,20}$"
    r"|[\s,|•·-]+\d{1,3}\s?(?:hours?|days?|h|comments?|views?|kommentare)\b.{0,20}$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\s*[|•·‖∙▪●]\s*|\s+[-–—]+\s+|\s{2,}|\t")
_PLACE = re.compile(
    r"\s+(?:in|aus|à|en|i|em|a|da|para|for|für|per|im|at|of|from|special to|exclusively)\s+\S.*$", re.IGNORECASE
)
_URL = re.compile(r"https?:|www\.|/[\w-]+/|\.(?:html?|php)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_SUFFIXES = frozenset(
    "jr sr ii iii esq md phd rd rdn dds dvm do mba rn cpa cfp mph msc ms ma ba bsc lcsw lpc np faclm facp ccc dpt lmft psyd edd jd cfa pe aia".split()
)
_EAST_ASIAN = re.compile(r"[记記作撰稿文讯訊译譯编編执執筆取構聞写기특논社网網法通透]")
_FIRST = regex.compile(r"[\p{L}\p{M}.()]+")
_NAMES_TOO = frozenset(("text", "di", "da", "de", "van", "i", "a", "del", "von", "words"))
"""Markers that names start with, too: in an author field they are left alone."""
_NO_LABELS = frozenset(
    "text texto testo texte words redaktion redacción haber laporan bài tekst reporter journalist editor edição reportagem reportage του της writer writers story "
    "contributor signé interview essay".split()
)
"""Labels that are everyday words: a colon and a name must follow."""
_TEAMS = frozenset(
    (
        "team",
        "staff",
        "desk",
        "newsroom",
        "redaktion",
        "redaccion",
        "redacao",
        "redazione",
        "redactie",
        "newsdesk",
        "редакция",
    )
)
_DOMAIN = re.compile(
    r"[\w-]+\.(?:com|de|net|org|at|ch|be|is|co|fr|it|es|ru|uk|tv|info|news|se|no|dk|in|pl|nl|gr)\b", re.IGNORECASE
)


def _entries(name: str) -> tuple[str, ...]:
    text = " | ".join(table("bylines")[name].strip().splitlines())
    return tuple(dict.fromkeys(entry.strip() for entry in text.split(" | ") if entry.strip()))


@cache
def _markers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of strong and of weak markers at the head of a line."""

    def pattern(entries: tuple[str, ...], end: str) -> re.Pattern[str]:
        longest_first = sorted(entries, key=len, reverse=True)
        return re.compile(f"(?:{'|'.join(re.escape(entry) for entry in longest_first)}){end}", re.IGNORECASE)

    return pattern(_entries("strong"), r"(?:\s*[:：]\s*|\s+[-–—]\s+|\s+|$)"), pattern(
        _entries("weak"), r"(?:\s*:\s*|\s+)"
    )


@cache
def _first_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the first words of strong and of weak markers: what most lines lack."""
    return frozenset(entry.split()[0] for entry in _entries("strong")), frozenset(
        entry.split()[0] for entry in _entries("weak")
    )


def _marker(line: str) -> tuple[Literal["strong", "weak", "none"], str, str]:
    """Return what kind of marker a line starts with, the marker, and the rest of the line."""
    word = _FIRST.match(line)
    first = word[0].casefold() if word else ""
    strong, weak = _first_words()
    if first in strong and (found := _markers()[0].match(line)):
        bare = found[0].strip().casefold()
        if bare not in _NO_LABELS or bare.endswith((":", "：")):
            return "strong", found[0], line[found.end() :]
    if (first in weak or first.startswith("by")) and (found := _markers()[1].match(line)):
        return "weak", found[0], line[found.end() :]
    return "none", "", line


@cache
def _vocabulary(name: str) -> frozenset[str]:
    return words(table("bylines")[name])


@cache
def _joiner() -> re.Pattern[str]:
    joined = "|".join(re.escape(entry) for entry in _entries("and"))
    return re.compile(rf"\s*[,;/&+、，；／]\s*|\s+(?:{joined})\s+|\s+[-–—]\s+", re.IGNORECASE)


def is_name(text: str) -> bool:
    """Return whether a text is made like the name of a person: capitals, particles and initials, nothing else.

    >>> is_name("Ludwig van Beethoven"), is_name("JÖRG B. MEIER"), is_name("Von der Leyen sagte"), is_name("Read More")
    (True, True, False, False)
    """
    if _DIGIT.search(text) or len(text) > 60:  # noqa: PLR2004 - longer than any name of six words
        return False
    tokens = text.split()
    if not 1 <= len(tokens) <= MAX_NAME_WORDS:
        return False
    if _HAN.search(text):
        return len(tokens) <= 2 and all(_CJK_NAME.fullmatch(token) for token in tokens)  # noqa: PLR2004
    particles, never = _vocabulary("particles"), _vocabulary("not_names")
    full = 0
    for token in tokens:
        word = key(token.rstrip("."))
        if word in particles and len(tokens) > 1:
            full += token[0].isupper()
            continue
        if not _WORD.fullmatch(token) or word in never:
            return False
        full += len(word) > 1
    return full > 0 and key(tokens[-1]) not in particles | {"and"}


def is_body(text: str) -> bool:
    """Return whether a name is that of a body: an agency, a team, a desk, an outlet."""
    if agency(text) or _DOMAIN.search(text):
        return True
    bodies = _vocabulary("bodies")
    return any(key(token.strip(".,")) in bodies for token in text.replace("-", " ").split())


def is_calling_word(word: str) -> bool:
    """Return whether a word names a calling of the press: "reporter", "Redakteurin"."""
    return key(word.strip(".,;:()")) in _vocabulary("jobs")


def is_dated(line: str) -> bool:
    """Return whether a line holds a date, a time ago or a reading time beside something else.

    >>> is_dated("Jane Doe 5 hours ago"), is_dated("Jane Doe | 12.03.2024"), is_dated("Jane Doe")
    (True, True, False)
    """
    if not _DIGIT.search(line) or len(line) > MAX_CHARS:
        return False
    return _READ_TIME.search(line) is not None or read_date(line) is not None


def is_team(text: str) -> bool:
    """Return whether a name is plainly that of those who write for a site: its team, staff or newsroom."""
    return any(key(token.strip(".,")) in _TEAMS for token in text.replace("-", " ").split()[-2:])


def is_label(line: str) -> bool:
    """Return whether a whole line only announces who wrote: "Written By", "Autor:".

    >>> is_label("Written By"), is_label("Autor:"), is_label("By the way")
    (True, True, False)
    """
    if len(line) > _LABEL_CHARS:
        return False
    return line.strip(" :：|-–—").casefold() in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(_entries("strong")) - _NO_LABELS


def may_be_byline(folded: str) -> bool:
    """Return whether a line, by its comparison key, can be a byline without being a bare name: a gate, cheap."""
    tokens = folded.split()
    first = tokens[0].rstrip(":") if tokens else ""
    strong, weak = _first_words()
    if first in strong or first in weak or first.startswith("by"):
        return True
    if len(tokens) <= _MAX_CREDIT_WORDS:
        known = _agency_words()
        for token in folded.replace("/", " ").split() if "/" in folded else tokens:
            if token in known or token.strip("().,:[]©*-") in known:
                return True
    return not folded.isascii() and _EAST_ASIAN.search(folded) is not None


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
    line = line.strip(" \t–—-|•·*«»“”\"'")
    if not 2 <= len(line) <= MAX_CHARS:  # noqa: PLR2004 - the shortest names
        return None
    if not line.isascii() and (_HAN.search(line) or _HANGUL.search(line)):
        return _read_cjk(line, bare=bare)
    marked, marker, rest = _marker(line)
    if marked == "strong":
        further = _marker(rest)
        if further[0] == "weak":
            rest = further[2]
        elif not rest:
            return None
    if named := agencies(rest):
        return Byline(tuple(Credit(name, "organization") for name in _printed(rest, named)), marked)
    if marked == "none" and (not bare or _is_sectioned(rest) or not _CASED.search(rest)):
        return None
    credits_ = _read_names(_bare(rest), strict=True)
    if not credits_ or (marked != "strong" and not _sure(credits_, marked)):
        return None
    return Byline(credits_, marked)


def _is_sectioned(text: str) -> bool:
    """Return whether a bare line has a section's name in it: "Wirtschaft Interview" is nobody."""
    return any(is_section(token) for token in text.split()) or is_section(text)


def _sure(credits_: tuple[Credit, ...], marked: str) -> bool:
    """Return whether names that no label introduces are surely names."""
    first = credits_[0]
    if first.kind == "organization":
        return marked == "weak" or agency(first.name) is not None
    return len(first.name.split()) > 1 and not (
        key(first.name.split()[0]) in _vocabulary("particles") and marked == "weak"
    )


def _printed(text: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names as printed where one agency is named, else their usual names."""
    bare = text.strip(" .:()[]")
    return (bare,) if len(named) == 1 and agency(bare) else named


def _bare(text: str) -> str:
    """Return a byline without its date, time, reading time, addresses and what stands after a bar."""
    text = _HANDLE.sub(" ", _EMAIL.sub(" ", text))
    if _DIGIT.search(text):
        if moment := read_date(text):
            head, tail = text[: moment.start], text[moment.end :]
            text = head if len(head.strip(" ,.|•·-")) > 2 else tail  # noqa: PLR2004
            text = re.sub(
                r"\b(?:published|updated|last updated|posted|on|um|am|le|el|em|il|at)\s*:?\s*$",
                "",
                text.strip(" ,|•·-–—"),
                flags=re.IGNORECASE,
            )
        text = _READ_TIME.sub("", text)
    parts = [part for part in _BREAK.split(text) if part and part.strip(" ,.:")]
    return next((part for part in parts if not _DIGIT.search(part)), "")


def read_names(text: str) -> tuple[Credit, ...]:
    """Read the value of an author field: what the page itself calls an author, so a body or a lone name will do.

    >>> [(credit.name, credit.kind) for credit in read_names("By Jane Doe, Staff Writer; AFP")]
    [('Jane Doe', 'person'), ('AFP', 'organization')]
    >>> read_names("https://example.org/author/jane")
    ()
    """
    text = " ".join(text.split()).strip(" \t–—-|•·,;:")
    if not text or len(text) > 400 or _URL.search(text) or text.startswith("@"):  # noqa: PLR2004 - no list of names
        return ()
    if read := read_byline(text):
        return read.credits
    marked, marker, rest = _marker(text)
    if marked != "none" and rest and marker.strip().casefold() not in _NAMES_TOO:
        text = rest
    email = _EMAIL.search(text)
    names = _read_names(_bare(text) or "", strict=False)
    if email and len(names) == 1:
        return (Credit(names[0].name, names[0].kind, names[0].role, email[0]),)
    return names


def _read_names(text: str, *, strict: bool) -> tuple[Credit, ...]:
    """Split a text into credits; strictly, anything that is neither name, body, calling nor place ends the matter."""
    inner: list[str] = []
    if "(" in text or "[" in text or "（" in text:
        inner = [name for found in _PARENTHESIS.finditer(text) for name in agencies(found[1])]
        text = _PARENTHESIS.sub(
            lambda found: "" if strict or agencies(found[1]) or not is_name(found[1]) else found[0], text
        )
    credits_: list[Credit] = []
    parts = [part.strip(" .:-–—*") if len(part) > 3 else part.strip() for part in _joiner().split(text)]  # noqa: PLR2004
    for position, part in enumerate(parts[:MAX_NAMES]):
        if not part:
            continue
        if credits_ and _is_degree(part):
            credits_[-1] = replace(credits_[-1], name=f"{credits_[-1].name}, {part}")
            continue
        credit = _credit(part, first=position == 0, strict=strict)
        if credit is not None:
            credits_.append(credit)
        elif strict and not (credits_ and _may_follow(part)):
            return ()
    credits_.extend(Credit(name, "organization") for name in inner)
    seen: dict[str, Credit] = {}
    for credit in credits_:
        seen.setdefault(key(credit.name), credit)
    return tuple(seen.values())


def _is_degree(part: str) -> bool:
    """Return whether a part is what doctors and other professionals put after their names: "MD", "Ph.D. FACLM"."""
    tokens = part.split()
    return len(tokens) <= 3 and all(  # noqa: PLR2004 - few have more
        key(token).replace(".", "") in _SUFFIXES
        or (token.isupper() and token.isascii() and 2 <= len(token) <= 5 and agency(token) is None and len(tokens) > 1)  # noqa: PLR2004
        for token in tokens
    )


def _may_follow(part: str) -> bool:
    """Return whether a part may stand beside names without being one: a calling, a degree, a place, an outlet."""
    tokens = part.split()
    return (
        len(tokens) <= 6
        and (  # noqa: PLR2004 - longer parts are clauses
            _is_calling(part)
            or all(
                token[:1].isupper() or key(token) in _vocabulary("particles") | {"for", "of", "the", "at", "für"}
                for token in tokens
            )
        )
    )


def _is_calling(text: str) -> bool:
    jobs = _vocabulary("jobs")
    tokens = [key(token.strip(".,")) for token in text.replace("-", " ").split()]
    return any(token in jobs for token in tokens) or " ".join(tokens).replace(".", "") in _SUFFIXES


def _credit(part: str, *, first: bool, strict: bool) -> Credit | None:
    """Return the credit that a part between commas is, or None for a calling, a place or anything else."""
    if agency(part):
        return Credit(part, "organization")
    bare = _PLACE.sub("", part) if not is_name(part) else part
    tokens = bare.split()
    if not tokens or key(bare).replace(".", "") in _SUFFIXES:
        return None
    if _is_calling(bare):
        cut = _before_calling(tokens)
        if cut >= 2 and is_name(" ".join(tokens[:cut])):  # noqa: PLR2004 - a first and a last name
            return Credit(" ".join(tokens[:cut]))
        if not first:
            return None
        return Credit(bare, "organization") if is_body(bare) and not (strict and len(tokens) > 5) else None  # noqa: PLR2004
    if is_body(bare):
        lower = sum(token[0].islower() for token in tokens)
        return Credit(bare, "organization") if not strict or (lower <= 1 and len(tokens) <= 5) else None  # noqa: PLR2004
    if is_name(bare) and (first or len(tokens) > 1 or not strict):
        return Credit(bare)
    if strict or not first or len(tokens) > MAX_NAME_WORDS or len(bare) > 60:  # noqa: PLR2004
        return None
    return Credit(bare)


def _before_calling(tokens: list[str]) -> int:
    """Return how many tokens stand before a calling and the words that qualify it."""
    jobs, qualifiers = _vocabulary("jobs"), _vocabulary("qualifiers")
    cut = next(
        index
        for index, token in enumerate(tokens)
        if key(token.strip(".,").split("-")[-1]) in jobs or key(token.strip(".,")) in jobs
    )
    while cut > 0 and key(tokens[cut - 1]) in qualifiers:
        cut -= 1
    return cut


def _read_cjk(line: str, *, bare: bool) -> Byline | None:
    if found := _KOREAN.fullmatch(line):
        return Byline((Credit(found[1]),), "strong")
    if named := agencies(line):
        return Byline(tuple(Credit(name, "organization") for name in _printed(line, named)), "none")
    line = _CJK_DATE.sub("", line) or line
    if found := _CJK_LABEL.fullmatch(line):
        label = found[1]
        names = [
            part for part in re.split(r"[\s、,，/／;；&・]+|和|及", _CJK_TAIL.sub("", found[2].strip("】）)] 。")))
        ]
        if names and all(2 <= len(name) <= 8 and _CJK_NAME.fullmatch(name) for name in names if name):  # noqa: PLR2004
            role: CreditRole = "editor" if any(mark in label for mark in _CJK_EDITOR) else "reporter"
            return Byline(tuple(Credit(name, "person", role) for name in names if name), "strong")
        return None
    if bare and _CJK_NAME.fullmatch(line) and 2 <= len(line) <= 3:  # noqa: PLR2004 - a Chinese name
        return Byline((Credit(line),), "none")
    return None
