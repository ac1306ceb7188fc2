"""Bylines of Chinese, Japanese and Korean pages: "记者 蒋凌", "홍길동 기자"; a line in, its credits out, or None."""

import re
from typing import Final

import regex

from newsclean.article import AuthorRole
from newsclean.conventions.tables import words
from newsclean.conventions.when.dates import read_date
from newsclean.conventions.who.credits import CJK_NAME, Credit, is_body, is_name, vocabulary

_HAN_NAME = regex.compile(r"\p{Han}{2,3}")
"""A name that no label introduces has a family name besides: katakana words are buttons more often, "分享" is one."""
_CJK_LABEL = regex.compile(
    r"[（(【\[〔▲■]?\s?(?:本报|本報|特约|特約|实习|實習|见习|新华社|采访|採訪|撰文|文字|綜合報導|图文)?"
    r"(记者|記者|作者|撰文|撰稿|文字|文|通讯员|通訊員|译者|责任编辑|責任編輯|责编|編輯|编辑|执笔|執筆|取材・文|取材|構成|聞き手|写真・文|文・写真)"
    r"\s?([:：/／|｜・•●◎＝=]?)\s?(.{2,60})"
)
_PARTED_LABEL = regex.compile(r"[（(【\[〔▲■]?\s?(著者|執筆者|筆者|ライター)\s?([:：/／●◎＝=])\s?(.{2,60})")
"""Labels that are words besides: "著者インタビュー"."""
_OUTLET_LABEL = regex.compile(
    r"[（(【\[]?(?:(?:采写|採寫|撰文|采访|文)\s?[:：/／|｜]?\s?)?\p{Han}{2,8}?(?:见习|實習|实习|首席|特约|特派)?"
    r"(?:记者|記者)[\s　:：/／|｜]+([\p{Han}\s　、]{2,20})[）)】\]]?"
)
"""Reporters behind their outlet, parted from it: "江畔日报记者 陆一舟 廖晴"."""
_BRACKETED = regex.compile(r"[\[［](\p{Han}{2,5})[，、,]\s?([A-Za-z][\w .&-]{1,30})[\]］]")
"""A reporter and the outlet: "[田中宏昌，Harbor Times]"."""
_REPORT = regex.compile(
    r"[【〔\[［(（](?:\p{Han}{2,8}\s?[╱／/])?\s?(?:\p{Han}{2,8}?)?(?:記者|记者)\s?(\p{Han}{2,4}(?:[、，,]\p{Han}{2,4}){0,3})"
    r"\s?[╱／/]\s?\p{Han}{1,8}(?:報導|报道|報道)[】〕\]］)）]"
)
"""Outlet, reporter and place in brackets: "【江畔報╱記者陸一舟／台北報導】"."""
_PART_ROLES: Final[dict[str, AuthorRole]] = {
    **dict.fromkeys(("監修", "監訳", "翻訳", "訳", "译", "譯", "イラスト", "絵"), "contributor"),
    **dict.fromkeys(("写真", "撮影", "摄影", "攝影"), "photographer"),
    "編": "editor",
}
_KATAKANA = regex.compile(r"[\p{Katakana}ー]+")
"""Behind a label that nothing parts from it, a word: "記者ページ"."""
_KOREAN = regex.compile(
    r"\[?(?:[^\s=]{1,12}\s?=\s?)?(\p{Hangul}{2,4})\s?(?:[\p{Hangul}]{0,6})(?:기자|특파원|논설위원|인턴기자)\b\]?.{0,40}"
)
_CJK_FIELD = re.compile(
    r"(?:^|(?<=[网網社报報台])|[\s|｜　（(【])"
    r"(发布时间|發布時間|发表时间|发稿时间|来源|來源|稿源|出处|出處|作者|记者|記者|撰文|撰稿|文|编辑|編輯|责任编辑|責任編輯|责编|責編|校对|審核|审核|摄影|攝影)\s?[:：/／|｜]\s?"
)
"""What a line tells of a story, each behind its label: "来源：新华网 作者：张三 编辑：李明"."""
_CJK_SUPPLIED = re.compile(r"(?:.{2,24}供稿)?")
"""What may stand before the fields: who sent the story in."""
_CJK_SOURCES = words("发布时间 發布時間 发表时间 发稿时间 来源 來源 稿源 出处 出處 校对 審核 审核")
_MIN_FIELDS: Final = 2
_MAX_NAME: Final = 5
_CJK_TAIL = re.compile(r"(?:[／/|｜]\s?\S{1,8}?)?(?:报道|報道|報導|摄影报道|攝影|摄影|摄|撰|编译)[】）)\]]?$")
_DATE: Final = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?"
_CJK_DATE = re.compile(rf"^{_DATE}\s*")
_CJK_TAIL_DATE = re.compile(rf"\s?{_DATE}$")
_REPORT_DATE = re.compile(rf"[\s|｜]+{_DATE}(?:\s?[ap]m)?$", re.IGNORECASE)
_CJK_EDITOR = ("编", "編")
_NO_ENDS: Final = ("文章", "专栏", "專欄", "简介", "簡介", "介绍", "介紹", "主页", "主頁")
_PARTICLES = frozenset("の的")
_PARTS = re.compile(r"[\s、,，/／;；&・]+|和|及")


def read_east_asian(line: str, *, bare: bool) -> tuple[Credit, ...]:
    """Return the credits of a line; nobody where it is no byline.

    >>> [credit.name for credit in read_east_asian("記者王小明／台北報導", bare=False)]
    ['王小明']
    """
    if found := _KOREAN.fullmatch(line):
        return (Credit(found[1]),)
    line = _CJK_DATE.sub("", line) or line
    if parts := _reported(line) or _parts(line) or _behind_outlet(line):
        return parts
    if found := _CJK_LABEL.fullmatch(line) or _PARTED_LABEL.fullmatch(line):
        told = found[3].strip("】）)]〕 。")
        names = [name for name in _PARTS.split(_CJK_TAIL.sub("", told)) if name]
        if len(names) > 1 and told.endswith(f"{names[-1]}報導") and not _is_han_name(names[-1]):
            # the place that they report from: "記者 陸一舟 嘉義報導"
            names.pop()
        role: AuthorRole = "editor" if any(mark in found[1] for mark in _CJK_EDITOR) else "reporter"
        if not found[2] and found.start(3) == found.end(1):
            # "文化新闻" is a section, "記者ページ" and "文章目录 显示" are buttons
            names = [name for name in names if found[1] != "文" and not _KATAKANA.fullmatch(name)]
        credits_ = tuple(_labelled(name, role) for name in names)
        return tuple(filter(None, credits_)) if credits_ and all(credits_) else ()
    if bare and (found := _BRACKETED.fullmatch(line)):
        return Credit(found[1]), Credit(found[2].strip(), "organization")
    # the date may stand right behind the name
    name = _CJK_TAIL_DATE.sub("", line)
    if bare and _is_han_name(name) and name not in vocabulary("no_han_names"):
        return (Credit(name),)
    return ()


def _reported(line: str) -> tuple[Credit, ...]:
    """Return the reporters that stand in brackets between outlet and place, perhaps before a date."""
    found = _REPORT.fullmatch(_REPORT_DATE.sub("", line))
    return tuple(map(Credit, _PARTS.split(found[1]))) if found is not None else ()


def _is_han_name(text: str) -> bool:
    """Return whether a text is a Chinese family name and a given name."""
    return _HAN_NAME.fullmatch(text) is not None and text[0] in vocabulary("han_surnames")


def _behind_outlet(line: str) -> tuple[Credit, ...]:
    """Return the reporters that stand behind the name of their outlet.

    >>> [credit.name for credit in _behind_outlet("江畔日报记者 陆一舟 廖晴")], _behind_outlet("市教育局记者 招待会")
    (['陆一舟', '廖晴'], ())
    """
    found = _OUTLET_LABEL.fullmatch(line)
    names = [name for name in _PARTS.split(found[1].strip()) if name] if found is not None else []
    return tuple(map(Credit, names)) if all(map(_is_han_name, names)) else ()


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


def _labelled(name: str, role: AuthorRole) -> Credit | None:
    """Return the credit of a name behind a label, or of a desk; None for what is neither.

    文字 is both "text by" and the first half of "font size", 文字の大きさ.
    """
    if not name.isascii() and is_body(name):
        return Credit(name, "organization", role)
    is_one = CJK_NAME.fullmatch(name) is not None and is_name(name) and not _PARTICLES & set(name)
    is_one = is_one and not _is_nobody(name)
    return Credit(name, "person", role) if is_one else None


def _is_nobody(name: str) -> bool:
    """Return whether what stands behind a label says that the name is not known, or where more of the author stands."""
    return name in vocabulary("no_han_names") or name.endswith(_NO_ENDS)


def _parts(line: str) -> tuple[Credit, ...]:
    """Return the credits of a line of two labels or more: where a story is from and who wrote it, in any order.

    >>> [(credit.name, credit.role) for credit in _parts("来源：新华网 作者：张三 编辑：李明")]
    [('张三', 'reporter'), ('李明', 'editor')]
    >>> _parts("作者：张三"), _parts("来源：新华网 作者：张三和他的朋友们说")
    ((), ())
    """
    found = list(_CJK_FIELD.finditer(line))
    if len(found) < _MIN_FIELDS or not _CJK_SUPPLIED.fullmatch(line[: found[0].start()].strip()):
        return ()
    credits_: list[Credit] = []
    for field, end in zip(found, [*(after.start() for after in found[1:]), len(line)], strict=True):
        if field[1] in _CJK_SOURCES:
            continue
        value = line[field.end() : end]
        if moment := read_date(value):
            value = value[: moment.start] + value[moment.end :]
        role = _PART_ROLES.get(field[1], "reporter")
        role = "editor" if any(mark in field[1] for mark in _CJK_EDITOR) else role
        if _is_nobody(value.strip()):
            continue
        for name in filter(None, _PARTS.split(value.strip("】）)] 。|｜"))):
            if not CJK_NAME.fullmatch(name) or len(name) > _MAX_NAME or _PARTICLES & set(name):
                return ()
            credits_.append(Credit(name, "person", role))
    return tuple(credits_)
