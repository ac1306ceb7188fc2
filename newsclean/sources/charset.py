"""Bytes to text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded page, the encoding used (None for str), and (code, message) warnings."""

    text: str
    encoding: str | None
    warnings: tuple[tuple[str, str], ...] = ()


def decode(source: str | bytes, *, charset: str | None = None) -> Decoded:
    """Decode a page."""
    if isinstance(source, str):
        return Decoded(source, None)
    return Decoded(source.decode("utf-8", "replace"), "utf-8")
