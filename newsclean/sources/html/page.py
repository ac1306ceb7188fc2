"""HTML to a page: text in, blocks and metadata out, in one pass over a push parser; judges no block."""

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from newsclean.block import Page
from newsclean.sources.html.blockbuilder import BlockBuilder
from newsclean.sources.html.streaming import LATE_PART, in_place

_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
_PHP: Final = b"<?php"
_CHUNK: Final = 16_384
"""Bytes given to the parser at once: so few cannot open more than some thousand elements."""
_ENDS_EARLY: Final = etree.LIBXML_VERSION < (2, 14)
"""Whether the parser drops what stands after `</html>`, as it did before it read HTML as browsers do."""
_ENDS: Final = re.compile(rb"</(?:body|html)\s{0,9}>", re.IGNORECASE)
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
        data = text.encode()
    except UnicodeEncodeError:
        text, count = _SURROGATES.subn("\ufffd", text)
        warnings = (*warnings, ("surrogates", f"{count} lone surrogates in the text were replaced"))
        data = text.encode()
    if _PHP in data or LATE_PART in data:
        data = in_place(_without_php(text)).encode()
    if b"\0" in data:
        data = data.replace(b"\0", b"\xef\xbf\xbd")
    if _ENDS_EARLY:
        data = _ENDS.sub(b" ", data)
    builder = BlockBuilder()
    cuts = [*_feed(data, builder), *builder.cuts()]
    blocks, metadata = builder.finish()
    warnings = (*warnings, *(("truncated", cut) for cut in cuts))
    return Page("html", text, blocks, url, encoding, metadata, warnings)


def _without_php(text: str) -> str:
    """Return the markup without the code of the page's own server, which a `>` in it would spill into the text."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<?php", at)) >= 0 and (end := text.find("?>", start)) >= 0:
        kept.append(text[at:start])
        at = end + 2
    kept.append(text[at:])
    return "".join(kept)


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
    if data:
        parser.close()
    return cuts


def _parser(builder: BlockBuilder) -> "etree.HTMLParser[etree._Element]":
    # the builder has start, end, data and close: lxml asks for no more
    make: Callable[..., etree.HTMLParser[etree._Element]] = etree.HTMLParser
    return make(target=builder, encoding="utf-8", huge_tree=True)
