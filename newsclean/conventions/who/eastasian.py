"""Bylines of Chinese, Japanese and Korean pages: "记者 蒋凌", "홍길동 기자"; a line in, its credits out, or None."""

from typing import Final

import regex

from newsclean.article import AuthorRole
from newsclean.conventions.who.credits import Credit, is_name
from newsclean.conventions.who.hanbylines import LAST_DATE, han_names, read_han_byline
from newsclean.conventions.who.kanjinames import kanji_names
from newsclean.conventions.who.koreanbylines import read_korean_byline

_BRACKETED = regex.compile(r"[\[［](\p{Han}{2,5})[，、,]\s?([A-Za-z][\w .&-]{1,30})[\]］]")
"""A reporter and the outlet: "[田中宏昌，Harbor Times]"."""
_PART_ROLES: Final[dict[str, AuthorRole]] = {
    **dict.fromkeys(("監修", "監訳", "翻訳", "訳", "译", "譯", "イラスト", "絵"), "contributor"),
    **dict.fromkeys(("写真", "撮影", "摄影", "攝影"), "photographer"),
    "編": "editor",
}


def read_east_asian(line: str, *, bare: bool) -> tuple[Credit, ...]:
    """Return the credits of a line; nobody where it is no byline.

    >>> [credit.name for credit in read_east_asian("記者王小明／台北報導", bare=False)]
    ['王小明']
    """
    if named := read_korean_byline(line) or read_han_byline(line):
        return named
    if not bare:
        return ()
    if found := _BRACKETED.fullmatch(line):
        return Credit(found[1]), Credit(found[2].strip(), "organization")
    # the date may stand right behind the name
    dateless = LAST_DATE.sub("", line).strip("【】（）() ")
    return han_names(dateless) or kanji_names(dateless)


_PART: Final = regex.compile(
    r"\s*([^\s、,，;；/／（()）][^、,，;；/／（()）]{0,40}?)[\s（(]*"
    r"(共著|編著|著者?|文|監修|監訳|翻訳|訳|译|譯|編|写真|撮影|イラスト|絵)[)）]?\s*(?:[、,，;；/／]|$)"
)
"""A name and what its bearer did for a book or a story: "山田 花子 訳"."""


def read_by_part(text: str) -> tuple[Credit, ...]:
    """Return who did what, where each name of a list has its part behind it; nobody where one has none.

    >>> [(credit.name, credit.role) for credit in read_by_part("Ann Fosse　著、山田 花子　訳")]
    [('Ann Fosse', 'reporter'), ('山田 花子', 'contributor')]
    >>> read_by_part("山田花子、Ann Fosse　著"), read_by_part("山田花子著作集")
    ((), ())
    """
    found: list[Credit] = []
    at = 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or not (" " in part[0] or "　" in part[0] or "（" in part[0] or "(" in part[0]):
            return ()
        name = " ".join(part[1].split())
        if not is_name(name):
            return ()
        found.append(Credit(name, "person", _PART_ROLES.get(part[2], "reporter")))
        at = part.end()
    return tuple(found)
