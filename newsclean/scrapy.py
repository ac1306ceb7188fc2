"""Cleaning in a Scrapy crawl: items with a page in, the same items with the article out; fetches and follows nothing.

`ADDONS = {"newsclean.scrapy.Addon": 300}` is all a project writes; `NEWSCLEAN_*` settings change what it does, and
stats under `newsclean/` count what it did.
"""

import asyncio
from collections.abc import Iterator, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from newsclean.article import Article, PageKind
from newsclean.errors import ConfigurationError, SourceError
from newsclean.pipeline import Cleaner
from newsclean.record import clean_fields

try:
    from itemadapter import ItemAdapter
    from scrapy.crawler import Crawler
    from scrapy.exceptions import DropItem, NotConfigured
    from scrapy.http import Response
    from scrapy.settings import BaseSettings
    from w3lib.encoding import http_content_type_encoding
except ImportError as error:
    message = "newsclean.scrapy needs Scrapy: pip install 'newsclean[scrapy]'"
    raise ImportError(message) from error

PREFIX = "NEWSCLEAN_"
BEFORE_YOURS = 100
"""Where the pipeline stands in `ITEM_PIPELINES`: before a project's own, which are at 300 by custom."""


def item_from_response(response: Response) -> dict[str, object]:
    r"""Return the item that the pipeline cleans: the body as it came, with HTTP's word on its encoding.

    The body's bytes, and not `response.text`, since many sites send another encoding than they say.

    Args:
        response: of any kind; plain text is told from HTML by its content type.

    >>> from scrapy.http import HtmlResponse
    >>> headers = {"Content-Type": "text/html; charset=latin1"}
    >>> response = HtmlResponse("https://example.org", headers=headers, body=b"Caf\xc3\xa9")
    >>> item_from_response(response)
    {'url': 'https://example.org', 'html': b'Caf\xc3\xa9', 'charset': 'cp1252'}
    """
    content_type = (response.headers.get(b"Content-Type") or b"").decode("latin-1")
    field = "text" if content_type.lower().startswith("text/plain") else "html"
    return {"url": response.url, field: response.body, "charset": http_content_type_encoding(content_type)}


class Options(BaseModel):
    """What the settings `NEWSCLEAN_*` say: each field is one, in capitals."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    enabled: bool = True
    html_field: str = "html"
    """Where an item has its page; items that have it neither here nor in the text field are left alone."""
    text_field: str = "text"
    url_field: str = "url"
    charset_field: str = "charset"
    article_field: str = "article"
    """Where the article goes, as its JSON."""
    keep_page: bool = False
    """Whether the page stays in the item."""
    cleaner: Cleaner = Cleaner()
    """Also as a mapping or as JSON."""
    page_kinds: tuple[PageKind, ...] = get_args(PageKind)
    """Pages of another kind are dropped."""
    min_chars: int = Field(default=0, ge=0)
    """Articles with a shorter text are dropped."""
    min_quality: float = Field(default=0, ge=0, le=1)
    """Articles of a lower quality are dropped."""

    @field_validator("cleaner", mode="before")
    @classmethod
    def _read_cleaner(cls, value: object) -> object:
        return Cleaner.model_validate_json(value) if isinstance(value, str) else value

    @field_validator("page_kinds", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [kind.strip() for kind in value.split(",")] if isinstance(value, str) else value

    def refusals(self, article: Article) -> Iterator[tuple[str, str]]:
        """Yield what speaks against an article: the setting that refuses it, and why."""
        if article.page_kind not in self.page_kinds:
            yield "page_kind", f"the page is of the kind {article.page_kind}"
        if len(article.text) < self.min_chars:
            yield "chars", f"the text has {len(article.text)} characters, fewer than {self.min_chars}"
        if article.quality < self.min_quality:
            yield "quality", f"the quality is {article.quality:.2f}, lower than {self.min_quality}"


def options_of(settings: Mapping[str, object]) -> Options:
    """Read the settings `NEWSCLEAN_*`.

    Raises:
        ConfigurationError: a setting is none of ours, or its value is none.

    >>> options_of({"NEWSCLEAN_MIN_CHARS": "400", "BOT_NAME": "news"}).min_chars
    400
    """
    given = {name.removeprefix(PREFIX).lower(): value for name, value in settings.items() if name.startswith(PREFIX)}
    try:
        return Options.model_validate(given)
    except ValidationError as error:
        problems = [f"{PREFIX}{str(problem['loc'][0]).upper()}: {problem['msg']}" for problem in error.errors()]
        known = ", ".join(PREFIX + name.upper() for name in Options.model_fields)
        raise ConfigurationError("; ".join([*problems, f"there are {known}"])) from error


class Pipeline:
    """Cleans the page of each item beside the crawl, in a thread of its own."""

    def __init__(self, crawler: Crawler) -> None:
        """Read the settings.

        Raises:
            NotConfigured: `NEWSCLEAN_ENABLED` is off.
            ConfigurationError: a setting is wrong.
        """
        self._options = options_of(crawler.settings)
        if not self._options.enabled:
            raise NotConfigured
        self._crawler = crawler
        self._beside = ThreadPoolExecutor(1, "newsclean")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Pipeline":
        """Make the pipeline of a crawl."""
        return cls(crawler)

    def close_spider(self, spider: object = None) -> None:  # noqa: ARG002 - older Scrapy passes it
        """End the thread."""
        self._beside.shutdown()

    async def process_item(self, item: object, spider: object = None) -> object:  # noqa: ARG002 - older Scrapy passes it
        """Put the article into an item.

        Raises:
            DropItem: the page is none, or the settings refuse it; the reason says which.
            FilterError: a filter failed.
            TypeError: the item has no field for the article.
        """
        adapter, options = ItemAdapter(item), self._options
        names = {field: getattr(options, f"{field}_field") for field in ("url", "html", "text", "charset")}
        fields = {field: adapter.get(name) for field, name in names.items()}
        if fields["html"] is None and fields["text"] is None:
            self._count("skipped")
            return item
        running = asyncio.get_running_loop()
        cleaned = running.run_in_executor(self._beside, clean_fields, fields, options.cleaner)
        if not options.keep_page:
            _without(adapter, names["html"], names["text"])
        try:
            article = await cleaned
        except SourceError as error:
            self._count("refused/source")
            raise _dropped(fields, str(error)) from error
        self._count_article(article)
        for setting, reason in options.refusals(article):
            self._count(f"refused/{setting}")
            raise _dropped(fields, reason)
        try:
            adapter[options.article_field] = article.model_dump(mode="json")
        except KeyError as error:
            problem = f"{type(item).__name__} has no field {options.article_field!r} to put the article into; add it, "
            raise TypeError(problem + "or name another in NEWSCLEAN_ARTICLE_FIELD") from error
        return item

    def _count(self, name: str, count: int = 1) -> None:
        if self._crawler.stats:
            self._crawler.stats.inc_value(f"newsclean/{name}", count)

    def _count_article(self, article: Article) -> None:
        self._count("cleaned")
        self._count(f"page_kind/{article.page_kind}")
        self._count("characters/in", sum(len(block.text) for block in article.blocks))
        self._count("characters/out", len(article.text))
        for block in article.removed:
            self._count(f"removed/{block.filter}")


class Addon:
    """Puts the pipeline into `ITEM_PIPELINES`: `ADDONS = {"newsclean.scrapy.Addon": 300}`."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Add the pipeline where the project does not name it itself."""
        settings.setdefault_in_component_priority_dict("ITEM_PIPELINES", Pipeline, BEFORE_YOURS)


def _dropped(fields: Mapping[str, object], reason: str) -> DropItem:
    return DropItem(f"newsclean: {reason}: {fields['url']}")


def _without(adapter: ItemAdapter, *names: str) -> None:
    """Take the page out of an item; one that is no mapping cannot lose a field, so that it becomes None."""
    item: Any = adapter.item
    for name in names:
        if isinstance(item, MutableMapping):
            item.pop(name, None)
        elif adapter.get(name) is not None:
            adapter[name] = None
