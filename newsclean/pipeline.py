"""The flow of newsclean on one screen: read, weigh, sift, gather, assemble."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny

from newsclean.article import Article, Meta
from newsclean.assemble import assemble
from newsclean.block import InputKind, Page
from newsclean.evidence import Evidence, weigh
from newsclean.fields import gather
from newsclean.filters import FILTERS
from newsclean.filters.base import Filter
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
    """A configured cleaner: frozen, reusable, safe in threads and processes, picklable."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    filters: tuple[SerializeAsAny[Filter], ...] = FILTERS
    """In order of precedence."""
    max_bytes: int = Field(default=MAX_BYTES, gt=0)
    """Pages above this size are refused."""
    max_unlikely_share: float = Field(default=0.9, ge=0, le=1)
    """The brake: the share of the page's sentences that the scorer's verdict alone may remove."""

    @cached_property
    def _hash(self) -> str:
        return blake2b(self.model_dump_json().encode(), digest_size=8).hexdigest()

    def explain(
        self, source: str | bytes, *, url: str | None = None, kind: InputKind | None = None, charset: str | None = None
    ) -> Explanation:
        """Clean a page and show the work; the arguments are those of `clean`."""
        page = read(source, url=url, kind=kind, charset=charset, max_bytes=self.max_bytes)
        evidence = weigh(page)
        sifted = sift(page, evidence, self.filters, max_unlikely_share=self.max_unlikely_share)
        fields = gather(page, evidence, sifted)
        meta = Meta(newsclean_version=VERSION, config_hash=self._hash, input_kind=page.kind, encoding=page.encoding)
        return Explanation(assemble(page, sifted, fields, quality=0.5, meta=meta), page, evidence)

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
    """Turn a scraped news page into a clean, typed article that says what was removed and why.

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

    >>> article = clean("Bridge reopens\\n\\nShare this article\\n\\nThe old bridge reopened on Friday, the mayor said.")
    >>> article.text
    'The old bridge reopened on Friday, the mayor said.'
    """
    return explain(source, url=url, kind=kind, charset=charset, cleaner=cleaner).article
