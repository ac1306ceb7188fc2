"""Reading: bytes or text of any kind in, one `Page` of blocks out; chooses the reader and decides nothing else."""

from typing import get_args

from newsclean.block import InputKind, Page
from newsclean.errors import SourceError
from newsclean.sources.charset import decode
from newsclean.sources.html.page import read_html
from newsclean.sources.kind import detect_kind
from newsclean.sources.mojibake import mended
from newsclean.sources.text.dump import read_text
from newsclean.surrogates import scrubbed

MAX_BYTES = 50_000_000


def read(
    source: str | bytes,
    *,
    url: str | None = None,
    kind: InputKind | None = None,
    charset: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Page:
    """Read a page.

    Args:
        source: the page: HTML or a text dump, decoded or as bytes.
        url: its address, kept and never fetched.
        kind: "html" or "text"; detected where not given.
        charset: what the HTTP header said of the bytes; a hint, checked against them.
        max_bytes: the size, in bytes of UTF-8 where it is decoded, above which the page is refused.

    Raises:
        SourceError: for what is no page at all.
    """
    if not isinstance(source, str | bytes):
        message = f"a page is str or bytes, not {type(source).__name__}"
        raise SourceError(message)
    if kind not in {None, *get_args(InputKind)}:
        message = f"a page is {' or '.join(get_args(InputKind))}, not {kind!r}"
        raise SourceError(message)
    size = len(source)
    if isinstance(source, str) and 4 * size > max_bytes:
        size = len(source.encode("utf-8", "surrogatepass"))
    if size > max_bytes:
        message = f"the page has {size:,} bytes, more than max_bytes={max_bytes:,}"
        raise SourceError(message)
    decoded = decode(source, charset=charset)
    kind = kind or detect_kind(decoded.text)
    reader = read_html if kind == "html" else read_text
    if url:
        url = scrubbed(url)
    return mended(reader(decoded.text, url=url or None, encoding=decoded.encoding, warnings=decoded.warnings))
