"""What the field readers look at: a page with its verdicts, its markup by name, and where its story stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Final

from newsclean.article import FieldSource
from newsclean.block import Block, Json, JsonObject, Page, Role
from newsclean.conventions.headlines.finding import Headline, find_headline
from newsclean.conventions.headlines.statedtitles import site_names
from newsclean.conventions.headlines.titles import squash
from newsclean.conventions.schematypes import article_objects, types_of
from newsclean.evidence import Evidence
from newsclean.evidence.captioned import is_of_picture
from newsclean.sift import Sifted
from newsclean.sources.invisible import one_line

_MAX_NESTING: Final = 4
_ABOVE: Final = 6
_BEYOND: Final = 9
"""Blocks above the headline and below the body."""
_PAGE_TYPES: Final = frozenset(("webpage", "itempage", "aboutpage"))


@dataclass(frozen=True, slots=True)
class View:
    """A page as the field readers see it; nothing here is chosen but the headline and the story's extent."""

    page: Page
    evidence: Evidence
    sifted: Sifted
    headline: Headline | None
    meta: Mapping[str, tuple[str, ...]]
    """The contents of each `<meta>`, by its lower-case name."""
    article: JsonObject | None
    """The JSON-LD object of this article, or of its page where there is none of the article."""
    by_id: Mapping[str, JsonObject]
    """JSON-LD objects by `@id`."""
    sites: frozenset[str]
    """The `squash`ed names of the site."""
    start: int
    """The first block of the story's body; the number of blocks where nothing stayed."""
    end: int
    """The last block of the body; -1 where nothing stayed."""

    @property
    def headline_at(self) -> int | None:
        """The block that prints the headline above the body."""
        return None if self.headline is None else self.headline.block

    @property
    def top(self) -> int:
        """The block of the headline; the first of the body where none prints it."""
        return self.start if self.headline_at is None else self.headline_at

    @property
    def title_key(self) -> str:
        """The `squash`ed headline; empty where there is none."""
        return "" if self.headline is None else squash(self.headline.text)

    def first(self, *names: str) -> tuple[str, str] | None:
        """Return name and content of the first of these `<meta>` that has one."""
        for name in names:
            for value in self.meta.get(name, ()):
                return name, value
        return None

    def role(self, index: int) -> Role | None:
        """Return what a filter called a block."""
        return self.sifted.verdicts[index].role

    def beside_picture(self, index: int | None) -> bool:
        """Return whether a block stands in a figure or in the credit of a picture: who is named there took it."""
        blocks, top = self.page.blocks, self.headline_at
        return index is not None and is_of_picture(blocks[index].element, None if top is None else blocks[top].element)

    def head(self, above: int = _ABOVE, below: int = 6) -> Iterator[Block]:
        """Yield the blocks around the head of the story: where byline and date stand."""
        blocks = self.page.blocks
        top = min(self.start, self.top)
        if top >= len(blocks):
            top = 0
        first = max(0, top - above)
        yield from blocks[
            first : min(len(blocks), max(top + 30 if self.start >= len(blocks) else self.start, top) + below)
        ]

    def reach(self) -> tuple[int, int]:
        """Return the first and the last block where a byline or a sign-off may be the story's own."""
        top = min(self.start, self.top)
        last = max(self.end, top)
        while last + 1 < len(self.page.blocks) and self.role(last + 1) == "duplicate":
            last += 1
        return max(0, top - _ABOVE), last + _BEYOND

    def resolve(self, value: Json) -> list[JsonObject | str]:
        """Return a JSON-LD value as a flat list of objects and strings, references resolved."""
        found: list[JsonObject | str] = []
        stack: list[tuple[Json, int]] = [(value, 0)]
        while stack:
            item, depth = stack.pop(0)
            if isinstance(item, str):
                found.append(item)
            elif isinstance(item, list) and depth < _MAX_NESTING:
                stack[:0] = [(part, depth + 1) for part in item]
            elif isinstance(item, dict):
                if isinstance(item.get("@list"), list) and depth < _MAX_NESTING:
                    stack.insert(0, (item["@list"], depth + 1))
                    continue
                known = self.by_id.get(str(item.get("@id")))
                found.append({**known, **item} if known is not None else item)
        return found


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: values by field name, their sources, and the blocks they were read from."""

    values: Mapping[str, Any] = field(default_factory=dict)
    sources: tuple[FieldSource, ...] = ()
    claims: Mapping[int, str] = field(default_factory=dict)


def look(page: Page, evidence: Evidence, sifted: Sifted) -> View:
    """Gather what the readers of fields need."""
    headline = find_headline(page, evidence)
    meta: dict[str, list[str]] = {}
    for name, value in page.metadata.meta:
        if text := " ".join(unescape(value).split()):
            meta.setdefault(name, []).append(text)
    body = [block.index for block in sifted.body]
    prose = [index for index in body if evidence.shapes.prose[index]] or body
    return View(
        page=page,
        evidence=evidence,
        sifted=sifted,
        headline=headline,
        meta={name: tuple(values) for name, values in meta.items()},
        article=_article(page, headline),
        by_id=_by_id(page),
        sites=site_names(page),
        start=prose[0] if prose else len(page.blocks),
        end=prose[-1] if prose else -1,
    )


def _article(page: Page, headline: Headline | None) -> JsonObject | None:
    """Return the object whose headline is the page's; else the first that has an author or a date."""
    objects = article_objects(page)
    if not objects:
        objects = [thing for thing in page.metadata.json_ld if types_of(thing) & _PAGE_TYPES]
    if headline is not None:
        title = squash(headline.text)
        for thing in objects:
            if squash(unescape(str(thing.get("headline") or ""))) == title and thing.get("datePublished"):
                return thing
    return next(
        (thing for thing in objects if thing.get("author") or thing.get("datePublished")), next(iter(objects), None)
    )


def _by_id(page: Page) -> dict[str, JsonObject]:
    """Return objects by `@id`; of two with the same, the one that says more, so that a reference never wins."""
    found: dict[str, JsonObject] = {}

    def note(thing: JsonObject) -> None:
        name = thing.get("@id")
        if isinstance(name, str) and len(thing) > len(found.get(name, {})):
            found[name] = thing

    for thing in page.metadata.json_ld:
        note(thing)
        for value in thing.values():
            for part in value if isinstance(value, list) else (value,):
                if isinstance(part, dict):
                    note(part)
    return found


def text_of(value: Json) -> str | None:
    """Return a JSON-LD value as one line of text, where it is a text, a number, a named thing or a list of these.

    >>> text_of({"@type": "Thing", "name": " Local  news "}), text_of(["a", "b"]), text_of(" ")
    ('Local news', 'a', None)
    """
    if isinstance(value, list):
        return text_of(value[0]) if value else None
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value"))
    if value is None or isinstance(value, bool):
        return None
    return one_line(unescape(str(value))) or None
