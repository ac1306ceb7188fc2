"""Dateline and agencies: the head and the end of the story, its bylines and sign-offs in; place and credit out."""

from collections.abc import Iterator, Sequence

from newsclean.article import Author, Dateline, FieldSource
from newsclean.block import Block
from newsclean.conventions.where.datelineparts import DatelineParts
from newsclean.conventions.where.datelines import closing_agencies, read_dateline
from newsclean.conventions.who.agencies import agencies, agency
from newsclean.conventions.who.signoffs import read_signoff
from newsclean.fields.view import Reading, View

_HEAD_BLOCKS = 3
"""A standfirst or a note may stand before the paragraph with the dateline."""


def read_place(view: View, authors: tuple[Author, ...]) -> Reading:
    """Read the dateline and the agencies; both stay in the text."""
    values: dict[str, object] = {}
    sources: list[FieldSource] = []
    credited: dict[str, None] = {}
    body = view.sifted.body
    for block, found in datelines(body):
        if found.places:
            values["dateline"] = Dateline(places=found.places, date=found.date, agency=found.agency, raw=found.raw)
            sources.append(FieldSource(field="dateline", where=f"block {block.index}", raw=found.raw, confidence=0.9))
        if found.agency:
            credited[found.agency] = None
    for author in authors:
        if author.kind == "organization" and (named := agency(author.name)):
            credited[named] = None
    printed, claims = _printed(view)
    credited |= dict.fromkeys(printed)
    for block in body[-2:]:
        credited |= dict.fromkeys(closing_agencies(block.text))
    if credited:
        values["agencies"] = tuple(credited)
    return Reading(values, tuple(sources), claims)


def datelines(body: Sequence[Block]) -> Iterator[tuple[Block, DatelineParts]]:
    """Yield the first dateline at the head of the story, if there is one, and the block it stands in."""
    for block in body[:_HEAD_BLOCKS]:
        found = read_dateline(block.text)
        if found is not None:
            yield block, found
            return


def _printed(view: View) -> tuple[list[str], dict[int, str]]:
    """Return the agencies that the story's bylines and sign-offs name, and the blocks that are nothing else.

    What stands further away is the byline of another story.
    """
    credited: list[str] = []
    claims: dict[int, str] = {}
    first, last = view.reach()
    for verdict in view.sifted.verdicts[first : last + 1]:
        if verdict.role == "byline" and (named := agencies(verdict.block.text)):
            claims[verdict.block.index] = "agencies"
            credited.extend(named)
        elif verdict.role == "signoff" and (signoff := read_signoff(verdict.block.text)) is not None:
            credited.extend(signoff.agencies)
    return credited, claims
