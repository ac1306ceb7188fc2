"""Lines that are nothing but dates and times, spans of time and reading times: a line in, what kind of one out."""

import re
from enum import Enum
from functools import cache, lru_cache
from typing import Final, Literal

import regex

from newsclean.conventions.languages import EAST_ASIAN
from newsclean.conventions.tables import key, table, words
from newsclean.conventions.when.dates import is_month

MAX_CHARS: Final = 140
TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:[.'’]\p{L}[\p{L}\p{M}]*)*|\p{Nd}+")
_CJK_PARTS = re.compile(
    r"(?:(?:令和|平成|昭和|民國|民国)\s?(?:\d{1,3}|元)|\d{4}\s?)[年년]\s?\d{1,2}\s?[月월]\s?(?:\d{1,2}\s?[日일號号]?)?|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|"
    r"\d{1,2}\s?[時时點点시]\s?\d{1,2}\s?[分분]?|(?:星期|周|週)[一二三四五六日天]|\(?[月火水木金土日월화수목금토일]曜?요?일?\)?(?=\s|$)|"
    r"(?:上午|下午|午前|午後|오전|오후)|\d+\s?(?:秒|分钟|分鐘|分|小时|小時|時間|时|天|日|周|週間|个月|ヶ月|年|초|분|시간|일)\s?(?:前|전)|"
    r"(?:最后|最後|最終|기사|최종|최초)?\s?(?:发布|發布|發佈|更新|发表|發表|公開|配信|掲載|投稿|修正|修改|입력|수정|등록|업데이트|승인|송고|게재)(?:时间|時間|日期|日時|日|于|於|시간|일시|일)?|"
    r"(?:时间|時間|日期|日時)"
)
_CJK_LABEL = re.compile(
    r"前|전|发布|發布|發佈|更新|发表|發表|公開|配信|掲載|投稿|修正|修改|입력|수정|등록|업데이트|승인|송고|게재|时间|時間|日期|日時"
)
CLOCK = re.compile(r"(?<![\d:.$€£¥₽₹])(?:[01]?\d|2[0-4])[:h.]\s?[0-5]\d(?![\d%])")
NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,4}([./-])\s?\d{1,2}\s?\1\s?\d{1,4}(?!\d)|\d{4}-\d{2}-\d{2}")
_SOURCE = re.compile(
    r"\s[\[(]?(?:来源|來源|出典|source|quelle|fuente|fonte|источник|sumber|kaynak|nguồn)\s?[:：].{1,40}$", re.IGNORECASE
)
_HALF = re.compile(r"(?<=\d )([ap])\. m\.?", re.IGNORECASE)
"""Before and after noon as Spanish writes them: "9:14 p. m."."""
_ISO = re.compile(r"(?<=\d)T(?=\d\d:\d\d)|(?<=\d\d)Z\b")
"""What parts day and hour in a date that a machine wrote, and its zone."""
_READING = re.compile(
    r"\d{1,2}\s?(?:min(?:\.|s|utes?|uten|uti|utos?|ut[ay]?)?|мин(?:\.|ут[аы]?)?|phút|dakika|menit|λεπτά|分)"
)
_PLACED = regex.compile(r"(?:\p{Lu}[\p{L}\p{M}.'’-]*(?: (?=\p{L})|,? [–—-] |, )){1,4}(?=[\p{L}.]{0,12},? ?\d)")
"""A place, with what parts it from the date behind it."""
_DIGIT = re.compile(r"\d")
_MIN_DAY_DIGITS = 4
_UPDATED = re.compile(
    r"(?:last )?updated|last modified|\bmodified|aktualisiert|actualizad[oa]|última actualización|"
    r"mis(?:e)? à jour|modifié|atualizad[oa]|aggiornat[oa]|"
    r"ultim[oa] aggiornamento|обновлен[оа]?|更新|最終更新|수정|آخر تحديث|تم التحديث|अपडेटेड?|cập nhật|"
    r"güncelle(?:me|ndi)|diperbarui|bijgewerkt|gewijzigd|"
    r"uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|zaktualizowano|ενημέρωση|ενημερώθηκε|оновлено|\bupdate\b",
    re.IGNORECASE,
)  # fmt: skip
_PUBLISHED = re.compile(
    r"published|posted|first|\boriginal(?:ly|e)?\b|publication|erstellt|erschienen|veröffentlicht|publicad[oa]|publié|pubblicat[oa]|"
    r"опубликовано|发布|公開|입력|publisert|yayın|terbit",
    re.IGNORECASE,
)


class Kind(Enum):
    """What a line of dates and times says."""

    LABELLED = "labelled"
    """A date or time after a word such as "Published", a span ("3 hours ago") or a reading time: nothing else."""
    DATED = "dated"
    """A bare date, with or without a time."""
    CLOCK = "clock"
    """A bare time of day."""


@cache
def _vocabulary() -> dict[str, str]:
    """Return the kind of each word that a timestamp may have: label, span, link, weekday or zone."""
    kinds: dict[str, str] = {}
    for kind in ("links", "persian_months", "weekdays", "spans", "labels"):
        for word in words(table("timewords")[kind]):
            kinds[word] = kind
    for zone in (*table("timewords")["zones"], "et", "ct", "mt", "pt", "ist", "bst", "cst", "mst", "ast", "time"):
        kinds.setdefault(str(zone), "zone")
    return kinds


def word_kind(word: str) -> str | None:
    """Return the kind of a word that a timestamp may have, by its `key`: a list of `timewords.toml`, or "zone"."""
    known = _vocabulary()
    return known.get(word) or known.get(word.strip("'’."))


def timestamp_kind(line: str) -> Kind | None:
    """Return what kind of timestamp a whole line is; None for anything with other words in it.

    >>> timestamp_kind("Published 10:15 AM EDT, March 12, 2024"), timestamp_kind("12 марта 2024, 10:15")
    (<Kind.LABELLED: 'labelled'>, <Kind.DATED: 'dated'>)
    >>> timestamp_kind("Published: 2024-03-12T08:00:00Z")
    <Kind.LABELLED: 'labelled'>
    >>> timestamp_kind("4 min read"), timestamp_kind("By Monday, 40 bodies had been found")
    (<Kind.LABELLED: 'labelled'>, None)
    """
    return _kind(line) if len(line) <= MAX_CHARS and _DIGIT.search(line) is not None else None


def is_reading_time(line: str) -> bool:
    """Return whether a line is nothing but some minutes: a reading time, where no story has begun.

    >>> is_reading_time("4 minutos"), is_reading_time("5 Min."), is_reading_time("14 days")
    (True, True, False)
    """
    return _READING.fullmatch(line.casefold()) is not None


def is_placed(line: str) -> bool:
    """Return whether a line is a place and a date with its time.

    >>> is_placed("PORTLAND, 12 March 2024, 09:14"), is_placed("Madrid, 3 mar. 2024 (actualizado a las 12:40)")
    (True, True)
    >>> is_placed("PORTLAND, 12 March 2024"), is_placed("Portland lost 12-10 on 3 March 2024, 09:14")
    (False, False)
    """
    if len(line) > MAX_CHARS or CLOCK.search(NUMERIC_DATE.sub(" ", line)) is None:
        return False
    place = _PLACED.match(line)
    return place is not None and timestamp_kind(line[place.end() :]) in (Kind.DATED, Kind.LABELLED)


@lru_cache(maxsize=2_048)
def _kind(line: str) -> Kind | None:
    """Read a line with a digit; filters and fields ask the same of the same lines of a page."""
    if ":" in line or "：" in line:
        line = _SOURCE.sub("", line)
        if _DIGIT.search(line) is None:
            return None
    labelled = False
    if not line.isascii() and EAST_ASIAN.search(line):
        bare = _CJK_PARTS.sub(" ", line)
        if EAST_ASIAN.search(bare):
            return None
        labelled = _CJK_LABEL.search(line) is not None
        if bare != line and not TOKEN.search(bare):
            if labelled:
                return Kind.LABELLED
            return Kind.DATED if re.search(r"[年月년월]", line) else Kind.CLOCK
        if NUMERIC_DATE.search(bare):
            # what stood beside the numbers are words of a date
            return _by_words(bare, labelled=labelled)
    return _by_words(line, labelled=labelled)


def _by_words(line: str, *, labelled: bool) -> Kind | None:
    # Persian joins the parts of a word by what is no letter
    line = _ISO.sub(" ", _HALF.sub(r"\1m", line.replace("\u200c", "")))
    month = weekday = span = digits = False
    for found in TOKEN.finditer(line):
        token = found[0]
        if token[0].isdecimal():
            digits = digits or len(token) <= _MIN_DAY_DIGITS
            continue
        word = key(token)
        kind = word_kind(word)
        named = is_month(word) or kind == "persian_months"
        if kind is None and not named:
            # "10h15", "15th": letters glued to digits are tokens of their own, so what is left is a foreign word
            return None
        month = month or named
        labelled = labelled or kind == "labels"
        span = span or kind == "spans"
        weekday = weekday or kind == "weekdays"
    dated = (month and digits) or NUMERIC_DATE.search(line) is not None
    clock = CLOCK.search(line) is not None
    if not digits and not dated:
        return None
    if labelled and (dated or clock or span):
        return Kind.LABELLED
    if dated:
        return Kind.DATED
    if clock:
        return Kind.CLOCK
    # a bare unit is a quantity, "14 days"; a span says which way, "14 days ago", "vor 14 Tagen", "4 min read"
    return Kind.LABELLED if span and _is_span(line) else None


@cache
def past_words() -> frozenset[str]:
    """Return the words that say of a span of time that it has passed: "ago", "vor", "hace"."""
    return words(
        "ago vor hace il atrás há fa назад trước önce lalu yang पहले منذ قبل temu siden geleden sedan sitten πριν"
    )


@cache
def weekdays() -> frozenset[str]:
    """Return the `key`s of the days of the week and of their short forms, in all languages."""
    return words(table("timewords")["weekdays"])


@cache
def _directions() -> frozenset[str]:
    return past_words() | words(
        "read reading lesezeit lesedauer lectura leer lecture lire leitura lettura чтения чтение đọc okuma baca पढ़ने "
        "قراءة czytania læsetid leestijd lästid lesetid"
    )


@cache
def units() -> frozenset[str]:
    """Return the words for units of time."""
    return words(table("timewords")["spans"]) - _directions()


def _is_span(line: str) -> bool:
    """Return whether a line has a unit of time and says which way: "ago", "read"."""
    tokens = {key(found[0]) for found in TOKEN.finditer(line)}
    return not tokens.isdisjoint(_directions()) and not tokens.isdisjoint(units())


def date_labels(line: str) -> list[tuple[Literal["published", "modified"], str]]:
    """Split a line at its labels into pieces that each hold one date, and say what each dates.

    >>> date_labels("Published 12 March 2024, updated 13 March 2024")
    [('published', 'Published 12 March 2024, '), ('modified', 'updated 13 March 2024')]
    """
    starts = [found.start() for found in _UPDATED.finditer(line)]
    if not starts:
        return [("published", line)]
    pieces: list[tuple[Literal["published", "modified"], str]] = []
    if starts[0] > 0 and any(character.isdecimal() for character in line[: starts[0]]):
        pieces.append(("published", line[: starts[0]]))
    rest = line[starts[0] :]
    again = _PUBLISHED.search(rest, 4)
    pieces.append(("modified", rest[: again.start()] if again else rest))
    if again:
        pieces.append(("published", rest[again.start() :]))
    return pieces
