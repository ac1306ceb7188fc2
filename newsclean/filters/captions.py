"""Captions: what stands under a picture, and who took it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from pydantic import Field

from newsclean.block import Block, Element, Mark, Page, Role
from newsclean.conventions.agencies import agencies, agency
from newsclean.conventions.credits import is_name
from newsclean.evidence import Evidence
from newsclean.evidence.captioned import stated_role
from newsclean.evidence.shapes import BRACKET, COLON, IDEOGRAPH, SEPARATOR
from newsclean.filters.base import Filter
from newsclean.folding import fold_lines
from newsclean.phrases import Hit, match_all

_MAX_CREDIT_WORDS: Final = 8
_MAX_CREDIT_LINE: Final = 25
_MAX_LINE: Final = 90
_SURE: Final = 0.8
"""A line that the scorer is so sure of stays, credit or not: "Graphics: 8 GB" in a test of laptops."""
_CLOSERS: Final = (")", "]", "）", "】", ").", "].")
_STOCK: Final = ("Getty Images", "Shutterstock", "iStock", "File photo", "File Photo", "file photo")
_SHOT: Final = re.compile(
    r"\b(?:photo|foto|images?|pool|handout) ?/|/ ?(?:getty|afp photo|reuters photo)|getty images|shutterstock|istock"
)
_BRACKET: Final = re.compile(r"[(\[（【]([^()\[\]（）【】]{3,80})[)\]）】]\.?$")
_AFTER: Final = re.compile(r"[.!?…。！？][”’\"')»\]]* ([^\s.!?。！？:：][^.!?。！？:：]{1,30}[:：] ?[^:：]{2,60})$")
"""A short label, a colon and a few words after the last sentence."""
_LABEL: Final = re.compile(r"\S ([^\W\d_][^\s:：]{1,20}[:：] ?([^:：!?。]{2,60}))$")
"""A label of one word and a few words, whatever stands before."""
_TAIL: Final = re.compile(r"[.!?…。！？][”’\"')»\]]* ((?:[^.!?。！？:：]|(?<=\b[^\W\d_])\.){4,60})$")
"""A few words after the last sentence; the dot of an initial ends none."""
_PARTED: Final = re.compile(r" [|–—/-] ?([^\W\d_][^:：|–—]{1,24}[:：] ?[^:：!?。]{2,60})$")
"""A label and a few words after a sign that parts them from the caption."""
_MAX_EQUAL: Final = 24
_EQUAL: Final = re.compile(r"[^。！？.!?\s][=＝]([^=＝]{2,20})$")
"""As Japanese captions end; where a sentence has ended before it, the agency's sign closes the story."""
_CREDIT: Final = re.compile(r"(?:featured |header |cover |lead )?(?:image|photo|picture|video|graphic)s? credits?\b")
"""Labels that are nothing but a credit's."""
_BODIES: Final = re.compile(r" ?/ ?| for | via ")
"""What stands between who took a picture and for whom."""
_MIN_NAMED_WORDS: Final = 6
"""Words of a caption before the name."""
_OWNER: Final = re.compile(r"[^\s©] ?[\s.!?…。”\"»)\]|—–-]©\s?(?!\d|copyright)([^\W\d_][^©.!?]{1,60})$", re.IGNORECASE)
"""A copyright sign and a name at a line's end; with a year it is the page's."""


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
        shapes, scores, blocks = evidence.shapes, evidence.scores, page.blocks
        words, is_html = shapes.word_counts, page.kind == "html"
        # a credit's form has a bracket, a slash or a colon
        formed = shapes.having(BRACKET, SEPARATOR, COLON)
        looked = shapes.words <= self.max_words
        if not is_html:
            signed = [block.index for block in blocks if "©" in block.text or block.text.endswith(_STOCK)]
            some = formed | (shapes.counts[:, IDEOGRAPH] > 0)
            some[[*evidence.hit_lines, *signed]] = True
            looked &= some
        known: dict[Element, Role | None] = {}
        found: list[tuple[Block, str, Role]] = []
        for index in np.flatnonzero(looked).tolist():
            block, score = blocks[index], scores[index]
            text, hit = block.text, evidence.hits[index]
            if hit is not None:
                role = _labelled(block, hit, evidence)
                if role is not None and (score < _SURE or _CREDIT.match(evidence.folded[index])):
                    yield Mark(block, role, "line with a credit's label")
                continue
            role = stated_role(block.element, known) if is_html else None
            if role == "caption" or (role == "credit" and words[index] <= _MAX_CREDIT_LINE and score < _SURE):
                yield Mark(block, role, f"{role} by its markup")
            elif _is_owned(text, score):
                yield Mark(block, "caption", "line that ends with the owner of a picture")
            elif formed[index] or text.endswith(_STOCK):
                formed_as = _by_form(text, is_open=not shapes.ends_sentence[index])
                if formed_as is not None and any(map(str.isalpha, formed_as[0])):
                    found.append((block, *formed_as))
        yield from _credited(found)
        yield from self._same_name(page, evidence)

    def _same_name(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at lines of which several end with the same name after their last sentence: who took the pictures."""
        shapes = evidence.shapes
        lasting = (shapes.words >= _MIN_NAMED_WORDS) & (shapes.words <= self.max_words) & (shapes.sentences > 0)
        named: dict[str, list[Block]] = {}
        for index in np.flatnonzero(lasting & ~np.asarray(shapes.ends_sentence, dtype=bool)).tolist():
            text = page.blocks[index].text
            tail = _TAIL.search(text, max(0, len(text) - _MAX_LINE))
            if (
                tail is not None
                and len(text[: tail.start()].split()) >= _MIN_NAMED_WORDS
                and any(map(is_name, _BODIES.split(tail.group(1))))
            ):
                named.setdefault(tail.group(1), []).append(page.blocks[index])
        for name, blocks in named.items():
            # the same line twice is the headline of a teaser
            if len({block.text for block in blocks}) > 1 and not agencies(name):
                for block in blocks:
                    yield Mark(block, "caption", f"one of {len(blocks)} lines that end with the same name")


def _credited(found: Sequence[tuple[Block, str, Role]]) -> Iterator[Mark]:
    """Point at the lines of which a piece is a picture's credit; all pieces of a page are looked up together."""
    for (block, piece, role), hit in zip(found, match_all(fold_lines([piece for _, piece, _ in found])), strict=True):
        # "(dpa/abc)" is the desk's sign-off: the end of a story, not of a caption
        if (_is_shot(piece) if hit is None else hit.family == "credit") and not agencies(piece):
            yield Mark(block, role, "line with a picture's credit")


def _labelled(block: Block, hit: Hit, evidence: Evidence) -> Role | None:
    """Return the role of a line that a phrase knows, if it is for a credit."""
    rest = len(hit.rest.split())
    # "Photo" alone is as often an entry of a menu
    if hit.family != "credit" or (not rest and " " not in block.text):
        return None
    if rest <= _MAX_CREDIT_WORDS:
        return "credit"
    return "caption" if evidence.is_prose(block) or evidence.shapes.cut_off[block.index] else None


def _is_owned(text: str, score: float) -> bool:
    """Return whether a line ends with a copyright sign and a name, or in Japanese with "=" and an agency."""
    if "©" in text:
        owner = _OWNER.search(text, max(0, len(text) - _MAX_LINE))
        # an agency may own the story as well
        return owner is not None and (score < _SURE or not agencies(owner.group(1)))
    equal = _EQUAL.search(text, max(0, len(text) - _MAX_EQUAL)) if "=" in text or "＝" in text else None
    return equal is not None and bool(agencies(equal.group(1)))


def _by_form(text: str, *, is_open: bool) -> tuple[str, Role] | None:
    """Return what may be a credit where captions have one, in brackets or after a label, and the line's role then.

    `is_open` says that the line does not end as a sentence does.
    """
    if text.endswith(_CLOSERS):
        bracket = _BRACKET.search(text, max(0, len(text) - _MAX_LINE))
        return (bracket.group(1), "credit" if bracket.start() == 0 else "caption") if bracket is not None else None
    if len(text) <= _MAX_LINE and "/" in text and _is_shot(text):
        return text, "credit"
    piece = _last_piece(text, max(0, len(text) - _MAX_LINE - 20), is_open=is_open)
    return (piece, "caption") if piece is not None else None


def _last_piece(text: str, start: int, *, is_open: bool) -> str | None:
    """Return what stands after the last sentence or with a label of its own, looked for from `start` on."""
    if ":" in text[start:] or "：" in text[start:]:
        if (label := _AFTER.search(text, start)) is not None:
            return label.group(1)
        if (label := _PARTED.search(text, start)) is not None:
            return label.group(1)
        label = _LABEL.search(text, start) if is_open else None
        return label.group(1) if label is not None and _names_who(label.group(2)) else None
    tail = _TAIL.search(text, start) if is_open else None
    if tail is not None and (" " in tail.group(1) or _SHOT.search(tail.group(1).casefold())):
        return tail.group(1)
    return None


def _names_who(text: str) -> bool:
    """Return whether a text starts with a first and a last name: "Ana Ruiz/Valley Press"."""
    name = text.split("/", maxsplit=1)[0].strip(" .")
    return " " in name and is_name(name)


def _is_shot(text: str) -> bool:
    """Return whether a short text is a photographer and an agency: "Ana Ruiz/AFP", "AP Photo/Ana Ruiz"."""
    if _SHOT.search(text.casefold()):
        return True
    parts = text.strip("()[] .").split("/")
    if len(parts) == 1:
        return False
    named = [agency(part) for part in parts]
    return any(named) and not all(named) and all(len(part.split()) <= 4 for part in parts)  # noqa: PLR2004
