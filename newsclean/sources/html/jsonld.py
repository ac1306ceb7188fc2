"""JSON-LD, read tolerantly: the text of a script in, its objects out, flattened; chooses nothing among them."""

import json
import re
from html import unescape
from typing import Final, cast

from newsclean.block import Json, JsonObject

_WRAPPINGS: Final = ("<!--", "-->", "/*", "*/", "//", "<![CDATA[", "]]>")
_MAX_WRAPPINGS: Final = 20
_LOOSE: Final = " \t\r\n\ufeff;"
_TRAILING_COMMA: Final = re.compile(r",(?=\s*[}\]])")
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f]")
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
_MAX_OBJECTS: Final = 500
_MAX_BROKEN: Final = 20
_ENDED: Final = re.compile(r"\s*[,}\]]")
_KEY: Final = re.compile(
    r"\"(@type|headline|datePublished|dateCreated|dateModified|author|publisher|description|articleSection|keywords|"
    r"inLanguage|isAccessibleForFree)\"\s{0,20}:\s{0,20}(?=[\"{\[tf])"
)
"""What of an article's statements can be told without the object that holds them."""


def parse_json_ld(text: str) -> list[JsonObject]:
    """Read the text of one JSON-LD script: its objects, `@graph` and lists flattened; none where it is unreadable.

    Comments, CDATA marks, trailing commas, raw line breaks in strings, HTML entities and several objects one after
    another are forgiven. Of a script that is broken otherwise the statements on an article that can be read are one
    object: a quotation mark too many in its description costs the description.

    >>> parse_json_ld('/* <![CDATA[ */ {"@graph": [{"@type": "NewsArticle", "headline": "Bridge"},]} // ]]>')
    [{'@type': 'NewsArticle', 'headline': 'Bridge'}]
    >>> parse_json_ld('{"@type": "NewsArticle", "description": "A "bridge"", "datePublished": "2026-03-12"}')
    [{'@type': 'NewsArticle', 'datePublished': '2026-03-12'}]
    >>> parse_json_ld("{broken")
    []
    """
    try:
        return _flattened(_loaded(text))
    except (ValueError, RecursionError):
        return _salvaged(_mended(text))


def _loaded(text: str) -> Json:
    try:
        value = json.loads(text, strict=False, parse_constant=_nothing)
    except ValueError:
        value = _objects(_mended(text))
    return _sound(value) if "\\ud" in text or "\\uD" in text else value


def _nothing(_: str) -> None:
    """Stand in for NaN and Infinity, which JSON does not have."""


def _mended(text: str) -> str:
    text = _unwrapped(_CONTROLS.sub(" ", text))
    if "&quot;" in text and '"' not in text:
        text = unescape(text)
    return _TRAILING_COMMA.sub("", text)


def _unwrapped(text: str) -> str:
    """Return the text without the comment and CDATA marks around it."""
    for _ in range(_MAX_WRAPPINGS):
        size = len(text)
        text = text.strip(_LOOSE)
        for mark in _WRAPPINGS:
            text = text.removeprefix(mark).removesuffix(mark)
        if len(text) == size:
            break
    return text


def _objects(text: str) -> Json:
    """Return the values that stand one after another, with or without commas."""
    decoder = json.JSONDecoder(strict=False, parse_constant=_nothing)
    found: list[Json] = []
    at = 0
    while at < len(text) and len(found) < _MAX_OBJECTS:
        if text[at] in _LOOSE or text[at] == ",":
            at += 1
            continue
        value, at = decoder.raw_decode(text, at)
        found.append(value)
    return found


def _salvaged(text: str) -> list[JsonObject]:
    """Return what a broken script states of an article, the first of each kind of statement, as one object."""
    decoder = json.JSONDecoder(strict=False, parse_constant=_nothing)
    found: dict[str, Json] = {}
    at = broken = 0
    while broken < _MAX_BROKEN and (match := _KEY.search(text, at)):
        at = match.end()
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            broken += 1
            continue
        # a text that goes on behind a quotation mark is cut there
        if _ENDED.match(text, at):
            found.setdefault(match[1], value)
    return [cast("JsonObject", _sound(found))] if found else []


def _sound(value: Json) -> Json:
    """Return the value without lone surrogates, which an escape in JSON can make and nobody can write."""
    dumped = json.dumps(value, ensure_ascii=False)
    return cast("Json", json.loads(_SURROGATES.sub("\ufffd", dumped))) if _SURROGATES.search(dumped) else value


def _flattened(value: Json) -> list[JsonObject]:
    found: list[JsonObject] = []
    waiting = [value]
    while waiting and len(found) < _MAX_OBJECTS:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            graph = item.get("@graph")
            if isinstance(graph, list | dict):
                waiting.append(graph)
                item = {key: part for key, part in item.items() if key != "@graph"}
            if any(key != "@context" for key in item):
                found.append(item)
    return found
