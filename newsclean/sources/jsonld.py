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


def parse_json_ld(text: str) -> list[JsonObject]:
    """Read the text of one JSON-LD script: its objects, `@graph` and lists flattened; none where it is unreadable.

    Comments, CDATA marks, trailing commas, raw line breaks in strings, HTML entities and several objects one after
    another are forgiven.

    >>> parse_json_ld('/* <![CDATA[ */ {"@graph": [{"@type": "NewsArticle", "headline": "Bridge"},]} // ]]>')
    [{'@type': 'NewsArticle', 'headline': 'Bridge'}]
    >>> parse_json_ld("{broken")
    []
    """
    try:
        return _flattened(_loaded(text))
    except (ValueError, RecursionError):
        return []


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
