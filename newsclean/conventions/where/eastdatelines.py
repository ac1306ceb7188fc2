"""Datelines of Chinese, Japanese and Korean agencies: the head of a paragraph in, its dateline out."""

import re
from typing import Final

import regex

from newsclean.conventions.tables import key, words
from newsclean.conventions.where.datelineparts import DatelineParts
from newsclean.conventions.who.agencies import agency
from newsclean.conventions.who.credits import CJK_NAME, is_body, vocabulary
from newsclean.conventions.who.hanbylines import read_han_byline
from newsclean.conventions.who.koreanbylines import read_korean_byline

_AGENCIES: Final = (
    "新华社|新華社|中新社|中新网|中新網|中央社|新华网|人民网|本报|本報|央视网|法新社|路透社|美联社|共同社"
)
_CHINESE = regex.compile(
    rf"[（(【]?[据據]?(?:(?P<agency>{_AGENCIES})(?P<reporter>记者|記者)?)?"
    r"(?P<place>[\p{Han}·]{2,12}?)?(?P<date>(?P<year>\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)(?:综合|專|专)?(?P<end>电|電|讯|訊|消息)[】）)]?"
)
_OUTLETS: Final = ("报", "報", "网", "網", "社", "新闻", "新聞", "客户端", "財經", "财经")
"""What stands where a place does and is the outlet: "中国日报网3月5日电"."""
_UNDATED = regex.compile(
    rf"[（(【]?[据據]?(?:(?P<agency>{_AGENCIES})(?P<place>\p{{Han}}{{2,5}})?|\p{{Han}}{{0,8}}(?:{'|'.join(_OUTLETS)}))"
    r"(?:电|電|讯|訊|消息)[】）)]?(?=[\s　（(])"
)
"""Without a date, where a place or a reporter stands beside: "新京报讯（记者王敏）"."""
_FILED = regex.compile(
    r"[【〔（(\[](?P<told>[^】〕）)\]\n]{2,40})[】〕）)\]]|"
    r"(?P<told>[\p{Han}·]{0,12}(?:记者|記者)[^。，,：:\n]{2,24}?(?:报道|報導|報道))[\s　]"
)
"""A byline at the head of the first paragraph: "〔記者陸一舟／台北報導〕"."""
_JAPANESE = regex.compile(
    r"【(?P<place>[\p{Han}\p{Katakana}ー・、]{2,16}?)(?P<agency>共同|時事|AFP＝時事|AFP|ロイター)?(?:＝(?P<who>[^】]{1,16}))?】"
)
_KOREAN = regex.compile(
    r"[(\[](?P<place>[\p{Hangul}·ㆍ, ]{1,12})\s?=\s?(?P<agency>[\p{Hangul}\p{Nd}]{2,8})[)\]]"
    r"(?:\s?(?P<who>\p{Hangul}{2,4}(?:[ ,·]\s?\p{Hangul}{2,4}){0,3}?)\s(?:기자|특파원)(?:\s?=)?)?"
)
_NO_PLACES = words("사진 사진제공 자료 자료사진 그래픽 출처 제공 영상 이미지 일러스트 글 글·사진")
"""What stands before an agency in the credit of a picture."""
_BEHIND = re.compile(r"\s?([（(][^()（）\n]{2,40}[）)])")
_BRACKETED = re.compile(r"[（(]([^()（）]{2,12})[)）]")
_BETWEEN_NAMES = re.compile(r"[\s、，,·]+")
_GLUED_NAME: Final = 3
_GLUED_PLACE: Final = 2
_OPENERS: Final = "【〔（(["


def may_be_east_asian(head: str) -> bool:
    """Return whether a paragraph starts like one with such a dateline: with a bracket or a letter of these scripts."""
    return head[:1] in _OPENERS or "\u3400" <= head[:1] <= "\u9fff"


def read_east_asian_dateline(head: str) -> DatelineParts | None:
    """Read the dateline of an East Asian agency.

    >>> read_east_asian_dateline("新华社北京3月5日电（记者王敏、李明）会议举行。").reporters
    ('王敏', '李明')
    >>> read_east_asian_dateline("(서울=연합뉴스) 홍길동 기자 = 회의가 열렸다.").places
    ('서울',)
    """
    if found := _CHINESE.match(head):
        return _chinese(found, head)
    return _undated(head) or _filed(head) or _japanese(head) or _korean(head) or _of_agency(head)


def _chinese(found: "regex.Match[str]", head: str) -> DatelineParts | None:
    if not (found["agency"] or found["place"]):
        return None
    named = agency(found["agency"]) if found["agency"] else None
    # before a whole date stands who printed the story
    is_outlet = found["year"] or not found["place"] or found["place"].endswith(_OUTLETS)
    places: tuple[str, ...] = () if is_outlet else (found["place"],)
    if found["reporter"] and found["place"]:
        places, who = _unglued(found["place"])
        return DatelineParts(places, found["date"], named, found[0], who)
    raw, who = _behind(found, head)
    return DatelineParts(places, found["date"], named, raw, who)


def _undated(head: str) -> DatelineParts | None:
    if (found := _UNDATED.match(head)) is None:
        return None
    named = agency(found["agency"]) if found["agency"] else None
    raw, who = _behind(found, head)
    places = (found["place"],) if found["place"] else ()
    return DatelineParts(places, None, named, raw, who) if who or (named and places) else None


def _filed(head: str) -> DatelineParts | None:
    found = _FILED.match(head)
    who = _reporters(found["told"]) if found is not None else ()
    return DatelineParts((), None, None, found[0].strip(), who) if found is not None and who else None


def _japanese(head: str) -> DatelineParts | None:
    found = _JAPANESE.match(head)
    if found is None or not (found["agency"] or found["who"]):
        return None
    named = agency(found["agency"] or found["who"]) or None
    who = (found["who"],) if found["who"] and named is None and _is_person(found["who"]) else ()
    return DatelineParts(tuple(found["place"].split("、")), None, named, found[0], who)


def _korean(head: str) -> DatelineParts | None:
    found = _KOREAN.match(head)
    if found is None or key(found["place"]) in _NO_PLACES:
        return None
    named = agency(found["agency"])
    who = tuple(_BETWEEN_NAMES.split(found["who"])) if found["who"] else ()
    places = tuple(place for place in re.split(r"[·ㆍ, ]+", found["place"]) if place)
    return DatelineParts(places, None, named, found[0].strip(), who) if named or who else None


def _of_agency(head: str) -> DatelineParts | None:
    found = _BRACKETED.match(head)
    named = agency(found[1]) if found is not None else None
    return DatelineParts((), None, named, found[0]) if found is not None and named else None


def _behind(found: "regex.Match[str]", head: str) -> tuple[str, tuple[str, ...]]:
    """Return a dateline with the reporters in brackets behind it, and those; nobody where others stand there."""
    behind = _BEHIND.match(head, found.end())
    who = _reporters(behind[1]) if behind is not None else ()
    return (found[0] + behind[0], who) if behind is not None and who else (found[0], ())


def _is_person(text: str) -> bool:
    return CJK_NAME.fullmatch(text) is not None and not is_body(text)


def _reporters(text: str) -> tuple[str, ...]:
    """Return the people whom a byline in Chinese letters or a Korean one says wrote."""
    credits_ = read_han_byline(text) or read_korean_byline(text)
    return tuple(credit.name for credit in credits_ if credit.role == "reporter" and credit.kind == "person")


def _unglued(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the place and the reporter of "林佳蓉花蓮"; neither where it is not sure where the name ends."""
    name, place = text[:_GLUED_NAME], text[_GLUED_NAME:]
    if len(place) != _GLUED_PLACE or name[0] not in vocabulary("han_surnames"):
        return (), ()
    return (place,), (name,)
