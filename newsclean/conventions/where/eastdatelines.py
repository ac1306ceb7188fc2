"""Datelines of Chinese, Japanese and Korean agencies: the head of a paragraph in, its dateline out."""

import re
from typing import Final

import regex

from newsclean.conventions.tables import key, words
from newsclean.conventions.where.datelineparts import DatelineParts
from newsclean.conventions.who.agencies import agency
from newsclean.conventions.who.credits import vocabulary

_CHINESE = regex.compile(
    r"[（(【]?(?:(?P<agency>新华社|新華社|中新社|中新网|中新網|中央社|新华网|人民网|本报|本報|央视网|法新社|路透社|"
    r"美联社|共同社)(?P<reporter>记者|記者)?)?"
    r"(?P<place>[\p{Han}·]{2,12}?)?(?P<date>\d{1,2}月\d{1,2}日|\d{1,2}日)(?:综合|專|专)?(?P<end>电|電|讯|訊|消息)[】）)]?"
)
_JAPANESE = regex.compile(
    r"【(?P<place>[\p{Han}\p{Katakana}ー・、]{2,16}?)(?P<agency>共同|時事|AFP＝時事|AFP|ロイター)?(?:＝(?P<who>[^】]{1,16}))?】"
)
_KOREAN = regex.compile(
    r"[(\[](?P<place>[\p{Hangul}·ㆍ, ]{1,12})\s?=\s?(?P<agency>[\p{Hangul}\p{Nd}]{2,8})[)\]]"
    r"(?:\s?(?P<who>\p{Hangul}{2,4}(?:[ ,·]\s?\p{Hangul}{2,4}){0,3}?)\s(?:기자|특파원)(?:\s?=)?)?"
)
_NO_PLACES = words("사진 사진제공 자료 자료사진 그래픽 출처 제공 영상 이미지 일러스트 글 글·사진")
"""What stands before an agency in the credit of a picture."""
_REPORTERS = regex.compile(r"\s?[（(](?:本报|本報)?(?:记者|記者)\s?[:：]?\s?(?P<who>[\p{Han}·、，, ]{2,40})[）)]")
_BRACKETED = re.compile(r"[（(]([^()（）]{2,12})[)）]")
_BETWEEN_NAMES = re.compile(r"[\s、，,·]+")
_GLUED_NAME: Final = 3
_GLUED_PLACE: Final = 2
_MAX_NAME: Final = 4
OPENERS: Final = "【（([新中本央法路美共人"
"""What such a dateline starts with."""


def read_east_asian_dateline(head: str) -> DatelineParts | None:
    """Read the dateline of an East Asian agency.

    >>> read_east_asian_dateline("新华社北京3月5日电（记者王敏、李明）会议举行。").reporters
    ('王敏', '李明')
    >>> read_east_asian_dateline("(서울=연합뉴스) 홍길동 기자 = 회의가 열렸다.").places
    ('서울',)
    """
    if found := _CHINESE.match(head):
        return _chinese(found, head)
    if found := _JAPANESE.match(head):
        if not (found["agency"] or found["who"]):
            return None
        named = agency(found["agency"] or "") or None
        return DatelineParts(tuple(found["place"].split("、")), None, named, found[0])
    if (found := _KOREAN.match(head)) and key(found["place"]) not in _NO_PLACES:
        named = agency(found["agency"])
        who = tuple(_BETWEEN_NAMES.split(found["who"])) if found["who"] else ()
        places = tuple(place for place in re.split(r"[·ㆍ, ]+", found["place"]) if place)
        return DatelineParts(places, None, named, found[0].strip(), who) if named or who else None
    bare = _BRACKETED.match(head)
    if bare and (named := agency(bare[1])):
        return DatelineParts((), None, named, bare[0])
    return None


def _chinese(found: "regex.Match[str]", head: str) -> DatelineParts | None:
    if not (found["agency"] or found["place"]):
        return None
    named = agency(found["agency"]) if found["agency"] else None
    places: tuple[str, ...] = (found["place"],) if found["place"] else ()
    raw: str = found[0]
    who: tuple[str, ...] = ()
    if found["reporter"] and found["place"]:
        places, who = _unglued(found["place"])
    elif behind := _REPORTERS.match(head, found.end()):
        names = tuple(name for name in _BETWEEN_NAMES.split(behind["who"]) if name)
        if max(map(len, names)) <= _MAX_NAME:
            raw, who = raw + behind[0], names
    return DatelineParts(places, found["date"], named, raw, who)


def _unglued(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the place and the reporter of "林佳蓉花蓮"; neither where it is not sure where the name ends."""
    name, place = text[:_GLUED_NAME], text[_GLUED_NAME:]
    if len(place) != _GLUED_PLACE or name[0] not in vocabulary("han_surnames"):
        return (), ()
    return (place,), (name,)
