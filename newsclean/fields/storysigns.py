"""Signs of a story: what speaks for an article, and what for a list, a product, a forum or a manual; counted only.

The signs are weighed together; their weights were fitted on labelled pages with whole sites held out.
"""

import re
from typing import Final
from urllib.parse import urlsplit

from newsclean.conventions.headlines import ARTICLE_TYPES
from newsclean.conventions.timestamps import timestamp_kind
from newsclean.fields.view import View

SIGNS: Final = (
    "story_type", "thing_type", "list_type", "forum_type", "og_article", "og_website", "og_product",
    "published_meta", "dated", "authored", "author_meta",
    "body", "body_share", "paragraph", "paragraphs", "link_share", "linked_lines", "slug", "front", "thing_address",
    "list_address", "manual_address", "forum_address",
    "story_address", "dates", "prices", "asked", "headings", "listed", "tabled", "story_element", "short_lines",
    "section", "tags", "code",
    "no_address", "bare", "quotes", "commented", "headline_asks", "titled_once", "bylines", "sure",
)  # fmt: skip
_THINGS: Final = frozenset(("product", "offer", "productgroup", "individualproduct", "localbusiness", "store", "service", "softwareapplication", "webapplication", "hotel", "restaurant", "realestatelisting", "course", "event", "jobposting", "vehicle", "aggregaterating"))  # fmt: skip
_LISTS: Final = frozenset(("collectionpage", "itemlist", "searchresultspage", "offercatalog"))
_FORUMS: Final = frozenset(("discussionforumposting", "qapage", "question", "answer", "faqpage"))
_THING: Final = re.compile(
    r"/(?:products?|items?|shop|store|p|dp|buy|services?|pricing|solutions?|plans?|features?)(?:/|"
    r"$)"
)
_LIST: Final = re.compile(
    r"/(?:collections?|categor(?:y|ies)|catalog|search|tags?|topics?|jobs?|listings?|for-sale|"
    r"browse|directory|s|c|archive|list|results)(?:/|$)"
)
_MANUAL: Final = re.compile(
    r"/(?:docs?|documentation|manual|reference|api|wiki|help|support|faq|kb|guides?|tutorials?|"
    r"learn|handbook|latest|stable|en/latest)(?:/|$)|//docs?\.|readthedocs"
)
_FORUM: Final = re.compile(
    r"/(?:forums?|threads?|t|topic|viewtopic|questions?|q|discussions?|community|comments|"
    r"showthread|r|issues)(?:[/.?]|$)|//(?:forum|forums|community|discuss|ask)\."
)
_STORY: Final = re.compile(
    r"/(?:blog|news|article|articles|story|stories|posts?|magazine|insights?|opinion|press|"
    r"journal)(?:/|$)|/(?:19|20)\d{2}/\d{1,2}/|//(?:blog|news)\."
)
_PRICE: Final = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:[€£$]|usd|eur|zł|kr\b|руб)", re.IGNORECASE)
_SHORT: Final = 40
_CODE: Final = re.compile(r"[{};]\s*$|\(\)|::|=>|^\s*(?:def|import|const|var|function|class)\s")


def story_signs(view: View, *, dated: bool, authored: bool) -> tuple[float, ...]:
    """Return the `SIGNS` of a page, each about 0 to 1."""
    blocks, evidence, verdicts = view.page.blocks, view.evidence, view.sifted.verdicts
    types = _types(view)
    og_type = (view.first("og:type") or ("", ""))[1].casefold()
    chars = sum(len(block.text) for block in blocks) or 1
    body = [block for block in blocks if verdicts[block.index].kept]
    prose = [block for block in body if evidence.shapes.prose[block.index]]
    size = sum(len(block.text) for block in prose)
    count = len(blocks) or 1
    tags = [block.element.tag if block.element is not None else "" for block in body]
    url = (view.page.url or view.page.metadata.canonical or (view.first("og:url") or ("", ""))[1]).casefold()
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2] if url else ""
    dates = sum(1 for block in blocks if len(block.text) <= _SHORT and timestamp_kind(block.text) is not None)
    return (
        float(bool(types & ARTICLE_TYPES)),
        float(bool(types & _THINGS)),
        float(bool(types & _LISTS)),
        float(bool(types & _FORUMS)),
        float(og_type.startswith("article")),
        float(og_type == "website"),
        float(og_type.startswith(("product", "og:product", "business", "place"))),
        float(view.first("article:published_time", "article:modified_time") is not None),
        float(dated),
        float(authored),
        float(view.first("author", "article:author", "parsely-author") is not None),
        min(size, 12_000) / 6_000,
        size / chars,
        min(300.0, size / len(prose)) / 200 if prose else 0.0,
        min(len(prose), 40) / 20,
        sum(block.link_chars or 0 for block in blocks) / chars,
        sum(1 for block in blocks if block.link_chars and block.link_chars > 0.8 * len(block.text)) / count,
        min(last.count("-"), 8) / 4,
        float(bool(url) and not last),
        float(_THING.search(url) is not None),
        float(_LIST.search(url) is not None),
        float(_MANUAL.search(url) is not None),
        float(_FORUM.search(url) is not None),
        float(_STORY.search(url) is not None),
        min(dates, 20) / 10,
        min(sum(1 for block in blocks if len(block.text) <= 2 * _SHORT and _PRICE.search(block.text)), 20) / 10,
        min(sum(1 for block in body if block.text.endswith(("?", "？"))), 10) / 10,
        min(sum(1 for tag in tags if tag in ("h2", "h3", "h4")), 20) / 10,
        sum(1 for tag in tags if tag in ("li", "dd", "dt")) / (len(body) or 1),
        sum(1 for tag in tags if tag in ("td", "tr", "th", "table")) / (len(body) or 1),
        float(any(element.tag == "article" for element in view.page.blocks[view.start].element.ancestors())) if _has_element(view) else 0.0,
        sum(1 for block in blocks if len(block.text) <= _SHORT) / count,
        float(view.first("article:section") is not None),
        float(view.first("article:tag", "news_keywords") is not None),
        min(sum(1 for block in body if _CODE.search(block.text)), 10) / 5,
        float(not url),
        float(not types and not og_type),
        min(1.0, 200 * sum(block.text.count("“") + block.text.count('"') + block.text.count("„") + block.text.count("«") for block in prose) / (size or 1)),
        min(sum(1 for hit in evidence.hits if hit is not None and hit.family == "comment"), 5) / 5,
        float(view.headline is not None and view.headline.text.endswith(("?", "？"))),
        float(view.headline is not None and view.headline.block is not None),
        min(sum(1 for verdict in verdicts if verdict.role == "byline"), 10) / 10,
        sum(evidence.scores[block.index] for block in prose) / len(prose) if prose else 0.0,
    )  # fmt: skip


def _has_element(view: View) -> bool:
    return view.start < len(view.page.blocks) and view.page.blocks[view.start].element is not None


def _types(view: View) -> frozenset[str]:
    types: set[str] = set()
    for thing in view.page.metadata.json_ld:
        value = thing.get("@type")
        types.update(
            str(kind).rsplit("/", 1)[-1].casefold() for kind in (value if isinstance(value, list) else (value,)) if kind
        )
    return frozenset(types)
