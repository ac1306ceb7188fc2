"""Signs of a story: what speaks for an article, and what for a list, a product, a forum or a manual; counted only.

`WEIGHTS` were fitted on labelled pages, whole sites held out; above 0 their sum says that the page is an article.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from newsclean.block import Block
from newsclean.conventions.headlines import ARTICLE_TYPES
from newsclean.fields.view import View

BIAS: Final = -4.2
WEIGHTS: Final = {
    "article type": 1.1, "product type": -1.1, "forum type": -0.7, "og:type article": 0.7, "og:type website": -0.5,
    "og:type product": -1.1, "published": 0.8, "authors": 1.1, "author in meta": 0.7, "body": 0.6, "body share": 1.3,
    "address with a headline": 1.3, "front page": -1.4, "product address": -1.6, "list address": -0.4,
    "manual address": -1.4, "forum address": -3.7, "story address": 2.2, "prices": -0.6, "list items": -0.3,
    "tables": 0.7, "article element": 0.7, "tags in meta": 0.4, "code": -1.4, "no address": 3.2, "no types": 0.6,
    "quotes": 1.2, "title asks": -0.8, "title printed": 1.5, "many bylines": -0.7,
}  # fmt: skip
_PRODUCTS: Final = frozenset(
    (
        "product", "offer", "productgroup", "individualproduct", "localbusiness", "store", "service", "hotel",
        "softwareapplication", "webapplication", "restaurant", "realestatelisting", "course", "event", "jobposting",
        "vehicle", "aggregaterating",
    )
)  # fmt: skip
LIST_TYPES: Final = frozenset(("collectionpage", "itemlist", "searchresultspage", "offercatalog"))
_FORUMS: Final = frozenset(("discussionforumposting", "qapage", "question", "answer", "faqpage"))
_PRODUCT: Final = re.compile(
    r"/(?:products?|items?|shop|store|p|dp|buy|services?|pricing|solutions?|plans?|features?)(?:/|$)"
)
_LIST: Final = re.compile(
    r"/(?:collections?|categor(?:y|ies)|catalog|search|tags?|topics?|jobs?|listings?|for-sale|browse|directory|s|c|"
    r"archive|list|results)(?:/|$)"
)
_MANUAL: Final = re.compile(
    r"/(?:docs?|documentation|manual|reference|api|wiki|help|support|faq|kb|guides?|tutorials?|learn|handbook|latest|"
    r"stable)(?:/|$)|//docs?\.|readthedocs"
)
_FORUM: Final = re.compile(
    r"/(?:forums?|threads?|t|topic|viewtopic|questions?|q|discussions?|community|comments|showthread|r|issues)"
    r"(?:[/.?]|$)|//(?:forum|forums|community|discuss|ask)\."
)
_STORY: Final = re.compile(
    r"/(?:blog|news|article|articles|story|stories|posts?|magazine|insights?|opinion|press|journal)(?:/|$)"
    r"|/(?:19|20)\d{2}/\d{1,2}/|//(?:blog|news)\."
)
_PRICE: Final = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:[€£$]|usd|eur|zł|kr\b|руб)", re.IGNORECASE)
_PRICE_CHARS: Final = 80
_CODE: Final = re.compile(r"[{};]\s*$|\(\)|::|=>|^\s*(?:def|import|const|var|function|class)\s")
_QUOTES: Final = ("“", '"', "„", "«")


@dataclass(frozen=True, slots=True)
class Story:
    """What was found of a story before it is known whether the page is one."""

    dated: bool
    authored: bool
    types: frozenset[str]
    """The types of its JSON-LD objects, in lower case."""


def story_score(view: View, story: Story) -> float:
    """Return how much a page of markup looks like an article: the log odds, 0 for even."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in story_signs(view, story).items())


def story_signs(view: View, story: Story) -> dict[str, float]:
    """Return the strength of each sign of a page, 0 to about 1 or 2."""
    og_type = (view.first("og:type") or ("", ""))[1].casefold()
    signs = {
        "article type": float(bool(story.types & ARTICLE_TYPES)),
        "product type": float(bool(story.types & _PRODUCTS)),
        "forum type": float(bool(story.types & _FORUMS)),
        "og:type article": float(og_type.startswith("article")),
        "og:type website": float(og_type == "website"),
        "og:type product": float(og_type.startswith(("product", "og:product", "business", "place"))),
        "published": float(story.dated),
        "authors": float(story.authored),
        "author in meta": float(view.first("author", "article:author", "parsely-author") is not None),
        "tags in meta": float(view.first("article:tag", "news_keywords") is not None),
        "no types": float(not story.types and not og_type),
        "many bylines": min(sum(verdict.role == "byline" for verdict in view.sifted.verdicts), 10) / 10,
    }
    return signs | _of_address(view) | _of_body(view) | _of_title(view)


def _of_address(view: View) -> dict[str, float]:
    url = (view.page.url or view.page.metadata.canonical or (view.first("og:url") or ("", ""))[1]).casefold()
    try:
        last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        last = ""
    return {
        "no address": float(not url),
        "address with a headline": min(last.count("-"), 8) / 4,
        "front page": float(bool(url) and not last),
        "product address": float(_PRODUCT.search(url) is not None),
        "list address": float(_LIST.search(url) is not None),
        "manual address": float(_MANUAL.search(url) is not None),
        "forum address": float(_FORUM.search(url) is not None),
        "story address": float(_STORY.search(url) is not None),
    }


def _of_body(view: View) -> dict[str, float]:
    blocks = view.page.blocks
    body = view.sifted.body
    prose = [block.text for block in body if view.evidence.shapes.prose[block.index]]
    size = sum(map(len, prose))
    tags = [block.element.tag if block.element is not None else "" for block in body]
    first = blocks[view.start].element if view.start < len(blocks) else None
    return {
        "body": min(size, 12_000) / 6_000,
        "body share": size / (sum(len(block.text) for block in blocks) or 1),
        "quotes": min(1.0, 200 * sum(text.count(mark) for text in prose for mark in _QUOTES) / (size or 1)),
        "prices": _tenths(
            blocks, lambda block: len(block.text) <= _PRICE_CHARS and bool(_PRICE.search(block.text)), 20
        ),
        "list items": sum(tag in ("li", "dd", "dt") for tag in tags) / (len(tags) or 1),
        "tables": sum(tag in ("td", "tr", "th", "table") for tag in tags) / (len(tags) or 1),
        "code": 2 * _tenths(body, lambda block: bool(_CODE.search(block.text)), 10),
        "article element": float(first is not None and any(element.tag == "article" for element in first.ancestors())),
    }


def _of_title(view: View) -> dict[str, float]:
    headline = view.headline
    return {
        "title asks": float(headline is not None and headline.text.endswith(("?", "？"))),
        "title printed": float(headline is not None and headline.block is not None),
    }


def _tenths(blocks: tuple[Block, ...], counts: Callable[[Block], bool], most: int) -> float:
    return min(sum(map(counts, blocks)), most) / 10
