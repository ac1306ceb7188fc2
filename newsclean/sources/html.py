"""HTML to a page: text in, blocks and metadata out, in one pass over a push parser; judges no block."""

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from newsclean.block import Page
from newsclean.sources.blockbuilder import BlockBuilder
from newsclean.sources.streaming import in_place

_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
_CHUNK: Final = 16_384
_PARSER_DEPTH: Final = 2_000
"""The parser's work for an end tag grows with the open elements, so beyond this many it starts afresh."""


def read_html(
    text: str, *, url: str | None = None, encoding: str | None = None, warnings: tuple[tuple[str, str], ...] = ()
) -> Page:
    """Read an HTML page or fragment.

    Args:
        text: the markup.
        url: the page's address, kept and never fetched.
        encoding: what the page was decoded by; None for a page that came as `str`.
        warnings: what was odd about its bytes, as (code, message).

    >>> [block.text for block in read_html("<div>Bridge re<b>opens</b><p>It was shut.").blocks]
    ['Bridge reopens', 'It was shut.']
    """
    try:
        data = in_place(text).encode()
    except UnicodeEncodeError:
        text, count = _SURROGATES.subn("\ufffd", text)
        warnings = (*warnings, ("surrogates", f"{count} lone surrogates in the text were replaced"))
        data = in_place(text).encode()
    if "\0" in text:
        data = data.replace(b"\0", b"\xef\xbf\xbd")
    builder = BlockBuilder()
    cuts = [*_feed(data, builder), *builder.cuts()]
    blocks, metadata = builder.finish()
    warnings = (*warnings, *(("truncated", cut) for cut in cuts))
    return Page("html", text, blocks, url, encoding, metadata, warnings)


def _feed(data: bytes, builder: BlockBuilder) -> list[str]:
    """Feed the page to the builder; return what was cut, a sentence each."""
    parser = _parser(builder)
    cuts: list[str] = []
    at = 0
    while at < len(data):
        end = at + _CHUNK
        if end < len(data):
            # between two chunks the parser may be replaced: best not inside a tag
            tag = data.rfind(b"<", at + 1, end)
            end = tag if tag > 0 else end
        parser.feed(data[at:end])
        at = end
        if builder.depth > _PARSER_DEPTH and at < len(data):
            parser.close()
            parser = _parser(builder)
            cuts = [f"more than {_PARSER_DEPTH:,} elements were open at once; they were closed"]
    parser.close()
    return cuts


def _parser(builder: BlockBuilder) -> "etree.HTMLParser[etree._Element]":
    # the builder has start, end, data and close: lxml asks for no more
    make: "Callable[..., etree.HTMLParser[etree._Element]]" = etree.HTMLParser
    return make(target=builder, encoding="utf-8", huge_tree=True)
