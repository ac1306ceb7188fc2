"""Stated authors: JSON-LD, meta, microdata, and the markup of names and of links to authors in; who each names, out."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final
from urllib.parse import unquote

from newsclean.article import Author
from newsclean.block import JsonObject
from newsclean.conventions.headlines.titles import squash
from newsclean.conventions.languages import EAST_ASIAN
from newsclean.conventions.schematypes import types_of
from newsclean.conventions.sections import is_section
from newsclean.conventions.tables import key
from newsclean.conventions.who.bylinemarks import is_label
from newsclean.conventions.who.bylines import read_names
from newsclean.conventions.who.credits import is_body, is_name
from newsclean.evidence.captioned import says_picture
from newsclean.fields.credited import FoundAuthors, author_of, each_once
from newsclean.fields.view import View, text_of

_META: Final = (
    "author", "article:author", "parsely-author", "sailthru.author", "cxenseparse:author", "mrf:authors",
    "og:article:author", "byl", "authors",
    "article:author_name", "dc.creator", "dcterms.creator", "citation_author", "citation_authors", "book:author",
    "og:author", "twitter:data1", "vr:author", "writer", "reporter", "byline", "author_name", "author-name",
)  # fmt: skip
_LABELLED: Final = frozenset(("twitter:data1",))
_NO_AUTHORS: Final = frozenset(
    key(name)
    for name in (
        "admin", "administrator", "root", "user", "webmaster", "editor", "staff", "author", "unknown", "none",
        "null", "anonymous", "guest", "superuser", "default", "test", "wordpress", "website", "name", "username",
        "администратор", "админ", "관리자", "管理者", "管理员", "管理員", "未知", "佚名", "匿名", "最新文章", "本站",
        "网络", "網路", "转载", "轉載", "原创", "原創",
    )
)  # fmt: skip
_VARIABLE: Final = re.compile(r"[a-z]+(?:\.[a-z]+){3,}|\{\{.*|%\w+%")
"""What a template left where a name was to stand: "page.head.author"."""
_LINK_HINTS: Final = ("author", "byline", "autor", "writer", "reporter", "contributor")
_TOPIC: Final = re.compile(r"(?:category|tag|topic|section)s?[=/]", re.IGNORECASE)
"""The address of a section: where "by Jane Doe in Ferries" is a box of a byline, both lead somewhere."""
_NOT_LINKS: Final = re.compile(r"comment|related|share|social|recommend|teaser|(?<![a-z])bio(?:graphy)?(?![a-z])")
_CARD: Final = re.compile(r"(?<!v)(?<!h-)card")
"""The card of another story; a "vcard" and an "h-card" are the author's own."""
_AUTHOR_CARD: Final = re.compile(r"author[\w-]{0,12}card")
_OWN_PAGE: Final = re.compile(
    r"/(?:authors?|autor(?:es|en)?|auteurs?|staff|journalists?|reporters?|columnists?|contributors?)/([\w%-]+)/?(?:$|[?#])"
)
"""The address of a page about one author, by name."""
_ORGANIZATIONS: Final = frozenset(("organization", "newsmediaorganization", "corporation"))
_NAME_HINT: Final = re.compile(r"(?:author|byline|writer|autor)[\w-]{0,24}name")
"""Class names by which the templates of many sites mark the name of the author."""
_OTHERS: Final = re.compile(r"comment|related|recommend|teaser|reply|promo|sidebar")
"""Names of boxes that are not the story's."""
_ASIDE: Final = ("aside", "nav", "footer")
_MAX_AROUND: Final = 8
_HEAD: Final = 3
"""So many blocks below the first of the story the authors may stand whom markup alone tells."""
_BOX: Final = 8
"""Links to authors that stand so many blocks apart are of several stories."""
_MAX_ITEM_CHARS: Final = 80
"""An `itemprop` that is longer holds a box and not a name."""


def stated_authors(view: View) -> Iterator[FoundAuthors]:
    """Yield who the markup names, the most trusted source first."""
    if view.article is not None:
        for field in ("author", "creator"):
            named = _from_json(view, field)
            if named is not None:
                yield named
                break
    seen: dict[str, None] = {}
    for name in _META:
        values = view.meta.get(name, ())
        if not values:
            continue
        if name in _LABELLED and "by" not in " ".join(view.meta.get("twitter:label1", ())).casefold():
            continue
        authors = each_once(author for value in values for author in _people(_in_order(name, value)))
        mark = "|".join(key(author.name) for author in authors)
        if authors and mark not in seen:
            seen[mark] = None
            # a card's "written by" may be who posted the story
            confidence = 0.72 if name in _LABELLED else 0.85
            yield FoundAuthors(authors, f"meta[name={name}]", "; ".join(values), confidence, complete=True)
    yield from _from_microdata(view)
    yield from _from_links(view)
    yield from _from_marked(view)
    yield from _from_names(view)


def _from_json(view: View, field: str) -> FoundAuthors | None:
    """Return the authors of the article's JSON-LD object."""
    authors: list[Author] = []
    raw: list[str] = []
    for item in view.resolve((view.article or {}).get(field)):
        if isinstance(item, str):
            raw.append(item)
            authors.extend(_people(item))
            continue
        names = item.get("name")
        for name in names if isinstance(names, list) else (names,):
            text = text_of(name)
            if text:
                raw.append(text)
                authors.extend(_described(text, item))
    unique = each_once(authors)
    return FoundAuthors(unique, "json-ld", "; ".join(raw), 0.93) if unique else None


def _described(name: str, item: JsonObject) -> list[Author]:
    """Return the authors that an object of JSON-LD describes: with address, link and bio where it is of one."""
    types = types_of(item)
    # Yoast SEO calls the one author of a site both
    organization = bool(types & _ORGANIZATIONS) and "person" not in types
    people = _people(name)
    if organization and people and any(" " not in author.name for author in people):
        # no list: "Center for Ports and Ferries"
        return [Author(name=name, kind="organization")]
    if len(people) != 1:
        return people
    only = people[0]
    url, email, bio = (text_of(item.get(field)) for field in ("url", "email", "description"))
    return [
        Author(
            name=only.name,
            kind="organization" if organization or only.kind == "organization" else "person",
            role=only.role,
            email=(email or "").removeprefix("mailto:") or only.email,
            url=url if url and url.startswith("http") else None,
            bio=bio,
        )
    ]


def _in_order(name: str, value: str) -> str:
    """Return "Doe, Jane" as "Jane Doe": of a citation, or where both are a word and no body."""
    last, comma, first = value.partition(", ")
    is_one = bool(comma) and "," not in first and ";" not in value
    words = is_one and not any(
        " " in part or part.isupper() or is_body(part) or not is_name(part) for part in (last, first)
    )
    return f"{first} {last}" if is_one and (words or name.startswith("citation")) else value


def _people(text: str) -> list[Author]:
    """Return the authors of an author field's value; a placeholder and an address are nobody."""
    return [
        author_of(credit)
        for credit in read_names(text)
        if key(credit.name).replace(" ", "") not in _NO_AUTHORS
        and len(credit.name) > 1
        and not is_label(credit.name)
        and not is_section(credit.name)
        and _VARIABLE.fullmatch(credit.name) is None
    ]


def _from_microdata(view: View) -> Iterator[FoundAuthors]:
    values: list[str] = []
    last: int | None = None
    for name, value, block in view.page.metadata.microdata:
        if (
            name != "author"
            or len(value) >= _MAX_ITEM_CHARS
            or _far(view, block)
            or view.beside_picture(block)
            or (last is not None and block is not None and block > last + 4)
        ):
            continue
        values.append(value)
        last = block if block is not None else last
    authors = each_once(author for value in values[:6] for author in _people(value))
    if authors:
        yield FoundAuthors(authors, "microdata", "; ".join(values[:6]), 0.8)


def _far(view: View, block: int | None) -> bool:
    """Return whether a block stands outside the story and its surroundings: in comments, or in a list of others."""
    return block is not None and not view.start - 25 <= block <= max(view.end, view.start) + 3


def _from_links(view: View) -> Iterator[FoundAuthors]:
    """Yield the authors of links that say they lead to one, near the head of the story."""
    by_rel: list[tuple[str, int]] = []
    by_hint: list[tuple[str, int]] = []
    for link in view.page.metadata.links:
        text = link.text.strip()
        if not text or len(text) > 60 or link.block is None or not view.start - 25 <= link.block <= view.start + 8:  # noqa: PLR2004
            continue
        if _NOT_LINKS.search(link.hints) or says_picture(link.hints) or view.beside_picture(link.block):
            continue
        in_head = _is_in_head(view, link.block)
        if _CARD.search(link.hints) and not (in_head and _AUTHOR_CARD.search(link.hints)):
            continue
        if "author" in link.rel.split():
            by_rel.append((text, link.block))
        elif (
            is_name(text)
            and " " in text
            and _TOPIC.search(link.url) is None
            and (any(hint in link.hints for hint in _LINK_HINTS) or (in_head and _is_own_page(link.url, text)))
        ):
            by_hint.append((text, link.block))
    for found in (by_rel, by_hint):
        # those of a list of stories
        are_apart = bool(found) and found[-1][1] - found[0][1] > _BOX
        names = [text for text, block in found if not are_apart or _is_in_head(view, block)][:6]
        authors = each_once(author for name in names for author in _people(name))
        if authors:
            yield FoundAuthors(authors, "link", "; ".join(names), 0.7)
            return


def _is_in_head(view: View, block: int) -> bool:
    """Return whether a block stands between the headline and the first of the story."""
    return view.top < block <= view.start + _HEAD


def _is_own_page(url: str, name: str) -> bool:
    """Return whether an address is that of the page about an author: "/author/jane-doe"."""
    found = _OWN_PAGE.search(url)
    return found is not None and squash(key(unquote(found[1]))) == squash(key(name))


def _from_marked(view: View) -> Iterator[FoundAuthors]:
    """Yield the authors that elements within the lines of the story's head name by their class."""
    authors: list[Author] = []
    raw: list[str] = []
    last: int | None = None
    for text, block in view.page.metadata.bylines:
        if block is None or not view.start - 25 <= block <= view.start + _HEAD or len(text) > _MAX_ITEM_CHARS:
            continue
        if last is not None and block > last + 1:
            break
        if view.beside_picture(block) or _is_other(view, block):
            continue
        if people := _sure(_people(text)):
            authors.extend(people)
            raw.append(text)
            last = block
    if authors:
        yield FoundAuthors(each_once(authors), f"block {last}", "; ".join(raw), 0.65)


def _sure(people: list[Author]) -> list[Author]:
    """Return the authors where all are written like names of two words at least, or bodies; else none."""
    sure = all(
        author.kind == "organization"
        or (is_name(author.name) and (" " in author.name or EAST_ASIAN.search(author.name)))
        for author in people
    )
    return people if sure else []


def _is_other(view: View, block: int) -> bool:
    """Return whether a block stands in a box that is not the story's: comments, other stories, the rail."""
    element = view.page.blocks[block].element
    around = islice(element.ancestors(), _MAX_AROUND) if element is not None else ()
    return any(above.tag in _ASIDE or _OTHERS.search(above.hints) or _is_card(above.hints) for above in around)


def _is_card(hints: str) -> bool:
    return _CARD.search(hints) is not None and _AUTHOR_CARD.search(hints) is None


def _from_names(view: View) -> Iterator[FoundAuthors]:
    """Yield the author of the line that the markup calls an author's name, near the story."""
    for block in view.page.blocks[max(0, view.start - 25) : view.end + 12]:
        element = block.element
        if element is None or len(block.text) > _MAX_ITEM_CHARS or _NAME_HINT.search(element.hints) is None:
            continue
        if view.beside_picture(block.index):
            continue
        if authors := each_once(_people(block.text)):
            yield FoundAuthors(authors, f"block {block.index}", block.text, 0.65)
            return
