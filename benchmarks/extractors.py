"""The extractors that newsclean is measured beside: a page's HTML in, its text out; each is imported when asked for.

pip install -e . --group benchmarks
"""

from collections.abc import Callable
from typing import Final

from newsclean import clean

Extract = Callable[[str, str | None], str]
"""Takes a page and its address, gives the text of the article; empty for none."""


def newsclean() -> Extract:
    """Return newsclean, fields and all."""
    return lambda page, url: clean(page, url=url).text


def trafilatura() -> Extract:
    """Return trafilatura with metadata, as it is used for news."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    def extract(page: str, url: str | None) -> str:
        found = bare_extraction(page, url=url, include_comments=False, with_metadata=True)
        return "" if found is None or isinstance(found, dict) else found.text or ""

    return extract


def resiliparse() -> Extract:
    """Return resiliparse for the main content."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return lambda page, _: extract_plain_text(page, main_content=True, alt_texts=False, links=False)


def readability() -> Extract:
    """Return readability-lxml; its summary is HTML, and a block of it a line."""
    from lxml import html  # noqa: PLC0415
    from readability import Document  # noqa: PLC0415

    def extract(page: str, _: str | None) -> str:
        tree = html.fromstring(Document(page).summary())
        blocks = tree.xpath("//p|//h2|//h3|//h4|//li|//blockquote[not(p)]|//pre") or [tree]
        return "\n".join(" ".join(block.text_content().split()) for block in blocks)

    return extract


def justext() -> Extract:
    """Return jusText with the English stop list: it has to be told the language."""
    import justext  # noqa: PLC0415

    words = justext.get_stoplist("English")
    return lambda page, _: "\n".join(p.text for p in justext.justext(page.encode(), words) if not p.is_boilerplate)


def boilerpy3() -> Extract:
    """Return boilerpy3's extractor for articles."""
    from boilerpy3.extractors import ArticleExtractor  # noqa: PLC0415

    extractor = ArticleExtractor(raise_on_failure=False)
    return lambda page, _: extractor.get_content(page) or ""


def newspaper() -> Extract:
    """Return newspaper4k, which is given the page and fetches nothing."""
    from newspaper import Article  # noqa: PLC0415

    def extract(page: str, url: str | None) -> str:
        article = Article(url or "https://example.org/", fetch_images=False)
        article.download(input_html=page)
        article.parse()
        return str(article.text or "")

    return extract


def goose() -> Extract:
    """Return goose3, which is given the page and fetches nothing."""
    from goose3 import Goose  # noqa: PLC0415

    extractor = Goose({"enable_image_fetching": False})
    return lambda page, _: str(extractor.extract(raw_html=page).cleaned_text or "")


EXTRACTORS: Final[dict[str, Callable[[], Extract]]] = {
    "newsclean": newsclean,
    "trafilatura": trafilatura,
    "resiliparse": resiliparse,
    "readability-lxml": readability,
    "jusText": justext,
    "boilerpy3": boilerpy3,
    "newspaper4k": newspaper,
    "goose3": goose,
}


def load(name: str) -> Extract:
    """Return an extractor; SystemExit says what to install."""
    try:
        return EXTRACTORS[name]()
    except ImportError as error:
        message = f"{name} is not installed ({error}): pip install --group benchmarks"
        raise SystemExit(message) from error
