"""Headlines: which line of a page is its title; a page in, the headline and the blocks that print it out.

The sources of an HTML page check each other: JSON-LD, OpenGraph, microdata, `<title>`, `<h1>` and the headings above
the body. A text dump has its first line, where that is the page's title, and the lines above the body.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Final

from newsclean.block import Block, Element, JsonObject, Page
from newsclean.conventions.textheadlines import find_in_text, main_run
from newsclean.conventions.titles import guess_headline, host_name, squash, squash_folded, without_site
from newsclean.folding import fold
from newsclean.phrases import match

MAX_CHARS: Final = 400
ARTICLE_TYPES: Final = frozenset(
    (
        "article", "newsarticle", "reportagenewsarticle", "opinionnewsarticle", "analysisnewsarticle",
        "backgroundnewsarticle", "reviewnewsarticle",
        "askpublicnewsarticle", "advertisercontentarticle", "satiricalarticle", "blogposting", "liveblogposting",
        "techarticle", "scholarlyarticle",
        "report", "socialmediaposting", "medicalscholarlyarticle", "howto", "review", "recipe", "newsarticlejsonld",
        "posting", "discussionforumposting",
    )
)  # fmt: skip
_WEIGHTS: Final = {
    "h1": 3.0, "json-ld": 2.0, "og:title": 1.7, "twitter:title": 0.8, "microdata": 1.5, "meta": 0.7,
    "title": 1.3, "heading": 1.5, "above": 1.5,
}  # fmt: skip
_ASIDE_TAGS: Final = frozenset(("nav", "aside", "footer", "li", "ol", "ul", "dialog"))
_ASIDE_HINTS: Final = (
    "breadcrumb", "logo", "site-title", "sitetitle", "site-name", "masthead", "brand", "is_blind", "nowrap",
)  # fmt: skip
_HEADING_HINTS: Final = ("headline", "title")
_NEAR: Final = 25
"""How many blocks above the body a headline may stand: between them byline, date, share row and pictures."""
_BELOW: Final = 2
"""How many blocks below the first sentence a headline that the markup states may still stand."""
_MIN_BEHIND: Final = 15
"""Letters of a headline that a kicker may stand before, in one heading."""
_MIN_KICKER: Final = 5
"""Characters of a kicker: more than an article or a number."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of a page."""

    text: str
    where: str
    """The source that gave the text, as in `FieldSource`."""
    raw: str
    confidence: float
    block: int | None = None
    """The block that is the headline above the body."""
    copies: frozenset[int] = frozenset()
    """All blocks that print it, with or without the name of the site."""


def article_objects(page: Page) -> list[JsonObject]:
    """Return the JSON-LD objects of a page that describe an article, in order."""
    return [thing for thing in page.metadata.json_ld if _types(thing) & ARTICLE_TYPES]


def _types(thing: JsonObject) -> set[str]:
    value = thing.get("@type")
    types = value if isinstance(value, list) else [value]
    return {kind.rsplit("/", 1)[-1].casefold() for kind in types if isinstance(kind, str)}


def site_names(page: Page) -> frozenset[str]:
    """Return the `squash`ed names that the page gives its site: OpenGraph, publisher, address."""
    names: set[str | None] = {host_name(page.url), host_name(page.metadata.canonical)}
    for name, value in page.metadata.meta:
        if name in ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher"):
            names.add(squash(value))
        elif name == "og:url":
            names.add(host_name(value))
    for thing in page.metadata.json_ld:
        publisher = thing.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            names.add(squash(str(publisher["name"])))
        if _types(thing) & {"website", "organization", "newsmediaorganization"} and isinstance(thing.get("name"), str):
            names.add(squash(str(thing["name"])))
    return frozenset(name for name in names if name and len(name) > 1)


@lru_cache(maxsize=1)
def find_headline(page: Page, folded: tuple[str, ...], prose: tuple[bool, ...]) -> Headline | None:
    """Find the title of a page, or None where no line and no metadata gives one.

    A filter and a field ask the same question of the same page, one after the other: the last answer is remembered.

    Args:
        page: the page.
        folded: the comparison key of each block.
        prose: whether each block reads like sentences.
    """
    stated = _find_in_html(page, folded, prose) if page.kind == "html" else None
    if stated is not None:
        return stated
    found = find_in_text(page.blocks, folded, prose)
    if found is None:
        return None
    text, raw, confidence, block, copies = found
    return Headline(text, f"block {block}", raw, confidence, block, copies)


@dataclass(slots=True)
class _Candidate:
    text: str
    raw: str
    sources: dict[str, float]
    blocks: list[int]


def _find_in_html(page: Page, folded: Sequence[str], prose: Sequence[bool]) -> Headline | None:
    body = _body_start(page.blocks, prose)
    given = _given(page)
    candidates = _candidates(page, given, body)
    if not candidates:
        return None
    ranked = sorted(candidates.values(), key=lambda candidate: sum(candidate.sources.values()), reverse=True)
    best = next((candidate for candidate in ranked if match(fold(candidate.text)) is None), None)
    if best is None:
        return None
    names = {squash(best.text)} | {squash(raw) for where, raw in given if squash(best.text) in squash(raw)}
    copies = _copies(page.blocks, folded, names)
    block = max((index for index in best.blocks if index <= body + 2), default=None)
    total = sum(sum(candidate.sources.values()) for candidate in candidates.values())
    confidence = min(0.99, 0.4 + 0.6 * sum(best.sources.values()) / total) if total else 0.4
    where = max(best.sources, key=lambda source: best.sources[source])
    return Headline(_tidy(best.text).lstrip(":| "), where, best.raw, round(confidence, 2), block, copies)


def _candidates(page: Page, given: Sequence[tuple[str, str]], body: int) -> dict[str, _Candidate]:
    """Return what may be the title, by its `squash`: what the markup states, and the headings up to the body."""
    sites = site_names(page)
    headings = _headings(page.blocks, body)
    others = _others(page, given, headings, body)
    candidates: dict[str, _Candidate] = {}

    def add(text: str, raw: str, source: str, weight: float) -> _Candidate | None:
        name = squash(text)
        if not name or len(text) > MAX_CHARS or name in sites:
            return None
        found = candidates.setdefault(name, _Candidate(text, raw, {}, []))
        found.sources[source] = max(weight, found.sources.get(source, 0.0))
        return found

    for where, raw in given:
        text, sure = without_site(raw, sites=sites, others=others)
        if where == "title" and not sure and squash(text) not in others:
            text = guess_headline(text)
        add(text, raw, where, _WEIGHTS[where])
    stated = frozenset(candidates)
    for printed, source, indexes in headings:
        # what an h1 says in one piece is the headline
        bare = source == "heading" or (source == "h1" and len(indexes) > 1)
        lines = [page.blocks[index].text for index in indexes]
        found = add(
            _without_kicker(printed, lines, stated) if bare else printed, printed, source, _WEIGHTS.get(source, 0.3)
        )
        if found is None:
            continue
        found.blocks.extend(indexes)
        # a sentence above the headline may be taken for the body's first
        low = -_BELOW if squash(found.text) in stated else 0
        if source != "aside" and any(low <= body - index <= _NEAR for index in indexes):
            found.sources["above"] = _WEIGHTS["above"] * (1 - max(0, body - indexes[-1]) / (2 * _NEAR))
    return candidates


def _others(
    page: Page, given: Sequence[tuple[str, str]], headings: Sequence[tuple[str, str, tuple[int, ...]]], body: int
) -> frozenset[str]:
    """Return the `squash`ed headlines by which the parts of a title are told from the names of site and section."""
    others = {squash(text) for where, text in given if where != "title"}
    heads = [squash(text) for _, text in given]
    for text, _, indexes in headings:
        # below the body's start stand subheadings, whose words a headline may end with
        if indexes[0] <= body or any(head.startswith(squash(text)) for head in heads):
            others |= {squash(text), *(squash(page.blocks[index].text) for index in indexes)}
    return frozenset(others)


def _without_kicker(heading: str, lines: Sequence[str], stated: Collection[str]) -> str:
    """Return the part of a heading that is a stated title, without a kicker before it; else the heading.

    Args:
        heading: the text of the heading.
        lines: the texts of its blocks.
        stated: the `squash`ed titles that the markup states.
    """
    whole = squash(heading)
    if whole in stated:
        return heading
    if len(lines) > 1:
        return next((line for line in lines if squash(line) in stated), heading)
    behind = [name for name in stated if len(name) >= _MIN_BEHIND and whole.endswith(name)]
    if behind:
        for at, character in enumerate(heading):
            if character == " " and at >= _MIN_KICKER and squash(heading[at:]) in behind:
                return heading[at:].strip()
    return heading


def _copies(blocks: Sequence[Block], folded: Sequence[str], names: Collection[str]) -> frozenset[int]:
    """Return the blocks that print one of the names; `folded` texts are at most half punctuation and spaces."""
    least, most = min(map(len, names)), 2 * max(map(len, names))
    return frozenset(
        block.index
        for block in blocks
        if least <= len(block.text) <= most and squash_folded(folded[block.index]) in names
    )


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _given(page: Page) -> list[tuple[str, str]]:
    """Return (source, text) of each title that the markup states."""
    given: list[tuple[str, str]] = []
    for thing in article_objects(page):
        headline = thing.get("headline") or thing.get("name")
        if isinstance(headline, str) and headline.strip():
            given.append(("json-ld", _tidy(unescape(unescape(headline)))))
            break
    names = {
        "og:title": "og:title",
        "twitter:title": "twitter:title",
        "headline": "microdata",
        "parsely-title": "meta",
        "sailthru.title": "meta",
        "dc.title": "meta",
    }
    seen: set[str] = set()
    for name, value in page.metadata.meta:
        source = names.get(name)
        if source and source not in seen and value.strip():
            seen.add(source)
            given.append((source, _tidy(unescape(value))))
    for name, value, _ in page.metadata.microdata:
        if name == "headline" and value.strip():
            given.append(("microdata", _tidy(value)))
            break
    if page.metadata.title:
        given.append(("title", _tidy(page.metadata.title)))
    return given


def _headings(blocks: Sequence[Block], body: int) -> list[tuple[str, str, tuple[int, ...]]]:
    """Return (text, source, blocks) of each heading up to the body; "aside" for one in a menu or a logo."""
    groups: dict[Element, list[Block]] = {}
    for block in blocks:
        if block.index > body + 2 and groups:
            break
        element = block.element
        for depth, ancestor in enumerate(element.ancestors() if element is not None else ()):
            if ancestor.tag in ("h1", "h2", "h3") or (
                depth == 0 and any(hint in ancestor.hints for hint in _HEADING_HINTS)
            ):
                groups.setdefault(ancestor, []).append(block)
                break
            if depth > 3:  # noqa: PLR2004 - headings hold little markup
                break
    headings: list[tuple[str, str, tuple[int, ...]]] = []
    first = True
    for element, members in groups.items():
        aside = _is_aside(element)
        text = " ".join(block.text for block in members)
        source = "aside" if aside else "h1" if element.tag == "h1" else "heading"
        if source == "h1" and not first:
            source = "heading"
        first = first and source != "h1"
        headings.append((text, source, tuple(block.index for block in members)))
    return headings


def _is_aside(element: Element) -> bool:
    for depth, ancestor in enumerate(element.ancestors()):
        if ancestor.tag in _ASIDE_TAGS or (depth <= 2 and any(hint in ancestor.hints for hint in _ASIDE_HINTS)):  # noqa: PLR2004
            return True
    return False


def _body_start(blocks: Sequence[Block], prose: Sequence[bool]) -> int:
    return main_run([len(block.text) for block in blocks], prose)[0]
