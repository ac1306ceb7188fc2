"""Scrapy: the spider of the docs on a local server whose charsets lie, items of every class, settings and stats."""

import asyncio
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import attrs
import pytest
import scrapy
from itemadapter import ItemAdapter
from pydantic import BaseModel
from scrapy.exceptions import DropItem, NotConfigured
from scrapy.utils.test import get_crawler

from newsclean import Article, Cleaner
from newsclean.errors import ConfigurationError
from newsclean.scrapy import Options, Pipeline, options_of

PAGE = (Path(__file__).parent.parent / "docs" / "scrapy.md").read_text(encoding="utf-8")
REST = (
    "The harbour office said on Friday that it would count the boats again before the summer begins.",
    "There were 41 of them before noon, said Petra Voln, who sells plum brandy beside the northern pier.",
    "Work on the cables took longer than planned because divers could not work below four degrees.",
    "The council has set aside two million crowns for the sheds, which nobody has painted since the flood.",
)
FRENCH = "« Le café a rouvert à l’été », a déclaré samedi la gérante, après trois hivers de travaux et de déceptions."
RUSSIAN = "Паром снова ходит с понедельника, сообщила в пятницу администрация порта, и билеты уже продаются в кассах."
GERMAN = (
    "Die Fähre fährt ab Montag wieder, teilte das Hafenamt am Freitag mit, und zwar früher als in allen Jahren zuvor."
)


def page(lead: str, *, head: str = "") -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in (lead, *REST))
    head += '<meta property="og:type" content="article">'
    article = f"<article><h1>Boats are counted again</h1>{paragraphs}</article>"
    return (
        f"<!DOCTYPE html><html><head>{head}<title>Boats are counted again</title></head><body>{article}</body></html>"
    )


LINKS = ("utf8-as-latin1", "cp1252-as-utf8", "cp1251-unsaid", "latin1-meta-utf8", "dump", "menu", "report.pdf")
SITE: dict[str, tuple[str, bytes]] = {
    "/": ("text/html", ("<title>News</title>" + "".join(f'<a href="/{name}">{name}</a> ' for name in LINKS)).encode()),
    "/utf8-as-latin1": ("text/html; charset=ISO-8859-1", page(FRENCH).encode()),
    "/cp1252-as-utf8": ("text/html; charset=utf-8", page(FRENCH).encode("cp1252")),
    "/cp1251-unsaid": ("text/html", page(RUSSIAN, head='<meta charset="windows-1251">').encode("cp1251")),
    "/latin1-meta-utf8": ("text/html; charset=latin1", page(GERMAN, head='<meta charset="utf-8">').encode("latin-1")),
    "/dump": ("text/plain; charset=utf-8", "\n\n".join((GERMAN, *REST)).encode()),
    "/menu": ("text/html; charset=utf-8", b"<title>Menu</title><ul><li>World<li>Sport<li>Weather</ul>"),
    "/report.pdf": ("application/pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256))),
}
LEADS = {"utf8-as-latin1": FRENCH, "cp1252-as-utf8": FRENCH, "cp1251-unsaid": RUSSIAN, "latin1-meta-utf8": GERMAN}


class Handler(BaseHTTPRequestHandler):
    """Answers with the pages of the site."""

    def do_GET(self) -> None:
        content_type, body = SITE.get(self.path, ("", b""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", content_type)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_the_spider_of_the_docs_reads_pages_whose_charsets_lie(site: str, tmp_path: Path) -> None:
    [spider] = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    [command] = re.findall(r"^    (scrapy runspider .*)$", PAGE, re.MULTILINE)
    (tmp_path / "news.py").write_text(spider, encoding="utf-8")
    words = command.replace("https://example.org", site).split()

    done = subprocess.run(  # noqa: S603 - our own page
        [sys.executable, "-m", *words], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    items = {item["url"].rpartition("/")[2]: item for item in map(json.loads, lines)}
    assert sorted(items) == sorted([*LEADS, "dump"]), done.stderr
    assert all(set(item) == {"url", "charset", "article"} for item in items.values())
    articles = {name: Article.model_validate(item["article"]) for name, item in items.items()}
    for name, lead in LEADS.items():
        assert lead in articles[name].text
        assert articles[name].url == f"{site}/{name}"
    assert GERMAN in articles["dump"].text
    assert articles["dump"].meta.input_kind == "text"
    assert re.search(r"'newsclean/cleaned': 7", done.stderr)
    assert re.search(r"'newsclean/refused/page_kind': 2", done.stderr)
    assert re.search(r"'newsclean/refused/source': 1", done.stderr)
    assert re.search(r"Dropped: newsclean: .*report\.pdf", done.stderr)
    assert "ERROR" not in done.stderr
    assert "%PDF" not in done.stderr, "the log has no pages in it"


@dataclass
class DataclassItem:
    """An item as a dataclass."""

    url: str
    html: bytes | None
    article: object = None


@attrs.define
class AttrsItem:
    """An item as an attrs class."""

    url: str
    html: bytes | None
    article: object = None


class PydanticItem(BaseModel):
    """An item as a pydantic model."""

    url: str
    html: bytes | None
    article: object = None


class ScrapyItem(scrapy.Item):
    """An item of Scrapy's own."""

    url = scrapy.Field()
    html = scrapy.Field()
    article = scrapy.Field()


class NoRoom(scrapy.Item):
    """An item without a field for the article."""

    html = scrapy.Field()


def run(item: object, **settings: object) -> tuple[object, dict[str, object]]:
    """Put an item through the pipeline, and return it with the stats."""
    crawler = get_crawler(settings_dict=settings)
    pipeline = Pipeline.from_crawler(crawler)
    try:
        found = asyncio.run(pipeline.process_item(item))
    finally:
        pipeline.close_spider()
    assert crawler.stats
    return found, crawler.stats.get_stats()


@pytest.mark.parametrize("make", [dict, DataclassItem, AttrsItem, PydanticItem, ScrapyItem])
def test_items_of_every_class_get_their_article_and_lose_their_page(make: type) -> None:
    item = make(url="https://example.org/ferry", html=page(GERMAN).encode())

    found, stats = run(item)

    assert found is item
    adapter = ItemAdapter(found)
    article = Article.model_validate(adapter["article"])
    assert GERMAN in article.text
    assert article.url == "https://example.org/ferry"
    assert adapter.get("html") is None
    assert stats["newsclean/cleaned"] == stats[f"newsclean/page_kind/{article.page_kind}"] == 1
    assert stats["newsclean/characters/out"] == len(article.text)
    repr(item)


def test_an_item_without_a_page_goes_through_untouched() -> None:
    found, stats = run({"score": 3})

    assert found == {"score": 3}
    assert stats == {"newsclean/skipped": 1}


def test_fields_may_be_called_otherwise_and_the_page_may_stay() -> None:
    found, _ = run(
        {"body": GERMAN, "link": "https://example.org"},
        NEWSCLEAN_TEXT_FIELD="body",
        NEWSCLEAN_URL_FIELD="link",
        NEWSCLEAN_ARTICLE_FIELD="story",
        NEWSCLEAN_KEEP_PAGE="true",
    )

    assert ItemAdapter(found)["body"] == GERMAN
    assert ItemAdapter(found)["story"]["url"] == "https://example.org"


def test_an_item_without_room_for_the_article_says_so() -> None:
    with pytest.raises(TypeError, match=r"NoRoom has no field 'article'.*NEWSCLEAN_ARTICLE_FIELD"):
        run(NoRoom(html=page(GERMAN)))


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"NEWSCLEAN_MIN_CHARS": 5000}, "fewer than 5000"),
        ({"NEWSCLEAN_MIN_QUALITY": "1.0"}, "the quality is"),
        ({"NEWSCLEAN_PAGE_KINDS": "live_blog, paywall"}, "the page is of the kind"),
        ({"NEWSCLEAN_CLEANER": {"max_bytes": 10}}, "more than max_bytes=10"),
        ({"NEWSCLEAN_CLEANER": '{"max_bytes": 10}'}, "more than max_bytes=10"),
        ({"NEWSCLEAN_CLEANER": Cleaner(max_bytes=10)}, "more than max_bytes=10"),
    ],
)
def test_what_the_settings_refuse_is_dropped_with_the_reason(settings: dict[str, object], reason: str) -> None:
    with pytest.raises(DropItem, match=f"^newsclean: .*{reason}.*: https://example.org/ferry$"):
        run({"url": "https://example.org/ferry", "html": page(GERMAN)}, **settings)


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"NEWSCLEAN_MIN_LENGTH": 3}, "NEWSCLEAN_MIN_LENGTH: .*there are .*NEWSCLEAN_MIN_CHARS"),
        ({"NEWSCLEAN_MIN_QUALITY": 2}, "NEWSCLEAN_MIN_QUALITY: "),
        ({"NEWSCLEAN_PAGE_KINDS": "articles"}, "NEWSCLEAN_PAGE_KINDS: "),
        ({"NEWSCLEAN_CLEANER": {"max_byte": 2}}, "NEWSCLEAN_CLEANER: "),
    ],
)
def test_a_wrong_setting_stops_the_crawl_before_it_starts(settings: dict[str, object], problem: str) -> None:
    with pytest.raises(ConfigurationError, match=problem):
        Pipeline(get_crawler(settings_dict=settings))


def test_the_pipeline_can_be_switched_off() -> None:
    with pytest.raises(NotConfigured):
        Pipeline(get_crawler(settings_dict={"NEWSCLEAN_ENABLED": False}))


def test_the_addon_leaves_a_pipeline_where_the_project_put_it() -> None:
    placed = {"newsclean.scrapy.Pipeline": 900}
    settings = {"ADDONS": {"newsclean.scrapy.Addon": 300}, "ITEM_PIPELINES": placed}

    assert dict(get_crawler(settings_dict=settings).settings["ITEM_PIPELINES"]) == placed


def test_the_docs_name_every_setting() -> None:
    assert set(re.findall(r"`NEWSCLEAN_(\w+)`", PAGE)) == {name.upper() for name in Options.model_fields}
    assert options_of({}) == Options()
