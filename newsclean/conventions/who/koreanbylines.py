"""Bylines in Korean: names before the calling of their bearers, "강변신문 홍길동 기자"; a line in, credits out."""

from typing import Final

import regex

from newsclean.article import AuthorRole
from newsclean.conventions.tables import key
from newsclean.conventions.who.bylineextras import EMAIL
from newsclean.conventions.who.credits import Credit, vocabulary

_NAME: Final = r"(?<!\p{Hangul})\p{Hangul}{2,4}"
_CALLED = regex.compile(
    rf"(?P<names>{_NAME}(?:(?:\s?[·ㆍ,]\s?|\s){_NAME}){{0,5}})\s"
    r"(?:\p{Hangul}{0,4}[A-Za-z][\p{L}\p{N}]{0,9}\s|\p{Hangul}{1,5}[팀부]\s)?\p{Hangul}{0,4}(?:기자|특파원|논설위원|앵커)(?!\p{Hangul})"
)
_LABELLED = regex.compile(
    r"(?:기자명|글\s?[·ㆍ]\s?사진|글|취재|작성자)\s?[:：]?\s(?P<names>\p{Hangul}{3})(?!\p{Hangul})"
)
_BESIDE = regex.compile(
    r"\p{Hangul}{0,10}(?:신문|일보|뉴스|경제|방송|타임스|투데이|닷컴|미디어)(?!\p{Hangul})|\p{Hangul}{1,8}\s?=|"
    r"(?<!\p{Hangul})(?:이메일 보내기|글|사진|취재|입력|승인|수정|등록|송고|오전|오후)(?!\p{Hangul})|"
    r"[^\p{L}]"
)
"""What else such a line has: the outlet, the place, a date and its label."""
_ADDRESSED = regex.compile(r"(?:[A-Z]{2,6}\s)?(?P<names>\p{Hangul}{3})[\s()]+")
"""A name beside an address, perhaps behind the letters of a station."""
_SPOKEN = regex.compile(rf"(?:[\p{{L}}]{{2,6}}\s?뉴스,?\s)?(?P<names>{_NAME})(?:\s기자)?입니다\.?")
"""How a reporter is announced, or takes leave: "강변 뉴스 홍길동입니다."."""
_BETWEEN = regex.compile(r"[\s·ㆍ,]+")


def read_korean_byline(line: str) -> tuple[Credit, ...]:
    """Return the credits of a line; nobody where it has anything but names, callings, the outlet and a date.

    >>> [credit.name for credit in read_korean_byline("강변신문 홍길동·김영희 기자 hong@river.example")]
    ['홍길동', '김영희']
    >>> read_korean_byline("현장 기자"), read_korean_byline("홍길동 기자가 다리를 건넜다")
    ((), ())
    """
    text = EMAIL.sub(" ", line)
    if text != line and (found := _ADDRESSED.fullmatch(text)) and _is_korean_name(found["names"]):
        return (Credit(found["names"]),)
    form = _CALLED if _CALLED.search(text) else _LABELLED
    told = [name for found in form.finditer(text) for name in _BETWEEN.split(found["names"])]
    names = [name for name in told if _BESIDE.fullmatch(name) is None]
    if not all(map(_is_korean_name, names)) or _BESIDE.sub("", form.sub("", text)):
        return ()
    role: AuthorRole = "photographer" if "사진" in line and "글" not in line else "reporter"
    return tuple(Credit(name, "person", role) for name in names)


def read_korean_closing(paragraph: str) -> tuple[Credit, ...]:
    """Return the reporter whom a line of a broadcast announces or who takes leave in it; nobody for other lines.

    >>> read_korean_closing("강변 뉴스 홍길동입니다.")[0].name, read_korean_closing("현장 기자입니다.")
    ('홍길동', ())
    """
    found = _SPOKEN.fullmatch(paragraph)
    known = found is not None and ("기자" in paragraph or "뉴스" in paragraph) and _is_korean_name(found["names"])
    return (Credit(found["names"]),) if found is not None and known else ()


def _is_korean_name(text: str) -> bool:
    """Return whether a text is a Korean family name and a given name."""
    return key(text[0]) in vocabulary("hangul_surnames") and key(text) not in vocabulary("no_hangul_names")
