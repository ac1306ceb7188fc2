"""Headlines: which line of a page is its title, and what titles are put together of."""
