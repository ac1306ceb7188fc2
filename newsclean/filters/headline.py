"""Headline: points at every line that prints the page's title, and at the section line right above it."""

from collections.abc import Iterator

from newsclean.block import Mark, Page
from newsclean.conventions.headlines import find_headline
from newsclean.conventions.sections import is_section
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter


class HeadlineLines(Filter):
    """The title, which is a field: its line, the page's title line, its repeats, and the section line above it.

    Keeps standfirsts and subheadings, and a first line that is a sentence: cleaned text stays as it is.
    """

    name = "headline"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Yield the lines that print the title, and the section line."""
        headline = find_headline(page, evidence.folded, evidence.shapes.prose)
        if headline is None:
            return
        blocks = page.blocks
        for index in sorted(headline.copies):
            if evidence.is_prose(blocks[index]) and index != headline.block:
                continue
            yield Mark(blocks[index], "headline", "line that prints the title")
        if headline.block is not None:
            for block in blocks[max(0, headline.block - 2) : headline.block]:
                if is_section(block.text):
                    yield Mark(block, "section", "section line above the title")
