"""Planted pages: gold stories, many cut short, with menus, rails, share rows and bylines of the phrase packs put in.

In: gold rows. Out: pages whose labels are known, so that short stories and the paragraphs beside junk, interviews,
live entries, tables, and scripts that the sets lack are learned too; no page of a set is changed.
"""

import re
from collections.abc import Callable, Sequence
from html import escape
from random import Random
from typing import Any, NamedTuple

from newsclean.phrases import Family
from newsclean.phrases.pack import Pack, packs
from training.scripts import SCRIPTS, rewritten

_PACKS = {pack.language: pack for pack in packs()}
_LANG = re.compile(r"<html[^>]{0,400}?\blang\s*=\s*[\"']?([a-zA-Z]{2})")
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s*(?=\S)")
_REWRITTEN_SHARE = 0.25
"""Of the pages, this share is told in a script that has no capitals, with the junk of a language written in it."""
_FOREIGN_HEADLINE_SHARE = 0.3
"""... and this share has another story's headline: one that has no word in common with the story is one as well."""
_LONGEST_QUESTION_WORDS = 9
_LONGEST_HEADING_WORDS = 7
MARKS = " .,;:!?\"'«»“”„()。，、？！"
"""What a heading neither starts nor ends with."""


class _Piece(NamedTuple):
    tag: str
    lines: list[str]


def language_of(row: dict[str, Any]) -> str:
    """Return the language of a gold row: the set's word, else the page's; English where there is no pack of it."""
    stated = _LANG.search(str(row.get("html", ""))[:20_000])
    language = str(row.get("lang") or (stated.group(1) if stated else "en")).lower()[:2]
    return language if language in _PACKS else "en"


class _Desk:
    """What one newsroom puts around its stories, drawn with the page's own chance."""

    def __init__(self, pack: Pack, titles: Sequence[str], rng: Random) -> None:
        self._pack, self._titles, self._rng = pack, titles, rng

    def _lines(self, family: Family, least: int, most: int) -> list[str]:
        known = self._pack.phrases.get(family) or _PACKS["en"].phrases[family]
        plain = [line for line in known.lines if "{" not in line]
        return self._rng.sample(plain, min(self._rng.randint(least, most), len(plain)))

    def _headlines(self, least: int, most: int) -> list[str]:
        return self._rng.sample(self._titles, min(self._rng.randint(least, most), len(self._titles)))

    def menu(self) -> list[str]:
        entries = self._lines("nav", 3, 12)
        return [" | ".join(entries)] if self._rng.random() < 0.2 else entries  # noqa: PLR2004 - one line now and then

    def share(self) -> list[str]:
        return [*self._lines("share", 1, 3), *self._rng.sample(self._pack.networks, min(2, len(self._pack.networks)))]

    def rail(self) -> list[str]:
        return [*self._lines("related", 1, 1), *self._headlines(1, 6)]

    def promo(self) -> list[str]:
        labels = (self._pack.phrases.get("promo") or _PACKS["en"].phrases["promo"]).labels
        return [f"{self._rng.choice(labels)}: {title}" for title in self._headlines(1, 1)]

    def prompt(self) -> list[str]:
        return self._lines(self._rng.choice(("newsletter", "newsletter", "ad", "timestamp", "paywall")), 1, 2)

    def top(self) -> list[str]:
        return [*self._lines("byline", 0, 1), *self._lines("timestamp", 0, 1)]

    def tail(self) -> list[str]:
        return [
            *self._lines("tags", 0, 1), *self._lines("comment", 0, 3), *self._lines("newsletter", 0, 2),
            *self._lines("copyright", 0, 1), *self._lines("legal", 0, 3),
        ]  # fmt: skip


def _paragraphs(row: dict[str, Any], rng: Random) -> list[str]:
    """Return the paragraphs of a story, of three stories in four only two to eight of them."""
    paragraphs = [line.strip() for line in str(row["text"]).split("\n") if line.strip()]
    if paragraphs and row.get("title") and paragraphs[0] == row["title"]:
        del paragraphs[0]
    if len(paragraphs) > 2 and rng.random() < 0.75:  # noqa: PLR2004
        first = rng.randrange(len(paragraphs) - 2) if rng.random() < 0.3 else 0  # noqa: PLR2004 - mostly from the top
        paragraphs = paragraphs[first : first + rng.randint(2, 8)]
    return paragraphs


def _told(paragraphs: list[str], rng: Random) -> list[_Piece]:
    """Return the story as paragraphs, an interview, a live blog, or paragraphs and a table, lists or headings."""
    forms = (_plainly, _as_interview, _as_live_blog, _with_table, _with_lists, _with_headings)
    form = rng.choices(forms, (66, 8, 6, 6, 7, 7))[0]
    return form(paragraphs, rng)


def _plainly(paragraphs: list[str], _: Random) -> list[_Piece]:
    return [_Piece("p", [paragraph]) for paragraph in paragraphs]


def _as_interview(paragraphs: list[str], rng: Random) -> list[_Piece]:
    told = []
    for paragraph in paragraphs:
        words = rng.choice(_sentences(paragraph)).rstrip(".!?。！？ ").split()[:_LONGEST_QUESTION_WORDS]
        told.append(_Piece("b", [" ".join(words) + "?"]))
        told.append(_Piece("p", [rng.choice((paragraph, paragraph, _sentences(paragraph)[0]))]))
    return told


def _as_live_blog(paragraphs: list[str], rng: Random) -> list[_Piece]:
    minutes = rng.randrange(300, 1400)
    told = []
    for paragraph in paragraphs:
        minutes -= rng.randint(2, 40)
        told.append(_Piece("time", [f"{minutes // 60 % 24:02}{rng.choice(':::.')}{minutes % 60:02}"]))
        told.append(_Piece("p", [" ".join(_sentences(paragraph)[: rng.randint(1, 3)])]))
    return told


def _with_table(paragraphs: list[str], rng: Random) -> list[_Piece]:
    told = _plainly(paragraphs, rng)
    words = " ".join(paragraphs).split()
    rows = [
        " | ".join((" ".join(rng.sample(words, min(2, len(words)))), *(str(rng.randrange(100)) for _ in range(2))))
        for _ in range(rng.randint(2, 6))
    ]
    told.insert(rng.randint(1, len(told)), _Piece("tr", rows))
    return told


def _with_headings(paragraphs: list[str], rng: Random) -> list[_Piece]:
    told = []
    for paragraph in paragraphs:
        heading = heading_of(paragraph, rng)
        told += [_Piece("h", [heading])] if heading else []
        told.append(_Piece("p", [paragraph]))
    return told


def heading_of(paragraph: str, rng: Random) -> str:
    """Return up to seven words of a paragraph in a row, as a heading above it; empty where they are only marks."""
    words = paragraph.split()
    first = rng.randrange(max(1, len(words) - _LONGEST_HEADING_WORDS))
    heading = " ".join(words[first : first + rng.randint(1, _LONGEST_HEADING_WORDS)]).strip(MARKS)
    return heading[:1].upper() + heading[1:]


def _with_lists(paragraphs: list[str], rng: Random) -> list[_Piece]:
    """Return paragraphs of which some are told as lists: a sentence an item, cut short."""
    told = []
    for number, paragraph in enumerate(paragraphs):
        if number and rng.random() < 0.5:  # noqa: PLR2004 - a list has something to stand below
            longest = rng.randint(4, 15)
            items = [" ".join(sentence.split()[:longest]) for sentence in _sentences(paragraph)]
            told.append(_Piece("item", items))
        else:
            told.append(_Piece("p", [paragraph]))
    return told


def _sentences(paragraph: str) -> list[str]:
    return _SENTENCE_END.split(paragraph)


def planted(row: dict[str, Any], titles: Sequence[str], style: str) -> tuple[str, str, str]:
    """Return a page made around a row's story, as HTML or text by the name of `style`, and its text and headline.

    Args:
        row: a gold row.
        titles: headlines of other stories in its language.
        style: `planted_html` or `planted_text`; the same row gives another page for each.
    """
    rng = Random(f"{style} {row['id']}")  # noqa: S311 - chance, not secrecy
    language, headline, paragraphs = language_of(row), str(row.get("title") or ""), _paragraphs(row, rng)
    if rng.random() < _REWRITTEN_SHARE:
        language = rng.choice(tuple(SCRIPTS))
        headline, *rest = rewritten([headline, *paragraphs, *titles], SCRIPTS[language])
        paragraphs, titles = rest[: len(paragraphs)], rest[len(paragraphs) :]
    desk = _Desk(_PACKS[language], titles, rng)
    if titles and rng.random() < _FOREIGN_HEADLINE_SHARE:
        headline = rng.choice(titles)
    told = _told(paragraphs, rng) if paragraphs else []
    text = "\n\n".join(line for piece in told if piece.tag != "time" for line in piece.lines)
    return _page(told, headline, desk, rng, _html if style.endswith("html") else _text), text, headline


def _page(
    told: list[_Piece], headline: str, desk: _Desk, rng: Random, laid_out: Callable[[Sequence[_Piece], Random], str]
) -> str:
    pieces = list(told)
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        junk = rng.choice((desk.rail, desk.rail, desk.rail, desk.share, desk.promo, desk.prompt, desk.menu))
        pieces.insert(rng.randint(0, len(pieces)), _Piece("li", junk()))
    if rng.random() < 0.8:  # noqa: PLR2004 - most pages start above the story
        if rng.random() < 0.5:  # noqa: PLR2004
            pieces.insert(0, _Piece("li", [*desk.top(), *(desk.share() if rng.random() < 0.5 else [])]))  # noqa: PLR2004
        if headline:
            pieces.insert(0, _Piece("h1", [headline]))
        if rng.random() < 0.6:  # noqa: PLR2004
            pieces.insert(0, _Piece("li", desk.menu()))
    ends = (desk.rail, desk.tail, desk.menu)
    pieces += [_Piece("li", end()) for end in ends if rng.random() < 0.4]  # noqa: PLR2004
    return laid_out(pieces, rng)


def _text(pieces: Sequence[_Piece], rng: Random) -> str:
    wide = rng.choice(("\n", "\n\n", "\n\n"))
    bullet = rng.choice(("", "", "- ", "• ", "* "))
    return wide.join(
        rng.choice(("\n", wide)).join(bullet + line if piece.tag == "item" else line for line in piece.lines)
        for piece in pieces
        if piece.lines
    )


def _html(pieces: Sequence[_Piece], rng: Random) -> str:
    boxes: list[str] = []
    for tag, lines in pieces:
        inner = [escape(line, quote=False) for line in lines]
        if tag == "li":
            outer, shape = rng.choice(
                (("ul", "<li><a href='#'>{}</a></li>"), ("ul", "<li>{}</li>"), ("div", "<p><a href='#'>{}</a></p>"),
                 ("div", "<p>{}</p>"))
            )  # fmt: skip
            boxes.append(f"<{outer}>" + "".join(shape.format(line) for line in inner) + f"</{outer}>")
        elif tag == "tr":
            cells = ("".join(f"<td>{cell}</td>" for cell in line.split(" | ")) for line in inner)
            boxes.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
        elif tag == "item":
            boxes.append("<ul>" + "".join(f"<li>{line}</li>" for line in inner) + "</ul>")
        elif tag == "h":
            boxes.append(rng.choice(("<h2>{}</h2>", "<h3>{}</h3>", "<p><b>{}</b></p>", "<p>{}</p>")).format(inner[0]))
        elif tag == "b":
            boxes.extend(rng.choice(("<p><strong>{}</strong></p>", "<h3>{}</h3>")).format(line) for line in inner)
        elif tag == "time":
            boxes.extend(f"<div><time>{line}</time></div>" for line in inner)
        else:
            boxes.extend(f"<{tag}>{line}</{tag}>" for line in inner)
    body = "\n".join(boxes)
    return f"<html><body><main>{body}</main></body></html>" if rng.random() < 0.5 else f"<div>{body}</div>"  # noqa: PLR2004
