"""The explanation as plain data: the summary, the article and the evidence of each block, for JSON."""

from pydantic import BaseModel, ConfigDict

from newsclean.article import Article
from newsclean.block import Block
from newsclean.evidence import Evidence
from newsclean.pipeline import Explanation
from newsclean.report.summary import Summary, summarize


class BlockEvidence(BaseModel):
    """What was weighed of a block before any filter ran."""

    model_config = ConfigDict(frozen=True)

    index: int
    text: str
    score: float
    """How likely it is article text, 0 to 1."""
    words: int
    ends_sentence: bool
    is_prose: bool
    phrase: str | None
    """The family of the junk phrase that fills the block."""
    phrase_language: str | None


class Explained(BaseModel):
    """An explanation as plain data."""

    model_config = ConfigDict(frozen=True)

    summary: Summary
    article: Article
    evidence: tuple[BlockEvidence, ...]


def explained(explanation: Explanation) -> Explained:
    """Return an explanation as plain data.

    >>> from newsclean import explain
    >>> explained(explain("The old bridge reopened on Friday, the mayor of the town said.")).evidence[0].words
    12
    """
    page, evidence = explanation.page, explanation.evidence
    return Explained(
        summary=summarize(explanation.article),
        article=explanation.article,
        evidence=tuple(_evidence_of(block, evidence) for block in page.blocks),
    )


def _evidence_of(block: Block, evidence: Evidence) -> BlockEvidence:
    hit = evidence.hit(block)
    return BlockEvidence(
        index=block.index,
        text=block.text,
        score=evidence.score(block),
        words=evidence.words(block),
        ends_sentence=evidence.ends_sentence(block),
        is_prose=evidence.is_prose(block),
        phrase=hit.family if hit else None,
        phrase_language=hit.language if hit else None,
    )
