"""Section, breadcrumbs and tags: JSON-LD, meta, topic links and printed lines in; names out, each once."""

import re
from collections.abc import Iterable
from typing import Final

from newsclean.article import FieldSource
from newsclean.block import Json
from newsclean.conventions.headlines.titles import squash
from newsclean.conventions.schematypes import types_of
from newsclean.conventions.sections import is_home, is_news
from newsclean.conventions.tables import key
from newsclean.conventions.who.labelledlines import read_labelled_line
from newsclean.fields.printedtopics import linked_breadcrumbs, printed_breadcrumbs, printed_tags
from newsclean.fields.view import Reading, View, text_of

_SECTION_META: Final = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "sailthru.section",
    "cxenseparse:section",
    "articlesection",
    "section",
    "dc.subject.section",
)
_TAG_META: Final = (
    "article:tag",
    "og:article:tag",
    "news_keywords",
    "parsely-tags",
    "sailthru.tags",
    "cxenseparse:taglist",
    "keywords",
)
_SPLIT: Final = re.compile(r"\s*[,;|،、，]\s*")
_MAX_TAGS: Final = 40
_MAX_CHARS: Final = 80
_NEAR_ABOVE: Final = 12
_NEAR_BELOW: Final = 8
"""So many blocks above the story and below it stand the links to its category."""
_UNSORTED: Final = frozenset(
    ("uncategorized", "uncategorised", "allgemein", "non classe", "sin categoria", "sem categoria", "senza categoria",
     "geen categorie", "без рубрики", "bez kategorii")
)  # fmt: skip
"""What WordPress calls the category of a post that was given none."""


def read_topics(view: View) -> Reading:
    """Read section, breadcrumbs and tags."""
    values: dict[str, object] = {}
    sources: list[FieldSource] = []
    claims: dict[int, str] = {}
    breadcrumbs = _breadcrumbs(view)
    if not breadcrumbs:
        breadcrumbs, lines = printed_breadcrumbs(view)
        if not breadcrumbs:
            breadcrumbs, lines = linked_breadcrumbs(view)
        sources += _printed(view, "breadcrumbs", lines)
        claims |= dict.fromkeys(lines, "breadcrumbs")
    if breadcrumbs:
        values["breadcrumbs"] = breadcrumbs
    stated = _section(view, breadcrumbs)
    if stated is not None:
        section, where, block = stated
        values["section"] = section
        sources.append(FieldSource(field="section", where=where, raw=section, confidence=0.9 if block is None else 0.7))
    if (top := view.headline_at) is not None:
        for index in range(max(0, top - 3), top):
            if view.role(index) == "section":
                claims[index] = "section"
    tags, where = _tags(view)
    if tags:
        values["tags"] = tags
        sources.append(FieldSource(field="tags", where=where, confidence=0.85))
        claims |= {verdict.block.index: "tags" for verdict in view.sifted.verdicts if verdict.role == "tags"}
    else:
        tags, lines = printed_tags(view)
        if tags:
            values["tags"] = tags
            sources += _printed(view, "tags", lines)
            claims |= dict.fromkeys(lines, "tags")
    return Reading(values, tuple(sources), claims)


def _printed(view: View, field: str, lines: tuple[int, ...]) -> list[FieldSource]:
    """Return the source of what stands on some lines; none for no line."""
    raw = "\n".join(view.page.blocks[line].text for line in lines)
    return [FieldSource(field=field, where=f"block {lines[0]}", raw=raw, confidence=0.7)] if lines else []


def _section(view: View, breadcrumbs: tuple[str, ...]) -> tuple[str, str, int | None] | None:
    stated = (view.article or {}).get("articleSection")
    for part in stated if isinstance(stated, list) else (stated,):
        name = text_of(part)
        if name and len(name) <= _MAX_CHARS:
            return name, "json-ld", None
    if (found := view.first(*_SECTION_META)) and len(found[1]) <= _MAX_CHARS and "://" not in found[1]:
        return found[1], f"meta[name={found[0]}]", None
    if printed := _printed_section(view):
        return printed
    for link in view.page.metadata.links:
        if link.block is None or not view.start - _NEAR_ABOVE <= link.block <= view.end + _NEAR_BELOW:
            continue
        if "category" in link.rel.split() and 1 < len(link.text) <= _MAX_CHARS and key(link.text) not in _UNSORTED:
            return link.text, "link[rel=category]", None
    inner = [name for name in breadcrumbs if not is_home(name) and squash(name) not in view.sites]
    telling = [name for name in inner if not is_news(name)] or inner
    return (telling[0], "breadcrumbs", None) if telling else None


def _printed_section(view: View) -> tuple[str, str, int] | None:
    """Return the section on the line above the headline, or in a byline that has a label for it, and its block."""
    if (top := view.headline_at) is not None:
        for index in range(top - 1, max(-1, top - 4), -1):
            if view.role(index) == "section":
                return view.page.blocks[index].text.strip(" |:>›»/-"), f"block {index}", index
    for block in view.head():
        if view.role(block.index) == "byline" and (told := read_labelled_line(block.text)) is not None:
            return _SPLIT.split(told.category)[0], f"block {block.index}", block.index
    return None


def _breadcrumbs(view: View) -> tuple[str, ...]:
    """Return the names of the first BreadcrumbList of JSON-LD that names any, without the page's own title."""
    for thing in view.page.metadata.json_ld:
        crumbs: Json = thing.get("itemListElement") if "breadcrumblist" in types_of(thing) else None
        if crumbs is None and isinstance(inner := thing.get("breadcrumb"), dict):
            crumbs = inner.get("itemListElement")
        if not isinstance(crumbs, list):
            continue
        placed: list[tuple[float, str]] = []
        for at, crumb in enumerate(crumbs):
            if not isinstance(crumb, dict):
                continue
            item = crumb.get("item")
            name = text_of(crumb.get("name")) or (text_of(item.get("name")) if isinstance(item, dict) else None)
            position = crumb.get("position")
            if name:
                placed.append((position if isinstance(position, int | float) else at, name))
        names = [name for _, name in sorted(placed, key=lambda pair: pair[0])]
        kept = _unique(name for name in names if squash(name) != view.title_key)
        if kept:
            return kept
    return ()


def _tags(view: View) -> tuple[tuple[str, ...], str]:
    def tidy(names: Iterable[str]) -> tuple[str, ...]:
        return _unique(
            name
            for name in names
            if 1 < len(name) <= _MAX_CHARS and squash(name) != view.title_key and "://" not in name
        )[:_MAX_TAGS]

    stated = (view.article or {}).get("keywords")
    parts = stated if isinstance(stated, list) else [stated]
    names = [name for part in parts for name in _names(text_of(part), split=len(parts) == 1)]
    if tags := tidy(name.partition(":")[2] if re.match(r"[a-z]+:\S", name, re.IGNORECASE) else name for name in names):
        return tags, "json-ld"
    for name in _TAG_META:
        values = view.meta.get(name, ())
        if values and (tags := tidy(part for value in values for part in _names(value, split=len(values) == 1))):
            return tags, f"meta[name={name}]"
    links = [
        link.text.strip(" #")
        for link in view.page.metadata.links
        if link.block is not None
        and link.block >= view.start - _NEAR_ABOVE
        # WordPress has "category tag" for its sections
        and "tag" in link.rel.split()
        and "category" not in link.rel
    ]
    return tidy(links), "link"


def _names(value: str | None, *, split: bool) -> list[str]:
    if not value:
        return []
    return [part.strip() for part in (_SPLIT.split(value) if split else [value]) if part.strip()]


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return tuple(found.values())
