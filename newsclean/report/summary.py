"""The summary of a cleaned page: an article in, counts, field values and warnings as plain data out."""

from collections.abc import Iterable
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from newsclean.article import Article, ArticleBlock, FieldSource, PageKind, PageWarning
from newsclean.block import InputKind, Role

FIELDS = (
    "title", "subtitle", "standfirst", "description", "byline", "authors", "published", "modified", "dateline",
    "agencies", "publisher", "section", "breadcrumbs", "tags", "language", "url", "canonical_url", "images",
    "access", "notes", "rights", "entries",
)  # fmt: skip
"""The fields of an article that a summary shows, in its order."""

_SHOWN = ("name", "role", "raw", "url", "time", "title", "caption", "credit")
"""What a line shows of an author, a dateline, an image or an entry of a live blog."""


class _Part(BaseModel):
    """A frozen piece of a summary."""

    model_config = ConfigDict(frozen=True)


class Count(_Part):
    """A number of blocks and of the characters in them."""

    blocks: int
    characters: int


class RemovedCount(Count):
    """What one filter removed in one role."""

    role: Role
    filter: str


class FieldValue(_Part):
    """A field that has a value: the value as one line, and where it was found."""

    field: str
    value: str
    sources: tuple[FieldSource, ...]


class Summary(_Part):
    """What became of a page, in figures."""

    page_kind: PageKind
    input_kind: InputKind
    encoding: str | None
    quality: float
    total: Count
    kept: Count
    """What makes up the text."""
    fields_from: Count
    """What went to fields."""
    removed: tuple[RemovedCount, ...]
    """By role and filter, the most characters first."""
    fields: tuple[FieldValue, ...]
    warnings: tuple[PageWarning, ...]


def summarize(article: Article) -> Summary:
    """Return the summary of an article.

    >>> from newsclean import clean
    >>> summarize(clean("The old bridge reopened on Friday, the mayor of the town said.")).kept
    Count(blocks=1, characters=62)
    """
    removed: dict[tuple[Role, str], list[ArticleBlock]] = {}
    for block in article.removed:
        removed.setdefault((block.role, block.filter or ""), []).append(block)
    counts = [
        RemovedCount(**_count(blocks).model_dump(), role=role, filter=filter_)
        for (role, filter_), blocks in removed.items()
    ]
    return Summary(
        page_kind=article.page_kind,
        input_kind=article.meta.input_kind,
        encoding=article.meta.encoding,
        quality=article.quality,
        total=_count(article.blocks),
        kept=_count(article.body),
        fields_from=_count(block for block in article.blocks if block.state == "field"),
        removed=tuple(sorted(counts, key=lambda count: -count.characters)),
        fields=tuple(_fields(article)),
        warnings=article.warnings,
    )


def _count(blocks: Iterable[ArticleBlock]) -> Count:
    lengths = [len(block.text) for block in blocks]
    return Count(blocks=len(lengths), characters=sum(lengths))


def _fields(article: Article) -> Iterable[FieldValue]:
    for name in FIELDS:
        value = _line(getattr(article, name))
        if value:
            sources = tuple(source for source in article.sources if source.field == name)
            yield FieldValue(field=name, value=value, sources=sources)


def _line(value: object) -> str:
    """Return the value of a field as one line; empty where it has none."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(_line(part) for part in value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, BaseModel):
        known = [str(getattr(value, name)) for name in _SHOWN if getattr(value, name, None)]
        return " · ".join(known) or str(value)
    return str(value)
