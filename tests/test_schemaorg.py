"""schema.org: every property stands on a type that has it, with a value of a type that it takes."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from golden import source_of

from newsclean import Article, clean
from newsclean.article import Author, Dateline, Image, LiveEntry

PARENTS = {
    "NewsArticle": "Article", "LiveBlogPosting": "BlogPosting", "BlogPosting": "SocialMediaPosting",
    "SocialMediaPosting": "Article", "Article": "CreativeWork", "WebPage": "CreativeWork", "ImageObject": "MediaObject",
    "MediaObject": "CreativeWork", "CreativeWork": "Thing", "Person": "Thing", "Organization": "Thing",
    "Place": "Thing", "BreadcrumbList": "ItemList", "ItemList": "Thing", "ListItem": "Thing",
}  # fmt: skip
"""The types that we write, of schema.org 30.0."""

PROPERTIES: dict[str, tuple[set[str], set[str]]] = {
    "headline": ({"CreativeWork"}, {"Text"}),
    "alternativeHeadline": ({"CreativeWork"}, {"Text"}),
    "abstract": ({"CreativeWork"}, {"Text"}),
    "description": ({"Thing"}, {"Text"}),
    "url": ({"Thing"}, {"URL"}),
    "datePublished": ({"CreativeWork"}, {"Date", "DateTime"}),
    "dateModified": ({"CreativeWork"}, {"Date", "DateTime"}),
    "author": ({"CreativeWork"}, {"Person", "Organization"}),
    "editor": ({"CreativeWork"}, {"Person"}),
    "contributor": ({"CreativeWork"}, {"Person", "Organization"}),
    "creditText": ({"CreativeWork"}, {"Text"}),
    "sourceOrganization": ({"CreativeWork"}, {"Organization"}),
    "publisher": ({"CreativeWork"}, {"Person", "Organization"}),
    "locationCreated": ({"CreativeWork"}, {"Place"}),
    "keywords": ({"CreativeWork", "Organization", "Place"}, {"Text", "URL"}),
    "inLanguage": ({"CreativeWork"}, {"Text"}),
    "image": ({"Thing"}, {"ImageObject", "URL"}),
    "isAccessibleForFree": ({"CreativeWork", "Place"}, {"Boolean"}),
    "conditionsOfAccess": ({"CreativeWork"}, {"Text"}),
    "correction": ({"CreativeWork"}, {"Text", "URL"}),
    "copyrightNotice": ({"CreativeWork"}, {"Text"}),
    "text": ({"CreativeWork"}, {"Text"}),
    "breadcrumb": ({"WebPage"}, {"BreadcrumbList", "Text"}),
    "articleSection": ({"Article"}, {"Text"}),
    "articleBody": ({"Article"}, {"Text"}),
    "mainEntityOfPage": ({"Thing"}, {"CreativeWork", "URL"}),
    "dateline": ({"NewsArticle"}, {"Text"}),
    "liveBlogUpdate": ({"LiveBlogPosting"}, {"BlogPosting"}),
    "name": ({"Thing"}, {"Text"}),
    "email": ({"Person", "Organization"}, {"Text"}),
    "caption": ({"ImageObject"}, {"Text", "MediaObject"}),
    "representativeOfPage": ({"ImageObject"}, {"Boolean"}),
    "itemListElement": ({"ItemList"}, {"ListItem", "Text", "Thing"}),
    "position": ({"ListItem", "CreativeWork"}, {"Integer", "Text"}),
}
"""Property: the types that have it, and the types of its values (schema.org's vocabulary, without types not listed)."""

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_URL = re.compile(r"(https?:)?//\S+|/\S*|data:\S+")


def kinds(type_: str) -> set[str]:
    """Return a type and those that it is one of."""
    return {type_} | (kinds(PARENTS[type_]) if type_ in PARENTS else set())


def types_of(value: object) -> set[str]:
    """Return what schema.org calls a value."""
    if isinstance(value, dict):
        return kinds(value["@type"])
    if isinstance(value, bool):
        return {"Boolean"}
    if isinstance(value, int):
        return {"Integer"}
    assert isinstance(value, str)
    assert value.strip(), "unknown is left out, and not empty"
    found = {"Text"}
    if _DATE.fullmatch(value):
        found.add("Date")
    if _URL.fullmatch(value):
        found.add("URL")
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return found
    return found | {"DateTime"}


def check(node: dict[str, Any], where: str = "") -> None:
    """Hold a node, and all in it, to the vocabulary."""
    types = kinds(node["@type"])
    for name, value in node.items():
        if name.startswith("@"):
            continue
        domains, ranges = PROPERTIES[name]
        assert types & domains, f"{where}.{name} is no property of {node['@type']}"
        values = value if isinstance(value, list) else [value]
        assert values, f"{where}.{name} is empty"
        for item in values:
            assert types_of(item) & ranges, f"{where}.{name} takes {ranges}, not {item!r}"
            if isinstance(item, dict):
                check(item, f"{where}.{name}")


@pytest.fixture(scope="module")
def plain() -> Article:
    return clean("The ferry sails again from Monday, the harbour office said on Friday.", url="https://example.org/f")


FULL = {
    "title": "Ferry sails again",
    "subtitle": "After a winter at the pier",
    "standfirst": "It had not left since the flood.",
    "description": "The ferry sails again.",
    "byline": "By Petra Voln and Jan Okker",
    "authors": (
        Author(name="Petra Voln", email="p@example.org", url="https://example.org/voln", bio="She writes about boats."),
        Author(name="Coast Wire", kind="organization"),
        Author(name="Jan Okker", role="editor"),
        Author(name="Coast Desk", kind="organization", role="editor"),
        Author(name="Lin Araya", role="photographer"),
    ),
    "published": datetime(2024, 3, 12, 10, 15, tzinfo=UTC),
    "published_precision": "minute",
    "modified": datetime(2024, 3, 1),  # noqa: DTZ001 - the page names none
    "modified_precision": "month",
    "dateline": Dateline(places=("OBERNAU", "LESK"), agency="AFP", raw="OBERNAU/LESK (AFP) -"),
    "agencies": ("AFP",),
    "publisher": "The Pier",
    "section": "Coast",
    "breadcrumbs": ("News", "Coast"),
    "tags": ("ferries", "winter"),
    "language": "en",
    "canonical_url": "https://example.org/ferry",
    "images": (
        Image(url="https://example.org/a.jpg"),
        Image(url="https://example.org/b.jpg", caption="The pier", credit="Lin Araya", alt="a pier", is_main=True),
    ),
    "access": "metered",
    "notes": ("An earlier version misspelt Lesk.",),
    "rights": "© The Pier",
    "page_kind": "article",
}


def test_a_full_article_says_all_that_it_knows(plain: Article) -> None:
    found = plain.model_copy(update=FULL).to_schema_org()

    check(found)
    assert json.loads(json.dumps(found)) == found
    assert found["@type"] == "NewsArticle"
    assert found["datePublished"] == "2024-03-12T10:15:00+00:00"
    assert found["dateModified"] == "2024-03"
    assert found["author"] == [
        {
            "@type": "Person",
            "name": "Petra Voln",
            "email": "p@example.org",
            "url": "https://example.org/voln",
            "description": "She writes about boats.",
        },
        {"@type": "Organization", "name": "Coast Wire"},
    ]
    assert found["editor"] == [{"@type": "Person", "name": "Jan Okker"}]
    assert [person["name"] for person in named(found["contributor"])] == ["Coast Desk", "Lin Araya"]
    assert [image["url"][-5:] for image in named(found["image"])] == ["b.jpg", "a.jpg"]
    assert found["isAccessibleForFree"] is False
    assert found["articleBody"] == plain.text
    assert found["dateline"] == "OBERNAU/LESK (AFP) -"
    assert not {name for name in PROPERTIES if name not in str(found)} - {"text", "liveBlogUpdate"}


def named(value: object) -> list[dict[str, Any]]:
    assert isinstance(value, list)
    return value


def test_an_article_of_which_little_is_known_says_little(plain: Article) -> None:
    found = plain.model_copy(update={"page_kind": "article", "title": None, "language": None}).to_schema_org()

    check(found)
    assert {"@context", "@type", "url", "articleBody", "mainEntityOfPage"} == set(found)


def test_a_live_blog_has_its_entries(plain: Article) -> None:
    entries = (
        LiveEntry(time="2024-03-12T10:15:00+01:00", title="It sails", text="The ferry left."),
        LiveEntry(time="10:05", text="People are waiting."),
        LiveEntry(time="2024-03-11", text="The ferry is painted."),
    )
    found = plain.model_copy(update={**FULL, "page_kind": "live_blog", "entries": entries}).to_schema_org()

    check(found)
    assert found["@type"] == "LiveBlogPosting"
    assert found["liveBlogUpdate"] == [
        {
            "@type": "BlogPosting",
            "headline": "It sails",
            "articleBody": "The ferry left.",
            "datePublished": "2024-03-12T10:15:00+01:00",
        },
        {"@type": "BlogPosting", "articleBody": "People are waiting."},
        {"@type": "BlogPosting", "articleBody": "The ferry is painted.", "datePublished": "2024-03-11"},
    ]


@pytest.mark.parametrize("kind", ["index", "consent_wall", "blocked", "error", "empty", "other"])
def test_a_page_that_is_no_article_passes_for_none(plain: Article, kind: str) -> None:
    found = plain.model_copy(update={**FULL, "page_kind": kind}).to_schema_org()

    check(found)
    assert found["@type"] == "WebPage"
    assert not {"articleBody", "articleSection", "dateline"} & set(found)


@pytest.mark.parametrize(("access", "free"), [("free", True), ("locked", False), ("metered", False), (None, None)])
def test_free_is_what_the_page_calls_free(plain: Article, access: str | None, free: bool | None) -> None:  # noqa: FBT001
    assert plain.model_copy(update={"access": access}).to_schema_org().get("isAccessibleForFree") is free


def test_fixture_pages_keep_to_the_vocabulary(page_folder: Path) -> None:
    check(clean(source_of(page_folder), url="https://example.org/story").to_schema_org())
