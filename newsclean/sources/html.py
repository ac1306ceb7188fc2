"""HTML to blocks."""

from newsclean.block import Page


def read_html(
    text: str, *, url: str | None = None, encoding: str | None = None, warnings: tuple[tuple[str, str], ...] = ()
) -> Page:
    """Read HTML."""
    raise NotImplementedError
