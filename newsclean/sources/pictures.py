"""Pictures: the attributes of an `<img>` or `<source>` in, its best address and its size out; chooses no picture."""

from collections.abc import Mapping


def image_url(attributes: Mapping[str, str]) -> str:
    """Return the address of an `<img>` or `<source>`, where a script would load it from too; empty for none."""
    for name in ("data-src", "data-original", "data-lazy-src", "src"):
        if name in attributes:
            url = attributes[name].strip()
            if url and not url.startswith(("data:", "about:", "blob:")):
                return url
    srcset = attributes.get("srcset") or attributes.get("data-srcset")
    return _best_of(srcset) if srcset else ""


def _best_of(srcset: str) -> str:
    """Return the widest candidate of a srcset."""
    best, best_size = "", -1.0
    for candidate in srcset[:5000].split(", "):
        address, _, size = candidate.strip().strip(",").partition(" ")
        try:
            weight = float(size.strip().rstrip("wxh") or 1)
        except ValueError:
            weight = 0.0
        if address and not address.startswith("data:") and weight > best_size:
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
