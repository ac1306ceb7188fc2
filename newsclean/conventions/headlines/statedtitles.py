"""Stated titles: what the markup of a page calls its title, and what it calls its site; a page in, names out."""

from html import unescape
from typing import Final

from newsclean.block import Page
from newsclean.conventions.headlines.addresses import host_name
from newsclean.conventions.headlines.titles import squash
from newsclean.conventions.schematypes import article_objects, types_of

_SITE_TYPES: Final = frozenset(("website", "organization", "newsmediaorganization"))
_MAX_SITE_WORDS: Final = 6
"""A longer name is no site's: some give each story's title as the name of their application."""


def site_names(page: Page) -> frozenset[str]:
    """Return the `squash`ed names that the page gives its site: OpenGraph, publisher, address."""
    names: set[str | None] = {host_name(page.url), host_name(page.metadata.canonical)}
    for name, value in page.metadata.meta:
        if name in ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher"):
            names.add(squash(value) if len(value.split()) <= _MAX_SITE_WORDS else None)
        elif name == "og:url":
            names.add(host_name(value))
    for thing in page.metadata.json_ld:
        publisher = thing.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            names.add(squash(str(publisher["name"])))
        if types_of(thing) & _SITE_TYPES and isinstance(thing.get("name"), str):
            names.add(squash(str(thing["name"])))
    return frozenset(name for name in names if name and len(name) > 1)


def stated_titles(page: Page) -> list[tuple[str, str]]:
    """Return (source, text) of each title that the markup states, as it states it."""
    given: list[tuple[str, str]] = []
    for thing in article_objects(page):
        headline = thing.get("headline") or thing.get("name")
        if isinstance(headline, str) and headline.strip():
            given.append(("json-ld", _line(unescape(unescape(headline)))))
            break
    names = {
        "og:title": "og:title",
        "twitter:title": "twitter:title",
        "headline": "microdata",
        "parsely-title": "meta",
        "sailthru.title": "meta",
        "dc.title": "meta",
    }
    seen: set[str] = set()
    for name, value in page.metadata.meta:
        source = names.get(name)
        if source and source not in seen and value.strip():
            seen.add(source)
            given.append((source, _line(unescape(value))))
    for name, value, _ in page.metadata.microdata:
        if name == "headline" and value.strip():
            given.append(("microdata", _line(value)))
            break
    if page.metadata.title:
        given.append(("title", _line(page.metadata.title)))
    return given


def _line(text: str) -> str:
    return " ".join(text.split())
