"""A flat text dump in, one `Page` of blocks out, its paragraphs put together again."""
