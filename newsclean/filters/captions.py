"""Captions: what stands under a picture, and who took it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from pydantic import Field

from newsclean.block import Block, Element, Mark, Page, Role
from newsclean.conventions.agencies import agency
from newsclean.evidence import Evidence
from newsclean.evidence.shapes import BRACKET, COLON, SEPARATOR
from newsclean.filters.base import Filter
from newsclean.folding import fold_lines
from newsclean.phrases import match_all

_NEAR: Final = 3
"""Elements, from the block's own upwards, whose hints speak of the block."""
_NO_CAPTION: Final = frozenset({"table", "thead", "tbody", "tr", "td", "th", "article", "main", "body"})
_MAX_CREDIT_WORDS: Final = 8
_MAX_CREDIT_LINE: Final = 25
_MAX_LINE: Final = 90
_SURE: Final = 0.8
"""A line that the scorer is so sure of stays, credit or not: "Graphics: 8 GB" in a test of laptops."""
_CLOSERS: Final = (")", "]", "）", "】", ").", "].")
_SHOT: Final = re.compile(
    r"\b(?:photo|foto|images?|pool|handout) ?/|/ ?(?:getty|afp photo|reuters photo)|getty images|shutterstock|istock"
)
_BRACKET: Final = re.compile(r"[(\[（【]([^()\[\]（）【】]{3,80})[)\]）】]\.?$")
_AFTER: Final = re.compile(r"[.!?…。！？][”’\"')»\]]* ([^\s.!?。！？:：][^.!?。！？:：]{1,30}[:：] ?[^:：]{2,60})$")
"""A short label, a colon and a few words after the last sentence."""


class Captions(Filter):
    """Picture captions and credits on lines of their own, by their label, their form, or their markup.

    Kept: a caption that says nothing of being one, a paragraph that ends with a credit and is longer than
    `max_words`, a source under a table, and texts of picture stories that are longer than a caption is.
    """

    name = "captions"
    max_words: int = Field(default=60, gt=0)
    """A longer block is no caption."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at captions and credits."""
        shapes, scores = evidence.shapes, evidence.scores
        words = shapes.word_counts
        # a credit's form has a bracket, a slash or a colon
        formed = shapes.having(BRACKET, SEPARATOR, COLON).tolist()
        known: dict[Element, Role | None] = {}
        found: list[tuple[Block, str, Role]] = []
        for block, hit, has_form in zip(page.blocks, evidence.hits, formed, strict=True):
            if (hit is None and block.element is None and not has_form) or words[block.index] > self.max_words:
                continue
            if hit is not None:
                role = _labelled(block, evidence, rest=len(hit.rest.split())) if hit.family == "credit" else None
                if role is not None and scores[block.index] < _SURE:
                    yield Mark(block, role, "line with a credit's label")
                continue
            if block.element is not None:
                role = _by_markup(block.element, known)
                # "credit" may also be what the story is about
                if role == "caption" or (role == "credit" and words[block.index] <= _MAX_CREDIT_LINE):
                    yield Mark(block, role, f"{role} by its markup")
                    continue
            if has_form and (formed_as := _by_form(block.text)) is not None and any(map(str.isalpha, formed_as[0])):
                found.append((block, *formed_as))
        pieces = [piece for _, piece, _ in found]
        for (block, piece, role), hit in zip(found, match_all(fold_lines(pieces)), strict=True):
            if (hit is not None and hit.family == "credit") or _is_shot(piece):
                yield Mark(block, role, "line with a picture's credit")


def _labelled(block: Block, evidence: Evidence, *, rest: int) -> Role | None:
    """Return the role of a line that a phrase knows for a credit, `rest` words long after its label."""
    if not rest and " " not in block.text:
        # "Photo" alone is as often an entry of a menu
        return None
    if rest <= _MAX_CREDIT_WORDS:
        return "credit"
    return "caption" if evidence.is_prose(block) or evidence.shapes.cut_off[block.index] else None


def _by_markup(element: Element, known: dict[Element, Role | None]) -> Role | None:
    """Return the role that the markup gives to an element's blocks; `known` remembers what was looked up."""
    if element in known:
        return known[element]
    role: Role | None = None
    for above in islice(element.ancestors(), _NEAR):
        if above.tag in _NO_CAPTION:
            break
        hints = above.hints
        # plain looks, for every element of every page comes by here
        if "credit" in hints or "photo-author" in hints or "image-source" in hints:
            role = "credit"
            break
        if above.tag == "figcaption" or "caption" in hints or "cutline" in hints or "photo-legend" in hints:
            role = "caption"
            break
    known[element] = role
    return role


def _by_form(text: str) -> tuple[str, Role] | None:
    """Return what may be a credit where captions have one, in brackets or after a label, and the line's role then."""
    if text.endswith(_CLOSERS):
        bracket = _BRACKET.search(text, max(0, len(text) - _MAX_LINE))
        if bracket is None:
            return None
        return bracket.group(1), "credit" if bracket.start() == 0 else "caption"
    if len(text) <= _MAX_LINE and "/" in text and _is_shot(text):
        return text, "credit"
    if ":" in text[-_MAX_LINE:] or "：" in text[-_MAX_LINE:]:
        label = _AFTER.search(text, max(0, len(text) - _MAX_LINE - 20))
        if label is not None:
            return label.group(1), "caption"
    return None


def _is_shot(text: str) -> bool:
    """Return whether a short text is a photographer and an agency: "Ana Ruiz/AFP", "AP Photo/Ana Ruiz"."""
    if _SHOT.search(text.casefold()):
        return True
    parts = text.strip("()[] .").split("/")
    if len(parts) == 1:
        return False
    named = [agency(part) for part in parts]
    return any(named) and not all(named) and all(len(part.split()) <= 4 for part in parts)  # noqa: PLR2004
