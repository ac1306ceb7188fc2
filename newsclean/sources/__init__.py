"""Sources: bytes, HTML or a text dump in, one `Page` of blocks out; decides nothing about them."""

from newsclean.sources.reading import MAX_BYTES, read

__all__ = ["MAX_BYTES", "read"]
