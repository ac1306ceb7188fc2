"""Lengthened pages: real pages whose story goes on in other stories' paragraphs, at times with a line of junk between.

In: a gold row, and stories and headlines of its language and fold. Out: a page and its text. Long reads, lists of books
or places, and paragraphs with an advertisement after each are rare in the gold sets, and a scorer that has seen few
takes them for comments and for stories of others; the page around the story is untouched.
"""

from collections.abc import Sequence
from random import Random
from typing import Any, NamedTuple

from lxml import html as lxml_html

from newsclean.phrases.pack import packs
from training.planted import MARKS, heading_of, language_of

_PACKS = {pack.language: pack for pack in packs()}
_LEAST_PARAGRAPHS, _MOST_PARAGRAPHS = 15, 250
_INTERRUPTED_SHARE = 0.5
_MIN_KEY_CHARS = 25
"""A paragraph this long is looked for on the page by its text."""
_HEADING_CHARS = 50
_TRIES = 6
"""Paragraphs that are looked for before the page is left as it is."""


class _Insertion(NamedTuple):
    """Paragraphs, and what stands between them."""

    lines: list[str]
    is_story: list[bool]

    @property
    def story(self) -> list[str]:
        return [line for line, told in zip(self.lines, self.is_story, strict=True) if told]


def lengthened(row: dict[str, Any], stories: Sequence[str], titles: Sequence[str], style: str) -> tuple[str, str]:
    """Return a row's page, as HTML or an innertext dump by the name of `style`, with a longer story, and its text.

    A page whose paragraphs are not found as they stand in the gold text comes out as it is.

    Args:
        row: a gold row.
        stories: gold texts of others in its language.
        titles: headlines of others in its language.
        style: `long_html` or `long_text`.
    """
    rng = Random(f"{style} {row['id']}")  # noqa: S311 - chance, not secrecy
    insertion = _insertion(stories, titles, language_of(row), rng)
    put = _into_html if style.endswith("html") else _into_text
    gold = [line.strip() for line in str(row["text"]).split("\n") if line.strip()]
    last = rng.randrange(len(gold)) if rng.random() < 0.5 else len(gold) - 1  # noqa: PLR2004
    for place in range(last, max(last - _TRIES, -1), -1):
        page = put(row, gold[place], insertion) if len(gold[place]) >= _MIN_KEY_CHARS else None
        if page is not None:
            return page, "\n\n".join((*gold[: place + 1], *insertion.story, *gold[place + 1 :]))
    return str(row["html" if style.endswith("html") else "dump_innertext"]), str(row["text"])


def _insertion(stories: Sequence[str], titles: Sequence[str], language: str, rng: Random) -> _Insertion:
    """Draw how much longer the story gets, by logarithm, for short stories are many; how it is told and interrupted."""
    count = round(_LEAST_PARAGRAPHS * (_MOST_PARAGRAPHS / _LEAST_PARAGRAPHS) ** rng.random())
    story = [line.strip() for text in stories for line in text.split("\n") if line.strip()][:count]
    often = rng.uniform(0.1, 1.0) if rng.random() < _INTERRUPTED_SHARE else 0.0
    between = rng.choice((_advertisement, _advertisement, _promotion, _unknown_label))(language, titles, rng)
    told = rng.choices((_plainly, _below_headings, _as_entries), (5, 4, 1))[0]
    headed = rng.uniform(0.3, 1.0)
    lines, is_story = [], []
    for paragraph in story:
        if between and rng.random() < often:
            lines.append(rng.choice(between))
            is_story.append(False)
        piece = told(paragraph, rng) if rng.random() < headed else [paragraph]
        lines.extend(piece)
        is_story.extend([True] * len(piece))
    return _Insertion(lines, is_story)


def _plainly(paragraph: str, _: Random) -> list[str]:
    return [paragraph]


def _below_headings(paragraph: str, rng: Random) -> list[str]:
    """Return the paragraph below one or two short lines, as in a list of books, places or players."""
    words = paragraph.split()
    below = " ".join(rng.sample(words, min(rng.randint(2, 5), len(words)))).strip(MARKS)
    lines = [heading_of(paragraph, rng), below if rng.random() < 0.3 else "", paragraph]  # noqa: PLR2004
    return [line for line in lines if line]


def _as_entries(paragraph: str, rng: Random) -> list[str]:
    """Return the start of the paragraph, as in a calendar or a table of results."""
    return [" ".join(paragraph.split()[: rng.randint(5, 18)]).strip(MARKS)]


def _advertisement(language: str, _: Sequence[str], rng: Random) -> list[str]:
    known = _PACKS[language].phrases.get("ad") or _PACKS["en"].phrases["ad"]
    return [rng.choice([line for line in known.lines if "{" not in line])]


def _promotion(language: str, titles: Sequence[str], rng: Random) -> list[str]:
    label = rng.choice((_PACKS[language].phrases.get("promo") or _PACKS["en"].phrases["promo"]).labels)
    return [f"{label}: {title}" for title in titles]


def _unknown_label(_: str, titles: Sequence[str], rng: Random) -> list[str]:
    words = [word for title in titles for word in title.split() if word.isalpha()]
    return [" ".join(rng.sample(words, 2))] if len(words) > 1 else []


def _into_text(row: dict[str, Any], paragraph: str, insertion: _Insertion) -> str | None:
    lines = str(row["dump_innertext"]).split("\n")
    key = " ".join(paragraph.split())
    at = next((number for number, line in enumerate(lines) if " ".join(line.split()) == key), None)
    if at is None:
        return None
    gap = [""] * (at + 1 < len(lines) and not lines[at + 1].strip())
    return "\n".join((*lines[: at + 1], *(part for line in insertion.lines for part in (*gap, line)), *lines[at + 1 :]))


def _into_html(row: dict[str, Any], paragraph: str, insertion: _Insertion) -> str | None:
    root = lxml_html.document_fromstring(str(row["html"]).encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    key = " ".join(paragraph.split())
    found = next((p for p in root.iter("p") if " ".join(p.text_content().split()) == key), None)
    if found is None or found.getparent() is None:
        return None
    at = found
    for line, told in zip(insertion.lines, insertion.is_story, strict=True):
        heading = told and len(line) <= _HEADING_CHARS and line[-1].isalnum()
        added = found.makeelement("h3" if heading else "p" if told else "div", dict(found.attrib) if told else {})
        added.text = "".join(character for character in line if character.isprintable())
        at.addnext(added)
        at = added
    return str(lxml_html.tostring(root, encoding="unicode"))
