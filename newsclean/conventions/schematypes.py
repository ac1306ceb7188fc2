"""Types of schema.org: what the JSON-LD objects of a page say that they are."""

from typing import Final

from newsclean.block import JsonObject, Page

ARTICLE_TYPES: Final = frozenset(
    (
        "article", "newsarticle", "reportagenewsarticle", "opinionnewsarticle", "analysisnewsarticle",
        "backgroundnewsarticle", "reviewnewsarticle",
        "askpublicnewsarticle", "advertisercontentarticle", "satiricalarticle", "blogposting", "liveblogposting",
        "techarticle", "scholarlyarticle",
        "report", "socialmediaposting", "medicalscholarlyarticle", "howto", "review", "recipe", "newsarticlejsonld",
        "posting", "discussionforumposting",
    )
)  # fmt: skip


def types_of(thing: JsonObject) -> frozenset[str]:
    """Return the types of a JSON-LD object, in lower case and without an address.

    >>> sorted(types_of({"@type": ["https://schema.org/NewsArticle", "WebPage", None]}))
    ['newsarticle', 'webpage']
    """
    value = thing.get("@type")
    types = value if isinstance(value, list) else [value]
    return frozenset(kind.rsplit("/", 1)[-1].casefold() for kind in types if isinstance(kind, str))


def article_objects(page: Page) -> list[JsonObject]:
    """Return the JSON-LD objects of a page that describe an article, in order."""
    return [thing for thing in page.metadata.json_ld if types_of(thing) & ARTICLE_TYPES]
