"""The result of cleaning: `Article` and its parts, frozen and complete, in and out of JSON unchanged."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from newsclean.block import InputKind, Role

SCHEMA_VERSION = "1"
"""Changes whenever a field of `Article` is added, renamed or removed."""

State = Literal["body", "field", "removed"]
PageKind = Literal["article", "live_blog", "paywall", "index", "consent_wall", "blocked", "error", "empty", "other"]
Precision = Literal["minute", "day", "month", "year"]
Access = Literal["free", "metered", "locked"]
AuthorKind = Literal["person", "organization"]
AuthorRole = Literal["reporter", "editor", "photographer", "contributor"]


class _Part(BaseModel):
    """A frozen piece of an article that admits no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Author(_Part):
    """Who wrote, edited or photographed: a person, or an organisation such as an agency."""

    name: str
    kind: AuthorKind = "person"
    role: AuthorRole = "reporter"
    email: str | None = None
    url: str | None = None
    bio: str | None = None


class Dateline(_Part):
    """Where, when and by whom the story was filed, as its first line says: `HANOI, March 12 (AFP) —`."""

    places: tuple[str, ...]
    date: str | None = None
    """The date as printed."""
    agency: str | None = None
    raw: str


class Image(_Part):
    """A picture of the article, with what the page says about it."""

    url: str
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    is_main: bool = False


class LiveEntry(_Part):
    """One entry of a live blog."""

    time: str | None = None
    """The time as printed, or as the markup states it."""
    title: str | None = None
    text: str


class PageWarning(_Part):
    """Something that a careful reader of the article should know."""

    code: str
    """A stable word, such as `possibly_truncated`."""
    message: str


class FieldSource(_Part):
    """Where the value of a field was found, and how much it is to be trusted."""

    field: str
    where: str
    """Such as `json-ld`, `og:title`, `meta[name=author]`, `block 3`."""
    raw: str | None = None
    """The value as the page has it."""
    confidence: float
    """0 to 1; sources that agree raise it."""


class ArticleBlock(_Part):
    """A block of the page and what became of it; a trimmed block appears as pieces with the same `index`."""

    index: int
    text: str
    role: Role
    state: State
    filter: str | None = None
    """The name of the filter that pointed at it."""
    because: str | None = None
    """Why it was removed, or which field it went to."""
    twin_of: int | None = None
    """For a copy: the index of the copy that was judged in its place."""
    start: int | None = None
    """Text: offset in the source; of a piece of a block that the source has on several lines, the block's."""
    end: int | None = None
    path: str | None = None
    """HTML: where it stands in the tree, as a CSS-like path."""


class Meta(_Part):
    """What made this article: versions and settings, so that a result can be reproduced."""

    schema_version: str = SCHEMA_VERSION
    newsclean_version: str
    config_hash: str
    input_kind: InputKind
    encoding: str | None = None


class Article(_Part):
    """A cleaned news page: its body text, its fields, and every block of the page with what became of it.

    Unknown is None or an empty tuple, never an empty string. `Article.model_validate_json(a.model_dump_json())`
    equals `a`.
    """

    text: str
    """The body blocks, joined by a blank line: standfirst and dateline included; title, captions, bylines not."""
    title: str | None = None
    subtitle: str | None = None
    standfirst: str | None = None
    """What sums the story up between headline and body, its points by line; it may be in the text or not."""
    description: str | None = None
    byline: str | None = None
    """The byline as printed."""
    authors: tuple[Author, ...] = ()
    published: datetime | None = None
    """Aware only where the page states the zone."""
    published_raw: str | None = None
    published_precision: Precision | None = None
    modified: datetime | None = None
    modified_raw: str | None = None
    modified_precision: Precision | None = None
    dateline: Dateline | None = None
    agencies: tuple[str, ...] = ()
    publisher: str | None = None
    section: str | None = None
    breadcrumbs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None
    """A BCP 47 tag."""
    url: str | None = None
    """The address that the caller gave."""
    canonical_url: str | None = None
    images: tuple[Image, ...] = ()
    access: Access | None = None
    notes: tuple[str, ...] = ()
    """Corrections and editor's notes: kept, never junk."""
    rights: str | None = None
    entries: tuple[LiveEntry, ...] = ()
    """The entries of a live blog."""
    page_kind: PageKind
    quality: float
    """The probability that `text` is right: a four-word-shingle F1 of 0.95 or more."""
    warnings: tuple[PageWarning, ...] = ()
    sources: tuple[FieldSource, ...] = ()
    blocks: tuple[ArticleBlock, ...]
    """Every block of the page in source order, each in exactly one state."""
    meta: Meta

    @property
    def body(self) -> tuple[ArticleBlock, ...]:
        """The blocks that make up `text`."""
        return tuple(block for block in self.blocks if block.state == "body")

    @property
    def removed(self) -> tuple[ArticleBlock, ...]:
        """The blocks that were junk, each with the filter that said so and its reason."""
        return tuple(block for block in self.blocks if block.state == "removed")

    def to_schema_org(self) -> dict[str, object]:
        """Return the article as schema.org's JSON-LD: a NewsArticle, or a LiveBlogPosting; no article is a WebPage.

        Only what is known is in it. A date of which the page states no day stays without one.
        """
        from newsclean.schemaorg import schema_org  # noqa: PLC0415 - only where it is asked for

        return schema_org(self)
