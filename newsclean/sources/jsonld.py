"""JSON-LD, read tolerantly: the text of a script in, its objects out, flattened; chooses nothing among them."""

import json
import re
from html import unescape
from typing import cast

from newsclean.block import Json, JsonObject

_WRAPPING = re.compile(
    r"^[\s;]*(?:(?:<!--|-->|/\*|\*/|//|<!\[CDATA\[|\]\]>)[\s;]*)+|[\s;]*(?:(?:<!--|-->|/\*|\*/|//|\]\]>)[\s;]*)+$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_MAX_OBJECTS = 500


def parse_json_ld(text: str) -> tuple[tuple[JsonObject, ...], bool]:
    """Read the text of one JSON-LD script: its objects, `@graph` and lists flattened, and whether it was readable.

    Comments, CDATA marks, trailing commas, raw line breaks in strings and HTML entities are forgiven.

    >>> parse_json_ld('/* <![CDATA[ */ {"@graph": [{"@type": "NewsArticle", "headline": "Bridge"},]} // ]]>')
    (({'@type': 'NewsArticle', 'headline': 'Bridge'},), True)
    >>> parse_json_ld("{broken")
    ((), False)
    """
    if not text.strip():
        return (), True
    for attempt in (text, None):
        try:
            value = json.loads(attempt or _mended(text), strict=False, parse_constant=_nothing)
        except (ValueError, RecursionError):
            continue
        return tuple(_flattened(_sound(value))), True
    return (), False


def _nothing(_: str) -> None:
    """Stand in for NaN and Infinity, which JSON does not have."""


def _mended(text: str) -> str:
    text = _WRAPPING.sub("", _CONTROLS.sub(" ", text))
    if "&quot;" in text and '"' not in text:
        text = unescape(text)
    text = _TRAILING_COMMA.sub("", text)
    return f"[{text}]" if text.startswith("{") and re.search(r"\}\s*,?\s*\{", text) and not _reads(text) else text


def _reads(text: str) -> bool:
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return True


def _sound(value: Json) -> Json:
    """Return the value without lone surrogates, which no JSON can hold."""
    try:
        dumped = json.dumps(value, ensure_ascii=False)
    except RecursionError:
        return None
    return cast("Json", json.loads(_SURROGATES.sub("�", dumped))) if _SURROGATES.search(dumped) else value


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
