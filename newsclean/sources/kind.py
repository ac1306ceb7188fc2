"""HTML or text."""

from newsclean.block import InputKind


def detect_kind(text: str) -> InputKind:
    """Tell HTML from text."""
    return "html" if "</" in text[:100000] else "text"
