"""Bylines in Korean: names before the calling of their bearers, "강변신문 홍길동 기자"; a line in, credits out."""

from typing import Final

import regex

from newsclean.conventions.tables import key
from newsclean.conventions.who.bylineextras import EMAIL
from newsclean.conventions.who.credits import Credit, vocabulary

_NAME: Final = r"(?<!\p{Hangul})\p{Hangul}{2,4}"
_CALLED = regex.compile(
    rf"(?P<names>{_NAME}(?:(?:\s?[·ㆍ,]\s?|\s){_NAME}){{0,5}})\s"
    r"(?:\p{Hangul}{1,5}[팀부]\s)?\p{Hangul}{0,4}(?:기자|특파원|논설위원|앵커)(?!\p{Hangul})"
)
_LABELLED = regex.compile(
    r"(?:기자명|글\s?[·ㆍ]\s?사진|글|취재|작성자)\s?[:：]?\s(?P<names>\p{Hangul}{3})(?!\p{Hangul})"
)
_BESIDE = regex.compile(
    r"\p{Hangul}{0,10}(?:신문|일보|뉴스|경제|방송|타임스|투데이|닷컴|미디어)(?!\p{Hangul})|\p{Hangul}{1,8}\s?=|"
    r"(?<!\p{Hangul})(?:글|사진|취재|입력|승인|수정|등록|송고|오전|오후)(?!\p{Hangul})|[^\p{L}]"
)
"""What else such a line has: the outlet, the place, a date and its label."""
_BETWEEN = regex.compile(r"[\s·ㆍ,]+")


def read_korean_byline(line: str) -> tuple[Credit, ...]:
    """Return the credits of a line; nobody where it has anything but names, callings, the outlet and a date.

    >>> [credit.name for credit in read_korean_byline("강변신문 홍길동·김영희 기자 hong@river.example")]
    ['홍길동', '김영희']
    >>> read_korean_byline("현장 기자"), read_korean_byline("홍길동 기자가 다리를 건넜다")
    ((), ())
    """
    text = EMAIL.sub(" ", line)
    form = _CALLED if _CALLED.search(text) else _LABELLED
    told = [name for found in form.finditer(text) for name in _BETWEEN.split(found["names"])]
    names = [name for name in told if _BESIDE.fullmatch(name) is None]
    if not all(map(_is_korean_name, names)) or _BESIDE.sub("", form.sub("", text)):
        return ()
    return tuple(map(Credit, names))


def _is_korean_name(text: str) -> bool:
    """Return whether a text is a Korean family name and a given name."""
    return key(text[0]) in vocabulary("hangul_surnames") and key(text) not in vocabulary("no_hangul_names")
