"""Weighing: a page in; shapes, phrase hits, copies, words, the feature table and a score for each block out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from newsclean.block import Block, InputKind, Page
from newsclean.conventions.headlines import bodyrun
from newsclean.conventions.who.bylinegate import may_be_bylines
from newsclean.evidence.captioned import text_stays
from newsclean.evidence.contents import contents
from newsclean.evidence.context import main_run
from newsclean.evidence.groups import Groups, group
from newsclean.evidence.quality import best_cut, page_doubt
from newsclean.evidence.scorer import Scorer, shipped
from newsclean.evidence.shapes import Floats, Shapes, measure
from newsclean.evidence.standfirst import standfirsts
from newsclean.evidence.table import table
from newsclean.evidence.twins import find_twins
from newsclean.evidence.words import Vocabulary, read_words
from newsclean.folding import fold_lines
from newsclean.phrases import Hit, match_all
from newsclean.witness import testify

LOWEST_CUTS: dict[InputKind, float] = {"html": 0.25, "text": 0.3}
"""On cross-validated scores a lower cut takes in more of other stories than it saves of the article."""
NOTHING_WORDS = 30
NOTHING_CUT = 0.05
"""The lowest cut of a page of which fewer words would stay, if it keeps so many: what is likeliest on a page that looks
like no other. Of the 261 words so kept on two gold dumps 257 are gold, and else 156 of 301."""
DOUBTFUL_QUALITY = 0.25
MOSTLY_PROSE = 0.8
PROSE_CUT = 0.1
"""The cut of a page of such quality at most, of whose words such a share is in sentences: leaving it alone does less
harm than choosing wrong. On gold texts that an extractor had been over it saves three times what it lets through."""
LONG_PARAGRAPH_WORDS = 40
MOSTLY_KEPT = 0.7
LIFTED_SCORE = 0.5
"""In a dump of such quality the stretch of the page that holds most of its sentences scores so much at least, where its
paragraphs have so many words on average and less than this share would stay: of 10,990 such words on gold dumps 9,766
are gold."""
MAX_DOUBT = 0.4
"""Above this doubt the witness is asked: on about one page in forty, where it is right more often than we are."""
SURE_SCORE = 0.7
"""What the first sentence of a story scores at least."""
STATED_SCORE = 0.9
"""What a sentence scores at least that structured data quotes as the article's: of such lines 19 in 20 are."""
STANDFIRST_SCORE = 0.6
"""What a line below the headline scores at least that the markup calls the standfirst: it stays in the text."""
HEADING_SCORE = 0.6
"""What a line scores at least that a table of contents names and that has a paragraph below it."""
_TITLES = ("og:title", "twitter:title", "title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """What can be said of a page's blocks before any is scored."""

    shapes: Shapes
    folded: tuple[str, ...]
    hits: tuple[Hit | None, ...]
    twins: tuple[int | None, ...]
    contents: tuple[tuple[int, int], ...]
    vocabulary: Vocabulary
    groups: Groups
    table: Floats
    witnesses: tuple[str, ...]
    """Title, description and article body as the markup has them, folded; empty where it says nothing."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """What is known of each block of a page, by block index."""

    shapes: Shapes
    folded: tuple[str, ...]
    """The comparison key of each block."""
    hits: tuple[Hit | None, ...]
    """The junk phrase that fills the block, if one does."""
    twins: tuple[int | None, ...]
    """For a block that is a copy: the index of the block that stays."""
    contents: tuple[tuple[int, int], ...]
    """The entries of tables of contents, each with the heading that it names."""
    scores: tuple[float, ...]
    """How likely each block is article text, 0 to 1."""
    cut: float
    """The score from which blocks of this page are best kept: 0.5, and less where the page is in doubt."""
    quality: float
    """How likely what the scores keep has a four-word-shingle F1 of 0.95 or more, 0 to 1."""

    @cached_property
    def run(self) -> range:
        """The run of blocks that holds most of the article by their scores and words."""
        return range(*main_run(np.asarray(self.scores, dtype=np.float32), self.shapes.words))

    @cached_property
    def hit_lines(self) -> tuple[int, ...]:
        """The positions of the lines that a junk phrase fills: few, and what most filters look at."""
        return tuple([index for index, hit in enumerate(self.hits) if hit is not None])

    @cached_property
    def prose_lines(self) -> tuple[int, ...]:
        """The positions of the blocks that read like sentences."""
        return tuple([index for index, is_prose in enumerate(self.shapes.prose) if is_prose])

    @cached_property
    def sentences(self) -> tuple[int, int]:
        """The first and the last block of the stretch that holds most of the sentences and little else."""
        return bodyrun.main_run(self.shapes.chars, bodyrun.story_prose(self.shapes.prose, self.hits))

    @cached_property
    def story(self) -> tuple[int, int]:
        """`sentences`, from the first that the scorer is sure of: guides and lists have many short lines."""
        start, end = self.sentences
        scores, hits = self.scores, self.hits
        first = (index for index in self.prose_lines if scores[index] >= SURE_SCORE and hits[index] is None)
        return min(start, next(first, start)), end

    @cached_property
    def may_be_bylines(self) -> frozenset[int]:
        """The positions of the lines that may be bylines: what filters and fields read names from."""
        return may_be_bylines(self.folded)

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


def signs(page: Page) -> Signs:
    """Measure every block of a page and fill its feature table."""
    texts = [block.text for block in page.blocks]
    shapes = measure(texts)
    keys = fold_lines([*texts, *_witnesses(page)])
    folded = keys[: len(texts)]
    hits = match_all(folded)
    twins = find_twins(folded, texts, shapes.prose)
    if page.kind == "html":
        twins = text_stays(twins, page.blocks)
    vocabulary = read_words(keys)
    groups = group(page)
    filled = table(page, shapes, folded, hits, twins, vocabulary, groups)
    listed = tuple(contents(folded, shapes.word_counts, shapes.prose))
    return Signs(shapes, folded, hits, twins, listed, vocabulary, groups, filled, keys[len(texts) :])


def weigh(page: Page, *, scorer: Scorer | None = None) -> Evidence:
    """Weigh every block of a page, by the shipped scorer of its kind unless another is given."""
    found = signs(page)
    shapes = found.shapes
    scorer = scorer or shipped(page.kind)
    scores = scorer.score(found.table, shapes.words, found.vocabulary, found.groups)
    if page.kind == "html" and page_doubt(scores, shapes.words) > MAX_DOUBT:
        testimony = testify(page)
        if testimony is not None:
            scores = scorer.hear(scores, testimony.verdicts(found.folded))
    _lift(page, found, scores)
    prose = np.asarray(shapes.prose, dtype=np.float32)
    quality = scorer.quality(scores, shapes.words, prose)
    for copy, twin in enumerate(found.twins):
        if twin is not None:
            # what speaks for either copy speaks for the one that stays
            scores[twin] = max(scores[twin], scores[copy])
    cut = best_cut(scores, shapes.words, LOWEST_CUTS[page.kind])
    if shapes.words[scores >= cut].sum() < NOTHING_WORDS:
        lower = best_cut(scores, shapes.words, NOTHING_CUT)
        cut = lower if shapes.words[scores >= lower].sum() >= NOTHING_WORDS else cut
    if quality < DOUBTFUL_QUALITY and shapes.words @ prose > MOSTLY_PROSE * shapes.words.sum():
        cut = min(cut, PROSE_CUT)
    if quality < DOUBTFUL_QUALITY and page.kind == "text":
        for index in _lost_stretch(found, scores, cut):
            scores[index] = max(scores[index], LIFTED_SCORE)
    return Evidence(shapes, found.folded, found.hits, found.twins, found.contents, tuple(scores.tolist()), cut, quality)


def _lift(page: Page, found: Signs, scores: Floats) -> None:
    """Raise the scores of what the page itself calls its article: stated sentences, listed headings, its standfirst."""
    title, description, stated = found.witnesses
    for _, heading in found.contents:
        scores[heading] = max(scores[heading], HEADING_SCORE)
    if stated:
        for index, line in enumerate(found.folded):
            if found.shapes.prose[index] and line in stated:
                scores[index] = max(scores[index], STATED_SCORE)
    if page.kind == "html":
        start, _ = main_run(scores, found.shapes.words)
        for index in standfirsts(page, found.folded, found.shapes.word_counts, title, description, start):
            scores[index] = max(scores[index], STANDFIRST_SCORE)


def _lost_stretch(found: Signs, scores: Floats, cut: float) -> list[int]:
    """Return the positions of the long paragraphs that stand together and that the scores would mostly drop."""
    shapes, hits = found.shapes, found.hits
    first, last = bodyrun.main_run(shapes.chars, bodyrun.story_prose(shapes.prose, hits))
    stretch = range(len(hits))[first : last + 1]
    paragraphs = [index for index in stretch if shapes.prose[index] and hits[index] is None]
    words = sum(shapes.word_counts[index] for index in paragraphs)
    kept = sum(shapes.word_counts[index] for index in paragraphs if scores[index] >= cut)
    if words < LONG_PARAGRAPH_WORDS * len(paragraphs) or kept >= MOSTLY_KEPT * words:
        return []
    # offers to subscribe are printed more than once amid a story; of a body printed twice every paragraph is
    printed = Counter(found.folded)
    single = [index for index in paragraphs if printed[found.folded[index]] == 1]
    return single if 2 * sum(shapes.word_counts[index] for index in single) >= words else paragraphs


def _witnesses(page: Page) -> Iterator[str]:
    """Yield what the markup gives as title, description and article body; empty where it says nothing."""
    meta = dict(reversed(page.metadata.meta))
    yield next((meta[name] for name in _TITLES if meta.get(name)), page.metadata.title or "")
    yield next((meta[name] for name in _DESCRIPTIONS if meta.get(name)), "")
    yield next((body for item in page.metadata.json_ld if (body := _body(item))), "")


def _body(item: Mapping[str, object]) -> str:
    """Return the body of an article, or of a live blog's entries, as its JSON-LD has it; empty where it has none."""
    body = item.get("articleBody")
    if isinstance(body, str):
        return body
    entries = item.get("liveBlogUpdate")
    stated = (
        [entry.get("articleBody") for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    )
    return " ".join(body for body in stated if isinstance(body, str))
