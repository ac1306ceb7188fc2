"""Hints: the attributes of an element in, the names that say what it is for out."""

from collections.abc import Mapping
from typing import Final

MAX_HINTS: Final = 200
_DATA: Final = (
    "component component-name testid test-id test qa type module block widget widget-type name role area section "
    "content-type cy e2e"
)
_TELLING_DATA: Final = frozenset(f"data-{name}" for name in _DATA.split())
_TELLING_NAMES: Final = ("role", "itemprop", "id")
_TELLING: Final = _TELLING_DATA | {*_TELLING_NAMES, "class"}
_MAX_DATA: Final = 60


def hints(attributes: Mapping[str, str]) -> str:
    """Return what an element's names say it is for: role, itemprop, id, telling data-* values, class; lower case.

    >>> hints({"class": "Story-Body  wide", "id": "main", "data-testid": "Body", "style": "color: red"})
    'main body story-body wide'
    """
    if not attributes:
        return ""
    if len(attributes) == 1:
        name = next(iter(attributes))
        return " ".join(attributes[name][: 2 * MAX_HINTS].lower().split())[:MAX_HINTS] if name in _TELLING else ""
    if _TELLING.isdisjoint(attributes):
        return ""
    parts = [attributes[name] for name in _TELLING_NAMES if name in attributes]
    if not _TELLING_DATA.isdisjoint(attributes):
        parts.extend([value[:_MAX_DATA] for name, value in attributes.items() if name in _TELLING_DATA])
    if "class" in attributes:
        parts.append(attributes["class"][: 2 * MAX_HINTS])
    return " ".join(" ".join(parts).lower().split())[:MAX_HINTS]
