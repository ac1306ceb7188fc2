"""HTML in, one `Page` of blocks and metadata out, in one pass."""
