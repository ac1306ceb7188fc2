"""Page titles: how a headline and the names of site and section are put together; a title in, the headline out."""

import re
import unicodedata
from collections.abc import Collection
from typing import Final

from newsclean.conventions.languages import EAST_ASIAN

_SEPARATOR = re.compile(
    r"(\s+[-–—|·•»«<>:*/~]+\s+|\s*[|｜»›]\s*|\s*::\s*|(?<=[^\W\d_])：(?=\S)"
    r"|(?<=[^\x00-\x7f])\s?_\s?(?=\S)|(?<=[^\x00-\x7f])\s?[-–—]\s?(?=[^\x00-\x7f]))"
)
_NOT_WORD = re.compile(r"[\W_]+")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_STRONG = frozenset("|｜»›·•_：")
_DENSE_SITE: Final = 12
"""Characters of the names of a site and its section in Chinese or Japanese."""
_SITE_WORDS: Final = 4
_MAX_PARTS: Final = 31
"""Parts and separators of a title; more are a list."""
MIN_CHARS: Final = 8
"""What is shorter is no headline when a longer rest of the title could be one."""
_SECTION_WORDS: Final = 2
_SECTION_SHARE: Final = 3
"""A part of a word or two, so many times shorter than another, is a section's name, though it is a heading, too."""
_INITIALS: Final = 3
"""A site's name of so few letters is inside too many words to be looked for there."""

_ORIGINAL_STARTS: Final = ("原", "本文原", "文章原", "（原", "(原", "【原", "（本文原")
_ORIGINAL: Final = re.compile(r"[（(【]?(?:本文|文章)?原文?(?:标题|標題|题|題)[为為]?\s?[:：《].{2,70}")


def squash(text: str) -> str:
    """Return a title's letters and digits, folded: equal for two ways of setting the same headline.

    >>> squash("“Very good”,  he says") == squash('"Very good", he says')
    True
    """
    # what folding does to quotes, dashes and spaces is of no matter here, for they are left out
    text = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _NOT_WORD.sub("", text.casefold())


def squash_folded(folded: str) -> str:
    """Return `squash` of a text whose comparison key is at hand."""
    return _NOT_WORD.sub("", folded)


def parts(title: str) -> list[str]:
    """Return the parts of a title and the separators between them, alternating.

    >>> parts("Bridge reopens | The Example")
    ['Bridge reopens', ' | ', 'The Example']
    """
    return [part for part in _SEPARATOR.split(title.strip()) if part]


def without_site(title: str, *, sites: Collection[str] = (), others: Collection[str] = ()) -> tuple[str, bool]:
    """Return a title without the names of site and section at its ends, and whether that was sure.

    Args:
        title: the content of `<title>`, a headline of metadata, or the first line of a text dump.
        sites: the `squash`ed names that the site goes by.
        others: the `squash`ed headlines that other sources give; a run of parts that makes up one of them is it.

    >>> without_site("Bridge reopens - Local - The Example", sites=("theexample",), others=("bridgereopens",))
    ('Bridge reopens', True)
    >>> without_site("Bridge reopens - after a year")
    ('Bridge reopens - after a year', False)
    >>> without_site("The Example: Bridge reopens", sites=("theexample",))
    ('Bridge reopens', True)
    """
    named, colon, told = title.strip().partition(": ")
    if colon and squash(named) in sites:
        return told.strip(), True
    told, bracket, named = title.strip().rpartition(" (")
    if bracket and named.endswith(")") and squash(named) in sites:
        return told.strip(), True
    pieces = parts(title)
    if not 3 <= len(pieces) <= _MAX_PARTS:  # noqa: PLR2004 - two parts and a separator
        return title.strip(), False
    runs = (
        "".join(pieces[start:end]).strip()
        for start in range(0, len(pieces), 2)
        for end in range(start + 1, len(pieces) + 1, 2)
        if end - start < len(pieces)
    )
    best = max((run for run in runs if len(run) >= MIN_CHARS and squash(run) in others), key=len, default="")
    is_section = len(best.split()) <= _SECTION_WORDS and len(best) * _SECTION_SHARE < max(map(len, pieces))
    if best and not is_section:
        return best, True
    first, last, sure = 0, len(pieces), False
    while last - first > 2 and _is_site(pieces[last - 1], sites):  # noqa: PLR2004 - one part must stay
        last, sure = last - 2, True
    while last - first > 2 and _is_site(pieces[first], sites):  # noqa: PLR2004
        first, sure = first + 2, True
    return "".join(pieces[first:last]).strip(), sure


def _is_site(part: str, sites: Collection[str]) -> bool:
    name = squash(part)
    if not name or _DOMAIN.fullmatch(part.strip()):
        return True
    return name in sites or any(
        len(site) > _INITIALS
        and (name.removeprefix("the") == site.removeprefix("the") or (site in name and len(name) <= 2 * len(site)))
        for site in sites
    )


def guess_headline(title: str) -> str:
    """Return the likely headline of a title that no other source explains: its parts but for a short tail.

    >>> guess_headline("The old bridge reopens on Friday | Local | The Example")
    'The old bridge reopens on Friday'
    >>> guess_headline("Example: the old bridge - a story of a century and a half")
    'Example: the old bridge - a story of a century and a half'
    """
    pieces = parts(title)
    while len(pieces) > 2:  # noqa: PLR2004 - a part, a separator, a part
        head, tail = "".join(pieces[:-2]), pieces[-1]
        dense = EAST_ASIAN.search(head) is not None
        most = max(_DENSE_SITE, len(head)) if dense else 0.6 * len(head)
        least = MIN_CHARS // 2 if dense else MIN_CHARS
        if len(tail) > most or len(tail.split()) > _SITE_WORDS or len(head) < least:
            break
        if not (set(pieces[-2]) & _STRONG or tail[:1].isupper() or not tail.isascii()):
            break
        pieces = pieces[:-2]
    return "".join(pieces).strip()


def is_original_title(line: str) -> bool:
    """Return whether a line says how a story from elsewhere was called there, as Chinese and Japanese pages do.

    >>> is_original_title("（原标题：渡轮春天重开）"), is_original_title("原标题引发争议，船长说。")
    (True, False)
    """
    return line.startswith(_ORIGINAL_STARTS) and _ORIGINAL.fullmatch(line) is not None
