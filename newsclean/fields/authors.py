"""Authors: JSON-LD, meta, microdata, author links and printed bylines in; people and bodies, each once, out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newsclean.article import Author, AuthorKind, FieldSource
from newsclean.block import Block, JsonObject
from newsclean.conventions.bios import about
from newsclean.conventions.bylines import Byline, is_dated, read_byline, read_names
from newsclean.conventions.credits import Credit, is_body, is_name, is_team
from newsclean.conventions.signoffs import read_signoff
from newsclean.conventions.tables import key
from newsclean.conventions.timestamps import timestamp_kind
from newsclean.conventions.titles import squash
from newsclean.fields.view import Reading, View, text_of

_META: Final = (
    "author", "article:author", "parsely-author", "sailthru.author", "cxenseparse:author", "mrf:authors",
    "og:article:author", "byl", "authors",
    "article:author_name", "dc.creator", "dcterms.creator", "citation_author", "citation_authors", "book:author",
    "og:author", "twitter:data1", "vr:author",
)  # fmt: skip
_LABELLED: Final = frozenset(("twitter:data1",))
_NO_AUTHORS: Final = frozenset(
    (
        "admin", "administrator", "root", "user", "webmaster", "editor", "staff", "author", "unknown", "none",
        "null", "anonymous", "guest", "superuser", "default", "test", "wordpress", "website",
    )
)  # fmt: skip
_LINK_HINTS: Final = ("author", "byline", "autor", "writer", "reporter", "contributor")
_NOT_LINKS: Final = ("comment", "related", "share", "social", "recommend", "teaser", "card", "bio")
_ORGANIZATIONS: Final = frozenset(("organization", "newsmediaorganization", "corporation"))
_DOMAIN_END: Final = re.compile(r"(?i)\.(?:com|org|net|de|fr|it|es|ru|uk|be|nl|at|ch|is|tv)$")
_MAX_BARE_WORDS: Final = 5
_MAX_ITEM_CHARS: Final = 80
"""An `itemprop` that is longer holds a box and not a name."""
_TEAM_REACH: Final = 4
"""So near below the headline, the name of a team is a byline."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The authors that one source names."""

    authors: tuple[Author, ...]
    where: str
    raw: str
    confidence: float
    blocks: tuple[int, ...] = ()
    complete: bool = False
    """Whether it is one line or one value that names all: where it has more names than others, they are forgetful."""


def read_authors(view: View) -> Reading:
    """Read who wrote; contributors of a sign-off follow, in their roles."""
    found = [each for each in _sources(view) if each.authors]
    printed = _printed(view)
    if printed is not None:
        found.append(printed)
    contributors, signed = _contributors(view)
    values: dict[str, object] = {}
    claims = dict.fromkeys(signed, "authors")
    if printed is not None:
        values["byline"] = printed.raw
        claims |= dict.fromkeys(printed.blocks, "byline")
    if not found:
        if contributors:
            values["authors"] = contributors
        return Reading(values, (), claims)
    best = _best(found, view)
    names = {key(author.name) for author in best.authors}
    extra = tuple(author for author in contributors if key(author.name) not in names and author.role != "reporter")
    values["authors"] = (*best.authors, *extra)
    agreeing = sum({key(author.name) for author in other.authors} == names for other in found)
    confidence = min(0.99, best.confidence + 0.04 * (agreeing - 1))
    source = FieldSource(field="authors", where=best.where, raw=best.raw, confidence=round(confidence, 2))
    return Reading(values, (source,), claims)


def _best(found: list[_Found], view: View) -> _Found:
    """Return the source to believe: the first, but people before the site itself, and all names before some."""
    best = found[0]
    for other in found[1:]:
        if (
            _is_site(best, view)
            and any(author.kind == "person" for author in other.authors)
            and not _is_site(other, view)
        ):
            best = other
        names, more = ({key(author.name) for author in each.authors} for each in (best, other))
        if names < more and len(more) <= len(names) + 12 and other.complete:
            best = other
    return best


def _is_site(found: _Found, view: View) -> bool:
    """Return whether a source names nothing but the site itself."""
    return all(squash(_DOMAIN_END.sub("", author.name)) in view.sites for author in found.authors)


def _sources(view: View) -> Iterator[_Found]:
    if view.article is not None:
        for field in ("author", "creator"):
            named = _from_json(view, field)
            if named is not None:
                yield named
                break
    seen: dict[str, None] = {}
    for name in _META:
        values = view.meta.get(name, ())
        if name in _LABELLED and "by" not in " ".join(view.meta.get("twitter:label1", ())).casefold():
            continue
        authors = _unique(author for value in values for author in _people(_in_order(name, value)))
        mark = "|".join(key(author.name) for author in authors)
        if authors and mark not in seen:
            seen[mark] = None
            yield _Found(authors, f"meta[name={name}]", "; ".join(values), 0.85, complete=True)
    yield from _from_microdata(view)
    yield from _from_links(view)


def _from_json(view: View, field: str) -> _Found | None:
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
    unique = _unique(iter(authors))
    return _Found(unique, "json-ld", "; ".join(raw), 0.93) if unique else None


def _described(name: str, item: JsonObject) -> list[Author]:
    """Return the authors that an object of JSON-LD describes: with address, link and bio where it is of one."""
    types = item.get("@type")
    organization = not isinstance(types, list) and str(types).casefold() in _ORGANIZATIONS
    people = _people(name)
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
    """Return a citation's "Doe, Jane" as "Jane Doe"."""
    last, comma, first = value.partition(", ")
    return (
        f"{first} {last}" if name.startswith("citation") and comma and "," not in first and ";" not in value else value
    )


def _people(text: str) -> list[Author]:
    """Return the authors of an author field's value; a placeholder and an address are nobody."""
    return [
        _author(credit) for credit in read_names(text) if key(credit.name) not in _NO_AUTHORS and len(credit.name) > 1
    ]


def _author(credit: Credit) -> Author:
    is_one = credit.kind == "person" and not is_body(credit.name)
    kind: AuthorKind = "person" if is_one else "organization"
    return Author(name=credit.name, kind=kind, role=credit.role, email=credit.email)


def _unique(authors: Iterator[Author]) -> tuple[Author, ...]:
    found: dict[str, Author] = {}
    for author in authors:
        found.setdefault(key(author.name), author)
    return tuple(found.values())


def _from_microdata(view: View) -> Iterator[_Found]:
    values: list[str] = []
    last: int | None = None
    for name, value, block in view.page.metadata.microdata:
        if (
            name != "author"
            or len(value) >= _MAX_ITEM_CHARS
            or _far(view, block)
            or (last is not None and block is not None and block > last + 4)
        ):
            continue
        values.append(value)
        last = block if block is not None else last
    authors = _unique(author for value in values[:6] for author in _people(value))
    if authors:
        yield _Found(authors, "microdata", "; ".join(values[:6]), 0.8)


def _far(view: View, block: int | None) -> bool:
    """Return whether a block stands outside the story and its surroundings: in comments, or in a list of others."""
    return block is not None and not view.start - 25 <= block <= max(view.end, view.start) + 3


def _from_links(view: View) -> Iterator[_Found]:
    """Yield the authors of links that say they lead to one, near the head of the story."""
    by_rel: list[str] = []
    by_hint: list[str] = []
    for link in view.page.metadata.links:
        text = link.text.strip()
        if not text or len(text) > 60 or link.block is None or not view.start - 25 <= link.block <= view.start + 8:  # noqa: PLR2004
            continue
        if any(hint in link.hints for hint in _NOT_LINKS):
            continue
        if "author" in link.rel.split():
            by_rel.append(text)
        elif any(hint in link.hints for hint in _LINK_HINTS) and is_name(text) and " " in text:
            by_hint.append(text)
    for names in (by_rel, by_hint):
        authors = _unique(author for name in names[:6] for author in _people(name))
        if authors:
            yield _Found(authors, "link", "; ".join(names[:6]), 0.7)
            return


def _printed(view: View) -> _Found | None:
    """Return the authors of the byline that the page prints: at its head, else at its end."""
    for blocks in (list(view.head()), list(view.page.blocks[view.end + 1 : view.end + 9])):
        found = _read_lines(view, blocks)
        if found is not None:
            return found
    return _read_lines(
        view, [verdict.block for verdict in view.sifted.verdicts[view.start + 1 :] if verdict.role == "byline"]
    )


def _read_lines(view: View, blocks: list[Block]) -> _Found | None:
    """Return the authors of the first lines that are bylines and stand together."""
    authors: list[Author] = []
    lines: list[Block] = []
    first = ""
    for block in blocks:
        if lines and block.index - lines[-1].index > 2:  # noqa: PLR2004 - the names of one box stand together
            break
        if view.evidence.is_prose(block) or len(block.text) > 160:  # noqa: PLR2004
            continue
        byline = _byline(view, block)
        if byline is None or (first and byline.marked != first):
            continue
        first = byline.marked
        lines.append(block)
        authors.extend(_author(credit) for credit in byline.credits)
        if first == "weak":
            break
    unique = _unique(iter(authors))
    if not unique:
        return None
    return _Found(
        unique,
        f"block {lines[0].index}",
        " ".join(line.text for line in lines),
        0.6 if first == "none" else 0.75,
        tuple(line.index for line in lines),
        complete=first == "weak",
    )


def _byline(view: View, block: Block) -> Byline | None:
    """Return the byline that a line near the headline is; a bare name needs a witness."""
    marked = read_byline(block.text)
    if marked is not None:
        return marked
    role = view.role(block.index)
    if role not in ("byline", "unlikely", None, "bio"):
        return None
    bare = read_byline(block.text, bare=True)
    if bare is None or len(block.text.split()) > _MAX_BARE_WORDS * len(bare.credits) + 8:
        return None
    if len(bare.credits) > 1 and "/" in block.text and any(credit.kind == "organization" for credit in bare.credits):
        return None  # a picture's credit: "Jane Doe/AFP"
    if role == "byline" or _is_box(view, block):
        return bare
    return None


def _is_box(view: View, block: Block) -> bool:
    """Return whether a bare name stands in a byline box: beside a date, or named again on the page."""
    blocks = view.page.blocks
    top = view.headline.block if view.headline is not None else None
    after = top is not None and block.index > top
    if (
        view.role(block.index) == "byline"
        or is_dated(block.text)
        or (after and block.index - (top or 0) <= _TEAM_REACH and is_team(block.text))
    ):
        return True
    beside = [blocks[at] for at in (block.index - 1, block.index + 1) if 0 <= at < len(blocks)]
    if (after or top is None) and any(timestamp_kind(other.text) is not None for other in beside):
        return True
    name = view.evidence.folded[block.index]
    if not after or len(name.split()) < 2:  # noqa: PLR2004 - a first and a last name
        return False
    return any(about(other.text, (block.text,)) for other in blocks[view.end - 3 :] if other.index != block.index)


def _contributors(view: View) -> tuple[tuple[Author, ...], list[int]]:
    authors: list[Author] = []
    blocks: list[int] = []
    for verdict in view.sifted.verdicts:
        if verdict.role == "signoff" and (signoff := read_signoff(verdict.block.text)) is not None and signoff.credits:
            authors.extend(_author(credit) for credit in signoff.credits)
            blocks.append(verdict.block.index)
    return _unique(iter(authors)), blocks
