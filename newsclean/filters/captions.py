"""Captions: what stands under a picture, and who took it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from pydantic import Field

from newsclean.block import Block, Element, Mark, Page, Role
from newsclean.conventions.who.agencies import agencies, is_source
from newsclean.conventions.who.captionforms import (
    ends_as_han_caption,
    ends_with_agency,
    ends_with_pair,
    has_agency_sign,
    holder,
    names_agency,
    names_owner,
    owner,
    says_taken,
    signed_lines,
    tells_places,
)
from newsclean.conventions.who.picturecredits import (
    MIN_WORDS,
    is_shot,
    labelled_pieces,
    name_at_end,
    names_stock,
    piece_of,
)
from newsclean.evidence import Evidence
from newsclean.evidence.captioned import stated_role
from newsclean.evidence.shapes import BRACKET, COLON, IDEOGRAPH, SEPARATOR
from newsclean.evidence.slides import slides
from newsclean.filters.base import Filter
from newsclean.folding import fold_lines
from newsclean.phrases import Hit, match_all

_MAX_CREDIT_WORDS: Final = 8
_MAX_CREDIT_LINE: Final = 25
_MAX_ABOVE_WORDS: Final = 35
_LIKELY: Final = 0.5
_SURE: Final = 0.8
"""A line that the scorer is so sure of stays, credit or not: "Graphics: 8 GB" in a test of laptops."""
_MARKED: Final = 0.93
"""A sentence that scores so much is no caption, though the markup says so: of 22 on gold pages 18 are gold."""
_TOLD: Final = 0.96
"""A sentence that scores so much and ends with a name in brackets is a figure with its source."""
_QUOTES: Final = frozenset("\"“”„«»'‘’「『")
_CREDIT: Final = re.compile(
    r"(?:featured |header |cover |lead )?(?:image|photo|picture|video|graphic)s? credits?\b"
    r"|file (?:photo|image|picture):|(?:image|media|video|figure) (?:source|caption),"
)
"""Labels that are nothing but a credit's or a caption's."""
_TOLD_BELOW: Final = ("圖說:", "图说:")
"""Labels of what stands below a picture."""
_COMMAS: Final = (",", "،", "，")
"""What ends the labels that are printed for those who cannot see the picture: "Pie de foto, El barco …"."""
_OWN: Final = re.compile(r"[.!?…。！？][”\"»)]? ?[(\[（【][^()\[\]（）【】]+[)\]）】]\.?$")
"""The end of a credit's line that has a sentence before the name in brackets: the caption itself."""


class Captions(Filter):
    """Picture captions and credits on lines of their own, by their label, their form, or their markup; slides ("2/12").

    Kept: a caption that says nothing of being one and has no credit below it, a paragraph that ends with a credit and
    is longer than `max_words` or with a desk's sign-off ("(dpa/abc)"), a source under a table, texts of picture stories
    that are longer than a caption is, and slides that are the story.
    """

    name = "captions"
    max_words: int = Field(default=60, gt=0)
    """A longer block is no caption."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at captions and credits."""
        found = list(self._lines(page, evidence))
        yield from found
        yield from self._same_name(page, evidence)
        for lines in slides(page, evidence):
            for index in lines:
                yield Mark(page.blocks[index], "caption", "slide of a series of pictures")
        if page.kind == "text":
            yield from _above([mark.block.index for mark in found if mark.role == "credit"], page, evidence)
            yield from _signed(page, evidence)
            yield from _held(page, evidence)

    def _lines(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at the lines that their own words, form or markup give away."""
        scores, blocks, shapes = evidence.scores, page.blocks, evidence.shapes
        # a credit's form has a bracket, a slash or a colon
        bracketed = shapes.having(BRACKET)
        formed = bracketed | shapes.having(SEPARATOR, COLON)
        # without one, a Chinese or Japanese caption may be the whole story of a picture
        unformed = shapes.having(IDEOGRAPH)
        last = _last_sentence(evidence)
        known: dict[Element, Role | None] = {}
        found: list[tuple[Block, str, bool]] = []
        short = shapes.words <= self.max_words
        worth = _worth(page, evidence)
        for index in np.flatnonzero(short if page.kind == "html" else short & worth).tolist():
            block, text, score = blocks[index], blocks[index].text, scores[index]
            hit = evidence.hits[index]
            if hit is not None:
                role = _labelled(block, hit, evidence)
                if role is not None:
                    yield Mark(block, role, "line with a credit's label")
                if role is not None or not _is_of_name(hit, evidence.folded[index]):
                    continue
            role = _by_markup(block, evidence, known)
            is_open, is_inside = not shapes.ends_sentence[index], index < last
            if role is not None:
                yield Mark(block, role, f"{role} by its markup")
            elif not worth[index]:
                continue
            elif _is_owned(text, score, is_inside=is_inside):
                yield Mark(block, "caption", "line that ends with the owner of a picture")
            elif is_inside and shapes.sentences[index] == 1 and ends_with_agency(text):
                yield Mark(block, "caption", "sentence amid the story that ends with an agency")
            elif bracketed[index] and tells_places(text, is_open=is_open):
                yield Mark(block, "caption", "line that says who stands where, or how old a picture is")
            else:
                is_formed = formed[index] or names_stock(text)
                may_be_bare = unformed[index] and (score < _SURE or says_taken(text))
                piece = piece_of(text, is_open=is_open) if is_formed or may_be_bare else None
                found.extend([] if piece is None else [(block, piece, True)])
                found.extend((block, piece, False) for piece in labelled_pieces(text, is_open=is_open))
        yield from _credited(found)

    def _same_name(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at lines of which several end with the same name after their last sentence: who took the pictures."""
        shapes = evidence.shapes
        lasting = (shapes.words >= MIN_WORDS) & (shapes.words <= self.max_words) & (shapes.sentences > 0)
        named: dict[str, list[Block]] = {}
        for index in np.flatnonzero(lasting & ~np.asarray(shapes.ends_sentence, dtype=bool)).tolist():
            name = name_at_end(page.blocks[index].text)
            if name is not None:
                named.setdefault(name, []).append(page.blocks[index])
        for blocks in named.values():
            # the same line twice is the headline of a teaser
            if len({block.text for block in blocks}) > 1:
                for block in blocks:
                    yield Mark(block, "caption", f"one of {len(blocks)} lines that end with the same name")


def _worth(page: Page, evidence: Evidence) -> npt.NDArray[np.bool_]:
    """Return whether each line has what a caption's words or form cannot do without: a phrase, a mark or a sign."""
    shapes = evidence.shapes
    worth = shapes.having(BRACKET, SEPARATOR, COLON, IDEOGRAPH)
    worth |= (shapes.sentences > 0) & ~np.asarray(shapes.ends_sentence, dtype=bool)
    worth[[*evidence.hit_lines, *signed_lines([block.text for block in page.blocks])]] = True
    return worth


def _above(credits_: Sequence[int], page: Page, evidence: Evidence) -> Iterator[Mark]:
    """Point at the sentences right above credits of pictures, those that the scorer is sure of left out.

    A credit below the story is for all of its pictures; where one stands below a long paragraph, none has a caption.
    """
    shapes, last = evidence.shapes, _last_sentence(evidence)
    above_all = [index - 1 for index in credits_ if index]
    if any(shapes.prose[above] and shapes.words[above] > _MAX_ABOVE_WORDS for above in above_all):
        return
    for index in credits_:
        above = index - 1
        if (
            above >= 0
            and index < last
            and shapes.prose[above]
            and shapes.words[above] <= _MAX_ABOVE_WORDS
            and evidence.scores[above] < _SURE
            and evidence.hits[above] is None
            and not is_source(evidence.folded[index])
            # a credit with the caption on its line has none above
            and shapes.words[index] <= _MAX_CREDIT_WORDS
            and (evidence.hits[index] is None or not _OWN.search(page.blocks[index].text))
        ):
            yield Mark(page.blocks[above], "caption", "sentence above a picture's credit")


def _signed(page: Page, evidence: Evidence) -> Iterator[Mark]:
    """Point at sentences with a line below that only names an owner, and at that line.

    Of 30 such sentences on gold dumps one is of the story.
    """
    last = _last_sentence(evidence)
    for index in _sentences_amid(evidence, _MARKED):
        if index + 1 < last and evidence.hits[index] is None and names_owner(page.blocks[index + 1].text):
            yield Mark(page.blocks[index], "caption", "sentence above the owner of a picture")
            yield Mark(page.blocks[index + 1], "credit", "owner of a picture")


def _held(page: Page, evidence: Evidence) -> Iterator[Mark]:
    """Point at sentences that end with who holds the picture: "... on the quay. (Valley Press)".

    An agency signs a paragraph so, too, and a word says more of it, but not on a page where others hold pictures.
    """
    texts = ((index, page.blocks[index].text) for index in _sentences_amid(evidence, _TOLD))
    # behind a quotation stands who said it
    found = {index: name for index, text in texts if text[0] not in _QUOTES and (name := holder(text)) is not None}
    if any(not agencies(name) and (" " in name or name.isupper()) for name in found.values()):
        for index in found:
            yield Mark(page.blocks[index], "caption", "sentence that ends with who holds the picture")


def _sentences_amid(evidence: Evidence, max_score: float) -> Iterator[int]:
    """Yield the positions of the single sentences amid the story that score less, short enough for a caption."""
    shapes, last = evidence.shapes, _last_sentence(evidence)
    for index in evidence.prose_lines:
        if (
            index < last
            and shapes.sentences[index] == 1
            and MIN_WORDS < shapes.words[index] <= _MAX_ABOVE_WORDS
            and evidence.scores[index] < max_score
        ):
            yield index


def _last_sentence(evidence: Evidence) -> int:
    """Return the position of the last likely sentence of the page, -1 where none is."""
    return max((index for index in evidence.prose_lines if evidence.scores[index] >= _LIKELY), default=-1)


def _credited(found: Sequence[tuple[Block, str, bool]]) -> Iterator[Mark]:
    """Point at the lines of which a piece is a credit, by its words or, if that may be, by its form alone."""
    hits = match_all(fold_lines([piece for _, piece, _ in found]))
    for (block, piece, may_be_form), hit in zip(found, hits, strict=True):
        is_credit = may_be_form and is_shot(piece) if hit is None else hit.family == "credit"
        # "(dpa/abc)" is the desk's sign-off: the end of a story, not of a caption
        if is_credit and not agencies(piece):
            is_whole = block.text.strip("()[]（）【】.") == piece.strip("()[]（）【】.")
            yield Mark(block, "credit" if is_whole else "caption", "line with a picture's credit")


def _labelled(block: Block, hit: Hit, evidence: Evidence) -> Role | None:
    """Return the role of a line that a phrase knows, if it is for a credit and the scorer is not sure of the line."""
    folded = evidence.folded[block.index]
    if folded.startswith(_TOLD_BELOW):
        return "caption"
    sure = _CREDIT.match(folded) is not None or folded[: folded.find(hit.rest)].rstrip().endswith(_COMMAS)
    if evidence.score(block) >= _SURE and not sure:
        return None
    rest = len(hit.rest.split())
    # "Photo" alone is as often an entry of a menu
    if hit.family != "credit" or (not rest and " " not in block.text):
        return None
    if rest <= _MAX_CREDIT_WORDS:
        return "credit"
    return "caption" if sure or evidence.is_prose(block) or evidence.shapes.cut_off[block.index] else None


def _by_markup(block: Block, evidence: Evidence, known: dict[Element, Role | None]) -> Role | None:
    """Return the role that the markup gives a line, unless the scorer is sure of it; `known` as in `stated_role`."""
    role, score, words = stated_role(block.element, known), evidence.score(block), evidence.words(block)
    if role == "credit" and (score >= _SURE or words > _MAX_CREDIT_LINE):
        return None
    # the story of a gallery, or all of a short one
    return None if score >= _MARKED and words >= MIN_WORDS else role


def _is_of_name(hit: Hit, folded: str) -> bool:
    """Return whether a credit's phrase fills a line with a name from its start: a caption may be in that name."""
    return hit.family == "credit" and bool(hit.rest) and folded.startswith(hit.rest)


def _is_owned(text: str, score: float, *, is_inside: bool) -> bool:
    """Return whether a line ends with who owns the picture; an agency may own the story that ends there as well."""
    by = owner(text)
    if by is not None:
        return is_inside or score < _SURE or (score < _MARKED and not agencies(by))
    if has_agency_sign(text) or (score < _MARKED and ends_as_han_caption(text)):
        return True
    return (is_inside or score < _SURE) and (names_agency(text) or ends_with_pair(text))
