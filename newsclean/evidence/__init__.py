"""Evidence: one pass over a page's blocks that gives filters what they weigh; it points at nothing.

In: a `Page`. Out: an `Evidence`: shapes, phrase hits, copies, the feature table, and a score for each block.
"""

from dataclasses import dataclass

import numpy as np

from newsclean.block import Block, Page
from newsclean.evidence.shapes import Shapes, measure
from newsclean.folding import fold
from newsclean.phrases import Hit, match

_MAX_PHRASE_CHARS = 160


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of each block of a page, by block index."""

    shapes: Shapes
    folded: tuple[str, ...]
    """The comparison key of each block."""
    hits: tuple[Hit | None, ...]
    """The junk phrase that fills the block, if one does."""
    twins: tuple[int | None, ...]
    """For a block that is a copy: the index of the block that stays."""
    scores: tuple[float, ...]
    """How likely each block is article text, 0 to 1."""

    def words(self, block: Block) -> int:
        """Return the number of words, by the script's measure."""
        return self.shapes.word_counts[block.index]

    def ends_sentence(self, block: Block) -> bool:
        """Return whether the block ends as a sentence does."""
        return self.shapes.ends_sentence[block.index]

    def is_prose(self, block: Block) -> bool:
        """Return whether the block reads like sentences: eight words or more, ended as a sentence."""
        return self.shapes.prose[block.index]

    def score(self, block: Block) -> float:
        """Return how likely the block is article text, 0 to 1."""
        return self.scores[block.index]

    def hit(self, block: Block) -> Hit | None:
        """Return the junk phrase that fills the block, if one does."""
        return self.hits[block.index]


def weigh(page: Page) -> Evidence:
    """Weigh every block of a page."""
    texts = [block.text for block in page.blocks]
    shapes = measure(texts)
    folded = tuple(fold(text) for text in texts)
    hits = tuple(match(line) if len(line) <= _MAX_PHRASE_CHARS else None for line in folded)
    prose = np.asarray(shapes.prose, dtype=bool)
    scores = np.where(prose, 0.9, 0.3)
    return Evidence(shapes, folded, hits, (None,) * len(texts), tuple(scores.tolist()))
