"""A flat text dump to one `Page`: whole paragraphs, headings and menu entries put together again from its lines.

In: decoded text. Out: blocks in source order with offsets; the page's habits decide what is joined, once a page.
"""

from dataclasses import replace
from typing import Final

from newsclean.block import Block, Metadata, Page
from newsclean.sources.text.bullets import split_columns, take_bars, take_bullets
from newsclean.sources.text.frontmatter import take_head
from newsclean.sources.text.lines import read_lines
from newsclean.sources.text.linknumbers import take_link_numbers
from newsclean.sources.text.markdown import is_markdown, sole_heading, take_marks
from newsclean.sources.text.nodes import is_broken, join_nodes
from newsclean.sources.text.wraps import join_wraps
from newsclean.sources.writtenbreaks import with_real_breaks

_HEAD: Final = 400
"""Characters in which a head shows that states a title or an address."""


def read_text(
    text: str, *, url: str | None = None, encoding: str | None = None, warnings: tuple[tuple[str, str], ...] = ()
) -> Page:
    r"""Read a text dump.

    Args:
        text: the decoded dump, whatever wrote it.
        url: the page's address, kept as it is.
        encoding: what the bytes were decoded by, kept as it is.
        warnings: (code, message) of what was odd about the bytes; the page's own are added.

    >>> page = read_text("Bridge reopens\n\n  * Share\n  * Print\n\nThe old bridge reopened on Friday.")
    >>> [(block.text, block.gap, block.bullet) for block in page.blocks][1:3]
    [('Share', 1, True), ('Print', 0, True)]
    """
    lines = read_lines(with_real_breaks(text))
    lines, metadata = take_head(lines) if ":" in text[:_HEAD] and lines.texts else (lines, Metadata())
    if "   " in text:
        lines = split_columns(lines)
    take_bullets(lines)
    lines = join_wraps(lines)
    if ("](" in text or "## " in text or "]: " in text) and is_markdown(lines):
        metadata = metadata if metadata.meta else replace(metadata, title=sole_heading(lines))
        lines = take_marks(lines)
    if "[1]" in text or "[2]" in text:
        lines = take_link_numbers(lines)
    if is_broken(lines):
        lines = join_nodes(lines)
        # a bullet may have been a text node of its own
        take_bullets(lines)
    if "|" in text:
        take_bars(lines)
    texts = [line if "  " not in line else " ".join(line.split()) for line in lines.texts]
    columns = (texts, lines.gaps, lines.indents, lines.bullets, lines.starts, lines.ends)
    blocks = tuple(map(Block, range(len(texts)), *columns))
    if lines.surrogates:
        warnings = (*warnings, ("surrogates", f"{lines.surrogates} lone surrogates became U+FFFD"))
    return Page("text", text, blocks, url, encoding, metadata, warnings)
