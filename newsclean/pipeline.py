"""The flow of newsclean on one screen: read, weigh, sift, gather, assemble."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, field_serializer, field_validator

from newsclean.article import Article, Meta
from newsclean.assemble import assemble
from newsclean.block import InputKind, Page
from newsclean.evidence import Evidence, weigh
from newsclean.fields import gather
from newsclean.filters import FILTERS
from newsclean.filters.base import Filter
from newsclean.plugins import (
    adjusted_filters,
    adjusted_settings,
    build_filter,
    configuration_of,
    require_unique_names,
)
from newsclean.sift import sift
from newsclean.sources import MAX_BYTES, read

VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article with everything that led to it: the page as it was read, and the evidence of each block."""

    article: Article
    page: Page
    evidence: Evidence


class Cleaner(BaseModel):
    """A configured cleaner: frozen, reusable, safe in threads and processes, picklable.

    Its JSON is its configuration, and rebuilds it on any machine that has the same filters installed.

    >>> cleaner = Cleaner(max_bytes=1_000_000)
    >>> Cleaner.model_validate_json(cleaner.model_dump_json()) == cleaner
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    filters: Sequence[Filter] = FILTERS
    """In order of precedence."""
    max_bytes: int = Field(default=MAX_BYTES, gt=0)
    """Pages above this size are refused."""
    max_unlikely_share: float = Field(default=0.97, ge=0, le=1)
    """The brake: the share of the page's sentences that the scorer's verdict alone may remove."""

    @field_validator("filters", mode="before")
    @classmethod
    def _build(cls, value: object) -> object:
        """Build the filters that come as `{"name": ..., settings}`."""
        if isinstance(value, str) or not isinstance(value, Iterable):
            return value
        return tuple(build_filter(item) if isinstance(item, Mapping) else item for item in value)

    @field_validator("filters", mode="after")
    @classmethod
    def _check(cls, filters: Sequence[Filter]) -> tuple[Filter, ...]:
        require_unique_names(filters)
        return tuple(filters)

    @field_serializer("filters")
    def _configure(self, filters: Sequence[Filter]) -> list[dict[str, object]]:
        return [configuration_of(filter_) for filter_ in filters]

    def adjusted(
        self, *, without: Iterable[str] = (), added: Iterable[str] = (), settings: Mapping[str, str] | None = None
    ) -> "Cleaner":
        """Return a cleaner with other filters or settings, named as the command names them.

        Args:
            without: names of filters to leave out.
            added: names of installed plugins; their marks win over those of the filters here.
            settings: `filter.setting`, or a setting of the cleaner itself, to its value as text.

        Raises:
            ConfigurationError: a name or a value is none; the message says what is allowed.

        >>> Cleaner().adjusted(settings={"max_bytes": "5000"}).max_bytes
        5000
        """
        changes = dict(settings or {})
        own = {name: changes.pop(name) for name in tuple(changes) if "." not in name}
        filters = adjusted_filters(self.filters, without=without, added=added, settings=changes)
        return adjusted_settings(self.model_copy(update={"filters": filters}), own, "cleaner")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, with some settings changed where `update` has them."""
        copy = super().model_copy(update=update, deep=deep)
        # pydantic copies what was computed of the settings, too
        copy.__dict__.pop("_hash", None)
        return copy

    @cached_property
    def _hash(self) -> str:
        return blake2b(self.model_dump_json().encode(), digest_size=8).hexdigest()

    def explain(
        self, source: str | bytes, *, url: str | None = None, kind: InputKind | None = None, charset: str | None = None
    ) -> Explanation:
        """Clean a page and show the work; the arguments are those of `clean`."""
        page = read(source, url=url, kind=kind, charset=charset, max_bytes=self.max_bytes)
        return self.settle(page, weigh(page))

    def settle(self, page: Page, evidence: Evidence) -> Explanation:
        """Sift a page that was read and weighed, gather its fields and assemble the article."""
        sifted = sift(page, evidence, self.filters, max_unlikely_share=self.max_unlikely_share)
        fields = gather(page, evidence, sifted)
        meta = Meta(newsclean_version=VERSION, config_hash=self._hash, input_kind=page.kind, encoding=page.encoding)
        return Explanation(assemble(page, sifted, fields, quality=evidence.quality, meta=meta), page, evidence)

    def clean(
        self, source: str | bytes, *, url: str | None = None, kind: InputKind | None = None, charset: str | None = None
    ) -> Article:
        """Clean a page; the arguments are those of `newsclean.clean`."""
        return self.explain(source, url=url, kind=kind, charset=charset).article


_DEFAULT = Cleaner()


def explain(
    source: str | bytes,
    *,
    url: str | None = None,
    kind: InputKind | None = None,
    charset: str | None = None,
    cleaner: Cleaner | None = None,
) -> Explanation:
    """Clean a page and show the work: `.article`, `.page` and the `.evidence` of every block.

    The arguments are those of `clean`, which is `explain(...).article`: there is one path.
    """
    return (cleaner or _DEFAULT).explain(source, url=url, kind=kind, charset=charset)


def clean(
    source: str | bytes,
    *,
    url: str | None = None,
    kind: InputKind | None = None,
    charset: str | None = None,
    cleaner: Cleaner | None = None,
) -> Article:
    r"""Turn a scraped news page into a clean, typed article that says what was removed and why.

    Args:
        source: the page: HTML or a flat text dump, as `str` or `bytes`.
        url: its address; kept in the article, never fetched.
        kind: "html" or "text"; detected where not given.
        charset: what the HTTP header said of the bytes; a hint, checked against them.
        cleaner: other filters or bounds than the default's.

    Returns:
        An `Article`, for every page: a consent wall, an index page or an empty page says so in `page_kind`.

    Raises:
        SourceError: the input is no page at all: a wrong type, a binary file, over `max_bytes`.
        FilterError: a filter failed; it is named, and the cause attached.

    >>> article = clean(
    ...     "Old bridge reopens after two years\n\nShare this article\n\n"
    ...     "The old bridge over the river reopened on Friday after two years of repairs, the mayor said.\n\n"
    ...     "The first to cross it was a baker, who had taken the long way round since the flood of 2022.\n\n"
    ...     "Lorries must still use the motorway, and the town will count them, the council said in a statement."
    ... )
    >>> article.title
    'Old bridge reopens after two years'
    >>> article.text[:40]
    'The old bridge over the river reopened o'
    >>> [block.text for block in article.removed]
    ['Share this article']
    """
    return explain(source, url=url, kind=kind, charset=charset, cleaner=cleaner).article
