"""Visibility: the tags and attributes of an element in, whether a reader would see it out; keeps no state."""

import re
from collections.abc import Mapping
from typing import Final

UNSEEN: Final = frozenset(
    "style template noscript svg iframe object embed applet select datalist input textarea "
    "audio video canvas map rt rp".split()
)
"""Tags whose text no reader sees, or which hold choices of a form instead of text."""

_HIDING_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Return whether an element's own attributes hide it.

    >>> is_hidden({"hidden": ""}), is_hidden({"style": "color: red; Display:none"}), is_hidden({"style": "color: red"})
    (True, True, False)
    """
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    style = attributes.get("style")
    return style is not None and _HIDING_STYLE.search(style) is not None
