"""The title: a page and its verdicts in, the headline and the blocks that print it out."""

from dataclasses import dataclass, field

from newsclean.article import FieldSource
from newsclean.block import Page
from newsclean.conventions.headlines import find_headline
from newsclean.evidence import Evidence
from newsclean.sift import Sifted


@dataclass(frozen=True, slots=True)
class Title:
    """The title, where it came from, and the blocks that were read."""

    value: str | None = None
    block: int | None = None
    sources: tuple[FieldSource, ...] = ()
    claims: dict[int, str] = field(default_factory=dict)


def read_title(page: Page, evidence: Evidence, sifted: Sifted) -> Title:
    """Read the title; a sentence that stayed in the body is none."""
    headline = find_headline(page, evidence.folded, evidence.shapes.prose)
    if headline is None:
        return Title()
    source = FieldSource(field="title", where=headline.where, raw=headline.raw, confidence=headline.confidence)
    claims = {index: "title" for index in headline.copies if not sifted.verdicts[index].kept}
    return Title(headline.text, headline.block, (source,), claims)
