"""Signs of a story: what speaks for an article, and what for a list, a product, a forum or a manual.

In: a page of markup with its verdicts, and what was found of a story. Out: the chance that the page is an article, by
the trees that `python -m training.kinds` grew over the signs of labelled pages. No word of a language is a sign, but
for those that addresses and class names are made of everywhere.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice, pairwise
from math import log1p
from typing import Final
from urllib.parse import urlsplit

import numpy as np

from newsclean.block import Block, Element
from newsclean.conventions.schematypes import ARTICLE_TYPES
from newsclean.evidence.shapes import DIGIT
from newsclean.evidence.trees import Trees
from newsclean.fields.view import View

_STORIES: Final = ARTICLE_TYPES - {"techarticle", "socialmediaposting", "discussionforumposting"}
_PRODUCTS: Final = frozenset(
    (
        "product", "offer", "productgroup", "individualproduct", "localbusiness", "store", "service", "hotel",
        "softwareapplication", "webapplication", "restaurant", "realestatelisting", "course", "event", "jobposting",
        "vehicle", "aggregaterating",
    )
)  # fmt: skip
LIST_TYPES: Final = frozenset(("collectionpage", "itemlist", "searchresultspage", "offercatalog"))
_PRODUCT: Final = re.compile(
    r"/(?:products?|items?|shop|store|p|dp|buy|services?|pricing|solutions?|plans?|features?)(?:/|$)"
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
_CODE: Final = re.compile(r"(?:def|import|const|var|function|class)\s")
_CODE_MARKS: Final = ("()", "::", "=>")
_SURE: Final = 0.9
_PROSE_BLOCKS: Final = 60
"""So many paragraphs tell what the markup around them is called."""
_LEVELS: Final = 6
_CALLED: Final = {
    "called a story": re.compile(r"article|story|news|entry|blog"),
    "called talk": re.compile(r"message|comment|reply|thread|forum|answer|question"),
    "called goods": re.compile(r"product|testimonial|pricing|cart"),
    "called a manual": re.compile(r"\bdocs?\b|document|markdown|code"),
}
"""What class, id and role of the elements around paragraphs speak of."""


@dataclass(frozen=True, slots=True)
class Story:
    """What was found of a story before it is known whether the page is one."""

    dated: str | None
    """Where its date of publication was found, as in `FieldSource`; None for none."""
    authored: str | None
    """Where its authors were found; None for none."""
    person: bool
    """Whether one of its authors is a person."""
    place: frozenset[str]
    """Which of its dateline and agencies were found."""
    types: frozenset[str]
    """The types of its JSON-LD objects, in lower case."""


def story_chance(view: View, story: Story) -> float:
    """Return the chance that a page of markup is an article, 0 to 1."""
    signs, trees = story_signs(view, story), _trees()
    row = np.array([[signs[name] for name in trees.columns]], dtype=np.float32)
    return float(trees.predict(row)[0])


@cache
def _trees() -> Trees:
    """Return the trees that newsclean ships, read once."""
    with files("newsclean.fields").joinpath("story.npz").open("rb") as file, np.load(file) as arrays:
        return Trees.load(arrays, "story")


def story_signs(view: View, story: Story) -> dict[str, float]:
    """Return the strength of each sign of a page, 0 to about 1 or 2."""
    signs = {name: float(holds) for name, holds in _of_markup(view, story).items()}
    return signs | _of_address(view) | _of_page(view) | _of_body(view) | _of_title(view)


def _of_markup(view: View, story: Story) -> dict[str, bool]:
    og_type = (view.first("og:type") or ("", ""))[1].casefold()
    return {
        "article type": bool(story.types & _STORIES),
        "news type": "newsarticle" in story.types,
        "product type": bool(story.types & _PRODUCTS),
        "organization type": "organization" in story.types,
        "no types": not story.types,
        "og:type article": og_type.startswith("article"),
        "og:type website": og_type == "website",
        "og:type product": og_type.startswith(("product", "og:product", "business", "place")),
        "dated": story.dated is not None,
        "date printed": (story.dated or "").startswith("block"),
        "authors": story.authored is not None,
        "author stated": story.authored == "json-ld",
        "person": story.person,
        "dateline": "dateline" in story.place,
        "agency": "agencies" in story.place,
        "author in meta": view.first("author", "article:author", "parsely-author") is not None,
        "time in meta": view.first("article:published_time") is not None,
    }


def _of_address(view: View) -> dict[str, float]:
    url = (view.page.url or view.page.metadata.canonical or (view.first("og:url") or ("", ""))[1]).casefold()
    try:
        parts = [part for part in urlsplit(url).path.split("/") if part]
    except ValueError:
        parts = []
    last = parts[-1] if parts else ""
    return {
        "no address": float(not url),
        "address with a headline": min(last.count("-"), 8) / 4,
        "front page": float(bool(url) and not last),
        "product address": float(_PRODUCT.search(url) is not None),
        "manual address": float(_MANUAL.search(url) is not None),
        "forum address": float(_FORUM.search(url) is not None),
        "story address": float(_STORY.search(url) is not None),
    }


def _of_page(view: View) -> dict[str, float]:
    blocks, verdicts = view.page.blocks, view.sifted.verdicts
    roles = [verdict.role for verdict in verdicts]
    inside = roles[view.start : view.end + 1]
    digits = view.evidence.shapes.counts[:, DIGIT].tolist()
    prices = sum(
        digits[block.index] > 0 and len(block.text) <= _PRICE_CHARS and _PRICE.search(block.text) is not None
        for block in blocks
    )
    return {
        "prices": min(prices, 20) / 10,
        "blocks": log1p(len(blocks)) / 4,
        "menus": log1p(roles.count("nav")) / 4,
        "shares": log1p(roles.count("share")) / 2,
        "related": log1p(roles.count("related")) / 2,
        "bios": min(roles.count("bio"), 2) / 2,
        "adverts": log1p(roles.count("ad")) / 2,
        "many times": log1p(inside.count("timestamp") + inside.count("byline")) / 2,
        "comments": log1p(roles.count("comment")) / 4,
    }


def _of_body(view: View) -> dict[str, float]:
    blocks, body, evidence = view.page.blocks, view.sifted.body, view.evidence
    prose = [block for block in body if evidence.shapes.prose[block.index]]
    size = sum(len(block.text) for block in prose)
    kept = len(body) or 1
    chars = sum(len(block.text) for block in body) or 1
    tags = [block.element.tag if block.element is not None else "" for block in body]
    digits = evidence.shapes.counts[[block.index for block in prose], DIGIT].sum()
    first = blocks[view.start].element if view.start < len(blocks) else None
    gaps = sum(after.index - before.index > 1 for before, after in pairwise(body))
    return {
        "body": min(size, 12_000) / 6_000,
        "body share": size / (sum(len(block.text) for block in blocks) or 1),
        "gaps": gaps / kept,
        "sure": sum(evidence.scores[block.index] > _SURE for block in body) / kept,
        "quality": evidence.quality,
        "links in body": sum(block.link_chars or 0 for block in body) / chars,
        "digits": min(1.0, 20 * float(digits) / (size or 1)),
        "list items": sum(tag in ("li", "dd", "dt") for tag in tags) / kept,
        "tables": sum(tag in ("td", "tr", "th", "table") for tag in tags) / kept,
        "code": min(sum(_is_code(block.text) for block in body), 10) / 5,
        "article element": float(first is not None and any(element.tag == "article" for element in first.ancestors())),
    } | _of_surroundings(prose[:_PROSE_BLOCKS])


def _is_code(line: str) -> bool:
    return line.endswith(("{", "}", ";")) or any(mark in line for mark in _CODE_MARKS) or _CODE.match(line) is not None


def _of_surroundings(prose: list[Block]) -> dict[str, float]:
    """Return the share of paragraphs in one parent, and of those whose markup speaks of a story, of talk or goods."""
    known: dict[Element, list[bool]] = {}
    found = dict.fromkeys(_CALLED, 0.0)
    parents: dict[Element, int] = {}
    for block in prose:
        element = block.element and (block.element.parent or block.element)
        if element is None:
            continue
        parents[element] = parents.get(element, 0) + 1
        if element not in known:
            hints = " ".join(each.hints for each in islice(element.ancestors(), _LEVELS))
            known[element] = [pattern.search(hints) is not None for pattern in _CALLED.values()]
        for name, holds in zip(_CALLED, known[element], strict=True):
            found[name] += holds / len(prose)
    return {**found, "one parent": max(parents.values(), default=0) / (len(prose) or 1)}


def _of_title(view: View) -> dict[str, float]:
    headline = view.headline
    if headline is None:
        return dict.fromkeys(("title printed", "title words", "title sure", "title far"), 0.0)
    words = len(headline.text.split()) if headline.block is None else view.evidence.shapes.word_counts[headline.block]
    return {
        "title printed": float(headline.block is not None),
        "title words": min(words, 16) / 8,
        "title sure": headline.confidence,
        "title far": min(max(view.start - headline.block, 0), 30) / 15 if headline.block is not None else 0.0,
    }
