"""Pictures: the attributes of an `<img>` or `<source>` in, its best address and its size out; chooses no picture."""

import re
from collections.abc import Mapping
from typing import Final

_LAZY: Final = ("data-src", "data-original", "data-lazy-src", "data-lazy")
_LARGE: Final = ("data-full-src", "data-hi-res-src")
"""Of the picture in full, which a click opens: asked last."""
_LAZY_SETS: Final = ("data-srcset", "data-lazy-srcset")
_NO_ADDRESS: Final = ("data:", "about:", "blob:")
_TEMPLATE: Final = re.compile(r"[{}<>]|%7B|\[\w+\]", re.IGNORECASE)
"""An address that a script fills in: "/640x{height}/bridge.jpg"."""
_PLACEHOLDER: Final = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|placeholder|transparent|pixel|1x1|loading|loader|lazy|empty|dummy|grey|gray)[\w-]{0,20}\."
    r"(?:gif|png|svg|jpe?g|webp)(?:$|\?)",
    re.IGNORECASE,
)
"""What stands where a picture will be, until a script has loaded it."""
_CANDIDATE: Final = re.compile(r",\s+|(?<=\d[wx]),")


def image_url(attributes: Mapping[str, str]) -> str:
    """Return the address of an `<img>` or `<source>`, where a script would load it from too; empty for none.

    >>> image_url({"src": "/blank.gif", "data-lazy-srcset": "/s.jpg 320w,/l.jpg 640w"})
    '/l.jpg'
    """
    for name in _LAZY:
        if name in attributes and (url := _address(attributes[name])):
            return url
    shown = _address(attributes.get("src", ""))
    if shown and not is_placeholder(shown):
        return shown
    found = [_best_of(attributes[name]) for name in (*_LAZY_SETS, "srcset") if name in attributes]
    found += [_address(attributes[name]) for name in _LARGE if name in attributes]
    return next(filter(None, found), shown)


def is_placeholder(url: str) -> bool:
    """Return whether an address is that of what stands where a picture will be.

    >>> is_placeholder("/img/lazy-load.gif"), is_placeholder("/img/loading-dock.jpg?w=1"), is_placeholder("/bridge.jpg")
    (True, True, False)
    """
    return _PLACEHOLDER.search(url) is not None


def _address(value: str) -> str:
    url = value.strip()
    return "" if url.startswith(_NO_ADDRESS) or _TEMPLATE.search(url) else url


def _best_of(srcset: str) -> str:
    """Return the widest candidate of a srcset."""
    best, best_size = "", -1.0
    for candidate in _CANDIDATE.split(srcset[:5000]):
        address, _, size = candidate.strip().strip(",").partition(" ")
        try:
            weight = float(size.strip().rstrip("wxh") or 1)
        except ValueError:
            weight = 0.0
        if _address(address) and weight > best_size:
            best, best_size = address, weight
    return best


def pixels(value: str | None) -> int | None:
    """Return a width or height as a number of pixels, None where it is none.

    >>> pixels("640px"), pixels("100%")
    (640, None)
    """
    if not value:
        return None
    digits = value.strip().removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None  # noqa: PLR2004
