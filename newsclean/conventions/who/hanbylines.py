"""Bylines in Chinese letters: labels and names, "江畔日报记者 陆一舟 通讯员 廖晴"; a line in, credits out."""

import re
from dataclasses import replace
from typing import Final

import regex

from newsclean.article import AuthorRole
from newsclean.conventions.when.dates import read_date
from newsclean.conventions.who.credits import CJK_NAME, Credit, is_body, is_name, vocabulary
from newsclean.conventions.who.kanjinames import kanji_names

_LABELS: Final[dict[AuthorRole, str]] = {
    "reporter": (
        r"[图圖][、，,/／·及]?文|文[、，,/／·及]?[图圖]|文字?|采写|採寫|采访撰文|採訪撰文|采访|採訪|撰文|撰稿人?|作者|记者|記者|通讯员|通訊員|"
        r"实习生|實習生|评论员|評論員|特派员|特派員|执笔人?|執筆[人者]?|编译|編譯|著者|筆者|ライター|取材[・／]文|取材|構成|聞き手|"
        r"写真・文|文・写真"
    ),
    "editor": "责任编辑|責任編輯|值班编辑|编辑|編輯|责编|責編|主编|主編",
    "contributor": "翻译|翻譯|译者|譯者|整理",
    "photographer": "摄影|攝影|图片|圖片|图|圖",
}
_TOLD: Final = (
    "发布时间|發布時間|发表时间|发稿时间|更新时间|时间|時間|日期|来源|來源|稿源|出处|出處|出自|校对|校對|责任校对|审核|審核|监制|監製|"
    "[一二三终終][审審]|视频|視頻|剪辑|设计|制图|策划|阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|我来说两句"
)
"""What else such a line tells, each behind its label: when, from where, how often it was read."""
_GLUED: Final = "记者|記者|编辑|編輯|编译|編譯|通讯员|通訊員|实习生|實習生"
"""Labels that names stand right behind; 文字 is a word besides."""
_SIGN: Final = r"\s?[:：/／╱|｜丨●◎＝=・•·．]\s?"
_OUTLET: Final = r"[\p{Han}·A-Za-z]{1,16}?"
_LABEL = regex.compile(
    rf"(?:^|(?<=[\s\d|｜丨，,、；;:：/／╱·（(【\[）)】\]网網社报報台]))(?:{_OUTLET})?"
    rf"(?:{'|'.join(f'(?P<{role}>{labels})' for role, labels in _LABELS.items())}|(?P<told>{_TOLD}))"
    rf"(?:(?P<sign>{_SIGN})|[\s　]+|(?<=两句|[读讀览覽击擊论論])(?=[(（])|(?<={_GLUED})(?=\p{{Han}}))"
)
_BEFORE = regex.compile(r"[\d年月日:：./\s|｜-]*(?:\p{Han}{2,8}\s?[╱／/|｜·\s]\s?){0,2}|.{2,24}供稿\s*")
"""What may stand before the first label: a date, the outlet, or who sent the story in."""
_BULLETS: Final = " 　□■▲▼△◆◇○●◎☆★※"
_OUTER = re.compile(r"[（(【\[〔［]([^（()）【】\[\]〔〕［］]*)[)）】\]〕］]")
_INNER = re.compile(r"\s?[（(][^（()）]{1,30}[)）]")
"""Who somebody is: "陆一舟（江畔大学教授）"."""
_DATE: Final = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}[:時]\d{2}(?::\d{2}|分)?)?(?:\s?[ap]m)?"
_FIRST_DATE = re.compile(rf"{_DATE}\s*(?=\S)", re.IGNORECASE)
LAST_DATE = re.compile(rf"[\s|｜]*{_DATE}$", re.IGNORECASE)
_REPORTED: Final = "摄影报道|综合报道|綜合報導|報導|报道|報道"
_FROM = regex.compile(
    rf"\s?[／/╱|｜\s]\s?(?P<place>\p{{Han}}{{0,8}})(?:{_REPORTED})$|(?:发自|發自)\s?\p{{Han}}{{2,8}}$|"
    r"[\s/／╱]+(?:文[/／]?图|图[/／]?文|文|撰文?|编译|編譯|整理|整合|文?\s?\p{Han}{0,3}供图)$"
)
"""Where somebody reports from and what else the reporter did, behind the names."""
_TAKEN = re.compile(r"(?<![文/／])[\s/／]?(?:摄影?|攝影?)$")
"""Behind the names of who took a picture."""
_SIGNED = regex.compile(r"([\p{Han}\s　、，,]{2,20}?)\s?[/／]\s?(?:文[/／]?图?|图文|撰文|编译|編譯)")
"""Names before what their bearers did: "陆一舟/文"."""
_GLUED_REPORT = regex.compile(r"^(\p{Han}{2,3})(?:综合|綜合|即時|\p{Han}{2,3})(?:报道|報導|報道)$")
_CLOSING = regex.compile(r"(?:^|[。！？…”』」\"!?.]\s?)[（(【\[]\s?([^（()）【】\[\]。！？]{2,60})[）)】\]]\s*$")
_OUTLET_NAME = regex.compile(r"\p{Han}{2,8}(?:网|網|报|報|社|台)\s?[/／\s]\s?(?=\p{Han}{2,3}$)")
"""The outlet before a reporter: "江畔网 陆一舟"."""
_BETWEEN: Final = regex.compile(r"[\s、，,/／;；&・]+|(?<=\p{Han}{2})[和及](?=\p{Han}{2})")
_SHORT_NAME = regex.compile(r"\p{Han}{2,4}")
_HAN_NAME = regex.compile(r"\p{Han}{2,3}")
_OUTLET_ENDS: Final = "网網报報社"
_NO_ENDS: Final = ("文章", "专栏", "專欄", "简介", "簡介", "介绍", "介紹", "主页", "主頁")
_PARTICLES: Final = frozenset("の的")
_MAX_GUESSED: Final = 5
"""Characters of a name that stands among other labelled values."""


def read_han_byline(line: str) -> tuple[Credit, ...]:
    """Return the credits of a line of labels and names, in any order; nobody where it has anything else.

    >>> [(credit.name, credit.role) for credit in read_han_byline("来源：新华网 作者：张三 编辑：李明")]
    [('张三', 'reporter'), ('李明', 'editor')]
    >>> [credit.name for credit in read_han_byline("江畔日报记者 陆一舟 河口报道")]
    ['陆一舟']
    >>> read_han_byline("市教育局记者 招待会")
    ()
    """
    line = LAST_DATE.sub("", line.strip(_BULLETS))
    if boxed := _OUTER.fullmatch(line):
        line = LAST_DATE.sub("", boxed[1].strip())
    line = _FIRST_DATE.sub("", line, count=1)
    if signed := _SIGNED.fullmatch(line):
        return han_names(signed[1])
    taken = _TAKEN.search(line)
    line = _without_report(line[: taken.start()] if taken else line)
    labels = list(_LABEL.finditer(line))
    if not labels or _BEFORE.fullmatch(line, 0, labels[0].start()) is None:
        return ()
    found: list[Credit] = []
    for label, end in zip(labels, [*(after.start() for after in labels[1:]), len(line)], strict=True):
        if label["told"]:
            continue
        told = line[label.end() : end]
        named = _credited(label, told, alone=len(labels) == 1, boxed=boxed is not None)
        if named is None:
            return ()
        found += named
    return tuple(replace(credit, role="photographer") for credit in found) if taken else tuple(found)


def han_names(text: str) -> tuple[Credit, ...]:
    """Return whom a text of nothing but Chinese names credits.

    >>> [credit.name for credit in han_names("陆一舟、廖晴")], han_names("陆一舟的信")
    (['陆一舟', '廖晴'], ())
    """
    names = [name for name in _BETWEEN.split(text) if name]
    return tuple(map(Credit, names)) if all(map(_is_han_name, names)) else ()


def read_han_closing(paragraph: str) -> tuple[Credit, ...]:
    """Return whom the brackets at the end of a story's last paragraph credit; nobody where they say something else.

    >>> [credit.name for credit in read_han_closing("大桥周五重新开放。（记者 陆一舟）")]
    ['陆一舟']
    >>> [credit.name for credit in read_han_closing("大桥周五重新开放。（廖晴）")]
    ['廖晴']
    >>> read_han_closing("大桥重新开放（廖晴）")
    ()
    """
    found = _CLOSING.search(paragraph[-70:])
    if found is None:
        return ()
    line = _OUTLET_NAME.sub("", found[1].strip())
    return read_han_byline(line) or han_names(_without_report(line)) or kanji_names(line)


def _is_han_name(text: str) -> bool:
    """Return whether a text is a Chinese family name and a given name."""
    return (
        _HAN_NAME.fullmatch(text) is not None
        and text[0] in vocabulary("han_surnames")
        and text[-1] not in _OUTLET_ENDS
        and text not in vocabulary("no_han_names")
    )


def _credited(label: "regex.Match[str]", value: str, *, alone: bool, boxed: bool) -> list[Credit] | None:
    """Return whom the value behind a label credits; None where it is something else."""
    role = next(role for role in _LABELS if label[role])
    if moment := read_date(value):
        value = value[: moment.start] + value[moment.end :]
    value = _without_report(_INNER.sub("", value)).strip("】）)]〕 　。|｜丨")
    if not value or _is_nobody(value):
        return []
    names = [_GLUED_REPORT.sub(r"\1", name) for name in _BETWEEN.split(value) if name]
    credits_ = [_labelled(name, role) for name in names]
    found = [credit for credit in credits_ if credit is not None]
    if label["sign"]:
        sure = alone or all(len(name) <= _MAX_GUESSED for name in names)
    else:
        parted = label[0][-1:].isspace()
        family = any(name[0] in vocabulary("han_surnames") for name in (names if parted else names[:1]))
        sure = all(map(_SHORT_NAME.fullmatch, names)) and (family or (boxed and parted))
    if role == "photographer":
        # "首页 / 图片 / 正文" is the way to a page
        sure = all(map(_is_han_name, names))
    return found if sure and len(found) == len(names) else None


def _labelled(name: str, role: AuthorRole) -> Credit | None:
    """Return the credit of a name behind a label, or of a desk; None for what is neither.

    文字 is both "text by" and the first half of "font size", 文字の大きさ.
    """
    if not name.isascii() and is_body(name):
        return Credit(name, "organization", role)
    is_one = CJK_NAME.fullmatch(name) is not None and is_name(name) and not _PARTICLES & set(name)
    return Credit(name, "person", role) if is_one and not _is_nobody(name) else None


def _without_report(text: str) -> str:
    """Return a text without where it was reported from, which the last of two names may stand in the place of."""
    found = _FROM.search(text)
    if found is None:
        return text
    is_place = found[0].lstrip().startswith(("／", "/", "╱", "|", "｜")) or not _is_han_name(found["place"] or "")
    return text[: found.start()] if is_place else text[: found.end("place")]


def _is_nobody(name: str) -> bool:
    """Return whether what stands behind a label says that the name is not known, or where more of the author stands."""
    return name in vocabulary("no_han_names") or name.endswith(_NO_ENDS)
