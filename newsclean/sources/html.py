"""HTML to a page: text in, blocks and metadata out, in one pass over a push parser; judges no block."""

import re
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
    _feed(data, builder)
    blocks, metadata = builder.finish()
    warnings = (*warnings, *(("truncated", message) for message in sorted(builder.truncated)))
    return Page("html", text, blocks, url, encoding, metadata, warnings)


def _feed(data: bytes, builder: BlockBuilder) -> None:
    parser = _parser(builder)
    at = 0
    while at < len(data):
        end = at + _CHUNK
        if end < len(data):
            # between two chunks the parser may be replaced: best not inside a tag
            end = max(data.rfind(b"<", at + 1, end), at) if b"<" in data[at + 1 : end] else end
        parser.feed(data[at:end])
        at = end
        if len(builder.stack) > _PARSER_DEPTH and at < len(data):
            parser.close()
            parser = _parser(builder)
            builder.truncated.add(f"more than {_PARSER_DEPTH:,} elements were open at once; they were closed")
    parser.close()


def _parser(builder: BlockBuilder) -> etree.HTMLParser:
    return etree.HTMLParser(target=builder, encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
