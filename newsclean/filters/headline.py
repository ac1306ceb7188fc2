"""Headline: points at every line that prints the page's title, and at the section line right above it."""

from collections.abc import Iterator
from itertools import islice

from pydantic import Field

from newsclean.block import Block, Mark, Page
from newsclean.conventions.headlines.finding import find_headline
from newsclean.conventions.headlines.titles import is_original_title
from newsclean.conventions.sections import is_section
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter

_KICKERS = (
    "kicker",
    "section",
    "rubri",
    "categor",
    "eyebrow",
    "overline",
    "topline",
    "dachzeile",
    "occhiello",
    "antetitulo",
    "antetítulo",
    "chapeu",
    "surtitre",
    "label",
    "channel",
)

_KICKER_WORDS = 2
_ASKED = ("?", "？", "؟")
"""How a line of a dump ends that is the headline, and no lead."""
_MENU_TAGS = frozenset(("li", "ul", "ol", "nav"))


class HeadlineLines(Filter):
    """The title, which is a field: its line, the page's title line, its repeats, the section above, an original title.

    The last says how the story was called where it comes from ("原标题：").

    Keeps standfirsts and subheadings, and a first line that is a sentence: cleaned text stays as it is; and a lead
    that the page gives as its title.
    """

    name = "headline"
    max_section_words: int = Field(default=4, ge=0)
    """A longer line above the title names no section."""
    min_lead_score: float = Field(default=0.8, ge=0, le=1)
    """A title that is a sentence and as likely as this to be article text is the lead, too: it stays in the text."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Yield the lines that print the title, and the section line."""
        blocks = page.blocks
        for block in blocks:
            if is_original_title(block.text):
                yield Mark(block, "headline", "title of the story where it comes from")
        headline = find_headline(page, evidence)
        if headline is None:
            return
        for index in sorted(headline.copies):
            is_asked = page.kind == "text" and blocks[index].text.endswith(_ASKED)
            is_lead = evidence.scores[index] >= self.min_lead_score and not is_asked
            if evidence.is_prose(blocks[index]) and (index != headline.block or is_lead):
                continue
            yield Mark(blocks[index], "headline", "line that prints the title")
        if headline.block is not None:
            for block in blocks[max(0, headline.block - 2) : headline.block]:
                if block.index in headline.copies or not self._is_section(
                    block, blocks[headline.block], blocks, evidence
                ):
                    continue
                if block.index + 1 == headline.block or not is_section(blocks[block.index + 1].text):
                    yield Mark(block, "section", "section line above the title")

    def _is_section(self, block: Block, headline: Block, blocks: tuple[Block, ...], evidence: Evidence) -> bool:
        """Return whether a line above the title names its section: by its words, its markup, or as a menu's entry."""
        if evidence.words(block) > self.max_section_words or any(character.isdecimal() for character in block.text):
            return False
        if block.element is not None:
            around = list(islice(block.element.ancestors(), 3))
            if any(hint in element.hints for element in around[:2] for hint in _KICKERS):
                return True
            return is_section(block.text) and not any(element.tag in _MENU_TAGS for element in around)
        if is_section(block.text):
            # the last entry of a menu stands below other sections
            before = blocks[block.index - 1] if block.index else None
            return before is None or not is_section(before.text) or block.gap > before.gap
        alone = block.gap > 0 and headline.gap > 0 and headline.index - block.index == 1
        short = evidence.words(block) <= _KICKER_WORDS and block.text[:1].isupper() and evidence.hit(block) is None
        return alone and (short or evidence.folded[block.index] in evidence.folded[: block.index])
