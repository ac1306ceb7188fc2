"""Printed authors: the byline at the head or the end of a story, and the sign-off below it, in; who is named, out."""

import re
from dataclasses import replace
from typing import Final

from newsclean.article import Author
from newsclean.block import Block
from newsclean.conventions.headlines.titles import squash
from newsclean.conventions.when.timestamps import timestamp_kind
from newsclean.conventions.where.datelines import read_dateline
from newsclean.conventions.who.bios import about
from newsclean.conventions.who.bylinebox import below_details
from newsclean.conventions.who.bylinedates import is_dated
from newsclean.conventions.who.bylineextras import BREAK
from newsclean.conventions.who.bylinemarks import is_label, is_newsroom
from newsclean.conventions.who.bylines import Byline, read_byline, read_labelled
from newsclean.conventions.who.credits import is_name, is_team
from newsclean.conventions.who.signoffs import read_signoff
from newsclean.fields.credited import MARKED, FoundAuthors, author_of, each_once
from newsclean.fields.lonenames import is_common, lone_names
from newsclean.fields.storycredits import story_credits
from newsclean.fields.view import View

_MAX_BARE_WORDS: Final = 5
_MAX_CREDIT_CHARS: Final = 80
_PICTURES: Final = re.compile(
    r"(?:photographs|photographed|photography|photos|pictures|images|illustrations?|fotos|fotografías|photographies)"
    r" (?:and video )?(?:by|de|von)\s*:?\s+",
    re.IGNORECASE,
)
_STORY_WORDS: Final = 5
"""Words behind a dateline, most of them in lower case, that are no name and no calling."""
_TEAM_REACH: Final = 4
"""So near below the headline, the name of a team is a byline."""


def printed_authors(view: View) -> FoundAuthors | None:
    """Return the authors of the byline that the page prints: at its head, else at its end."""
    head = list(view.head())
    below = [block for block in head if view.headline_at is not None and block.index > view.top]
    above = head[: len(head) - len(below)]
    marked = [block for block in head if block.index in view.evidence.may_be_bylines]
    # an agency's name above the headline is the page's, where a byline below says who wrote
    under = [block for block in below if block.index in view.evidence.may_be_bylines]
    helpers: FoundAuthors | None = None
    bodies: FoundAuthors | None = None
    for blocks in (under, marked, below, above, list(view.page.blocks[view.end + 1 : view.reach()[1]])):
        found = _read_lines(view, [block for block in blocks if helpers is None or block.index not in helpers.blocks])
        people = found is not None and any(author.kind == "person" for author in found.authors)
        if found is None or (blocks is under and not people):
            continue
        if not (people or any(is_team(author.name) for author in found.authors)):
            # people whom the story or a line of its own names are believed before an outlet
            bodies = bodies or found
            continue
        if any(author.role == "reporter" for author in found.authors):
            return found if helpers is None else _with(found, helpers)
        helpers = helpers or found
    lone = lone_names(view)
    for found in (*story_credits(view), *(each for each in (lone, bodies) if each is not None)):
        if any(author.role == "reporter" for author in found.authors):
            return found if helpers is None else _with(found, helpers)
        helpers = helpers or found
    return helpers or _read_lines(view, _further(view))


def _further(view: View) -> list[Block]:
    """Return the bylines amid the story and below it; far below, "By Jane Doe" and an agency are of other stories."""
    _, last = view.reach()
    found = [verdict.block for verdict in view.sifted.verdicts[view.start + 1 :] if verdict.role == "byline"]
    return [block for block in found if block.index <= last or read_byline(block.text) is None]


def _with(writers: FoundAuthors, helpers: FoundAuthors) -> FoundAuthors:
    """Return who wrote and, behind them, who edited or checked it, of another line."""
    return replace(
        writers,
        authors=each_once((*writers.authors, *helpers.authors)),
        blocks=tuple(sorted({*writers.blocks, *helpers.blocks})),
    )


def _read_lines(view: View, blocks: list[Block]) -> FoundAuthors | None:
    """Return the authors of the first lines that are bylines and stand together."""
    authors: list[Author] = []
    lines: list[Block] = []
    first = ""
    for block in blocks:
        if lines and block.index - lines[-1].index > 2:  # noqa: PLR2004 - the names of one box stand together
            break
        if view.evidence.is_prose(block) or len(block.text) > 160:  # noqa: PLR2004
            continue
        if first == "none" and timestamp_kind(block.text) is not None:
            # what stands below the date of a name is a row of buttons
            break
        byline = _byline(view, block)
        if byline is None or (first and byline.marked != first):
            continue
        first = byline.marked
        lines.append(block)
        authors.extend(author_of(credit) for credit in byline.credits)
        if below := _photographers(view, block):
            authors.extend(below)
            lines.append(view.page.blocks[block.index + 1])
            break
        if first == "weak":
            break
    unique = each_once(authors)
    if not unique:
        return None
    return FoundAuthors(
        unique,
        f"block {lines[0].index}",
        " ".join(line.text for line in lines),
        0.6 if first == "none" else MARKED,
        tuple(line.index for line in lines),
        complete=first == "weak",
    )


def _photographers(view: View, byline: Block) -> list[Author]:
    """Return whom the line below a byline credits with the pictures: "Photographs by Jane Doe"."""
    for below in view.page.blocks[byline.index + 1 : byline.index + 2]:
        if len(below.text) <= _MAX_CREDIT_CHARS and (marked := _PICTURES.match(below.text)):
            named = read_byline(below.text[marked.end() :], bare=True)
            return [author_of(replace(credit, role="photographer")) for credit in named.credits] if named else []
    return []


def _byline(view: View, block: Block) -> Byline | None:
    """Return the byline that a line near the headline is; a bare name needs a witness."""
    if view.beside_picture(block.index) or _heads_comment(view, block):
        return None
    if block.index in view.evidence.may_be_bylines and (marked := read_byline(block.text)) is not None:
        return marked
    role = view.role(block.index)
    if role not in ("byline", "unlikely", None, "bio"):
        return None
    # where a line stands is told faster than whether it is a name
    boxed = role == "byline" or _is_box(view, block)
    if not (boxed or _may_be_noted(view, block)):
        return None
    labelled = role == "byline" and block.index > 0 and is_label(view.page.blocks[block.index - 1].text)
    bare = read_labelled(block.text) if labelled else read_byline(block.text, bare=True)
    if bare is None or _is_other(view, block, bare):
        return None
    return bare if boxed or _is_noted(view, block) else None


def _heads_comment(view: View, block: Block) -> bool:
    """Return whether a reader's comment stands right below a line."""
    below = view.page.blocks[block.index + 1 : block.index + 3]
    return any(view.role(other.index) == "comment" and view.evidence.is_prose(other) for other in below)


def _is_other(view: View, block: Block, bare: Byline) -> bool:
    """Return whether a line that could be a bare name is too long for one, or known to be something else."""
    if len(block.text.split()) > _MAX_BARE_WORDS * len(bare.credits) + 8 and not _is_lone_part(block.text, bare):
        return True
    # date and sections, "12 March 2024/Wellness/Family", or a picture's credit, "Jane Doe/AFP"
    credited = len(bare.credits) > 1 and any(credit.kind == "organization" for credit in bare.credits)
    if "/" in block.text and (credited or is_dated(block.text)) and not _is_parted(block.text):
        return True
    if block.index and is_newsroom(view.page.blocks[block.index - 1].text):
        # the place that the newsroom writes from
        return True
    if bare.marked == "none" and _opens_story(block.text):
        return True
    first = bare.credits[0]
    return squash(first.name) == view.title_key or (first.kind == "person" and is_common(view, first.name))


def _is_lone_part(text: str, bare: Byline) -> bool:
    """Return whether signs part a name from a date on its line: "Jane Doe · Courier · Posted: Mar 5, 2024"."""
    first, *further = BREAK.split(text)
    return first == bare.credits[0].name and any(map(is_dated, further))


def _is_parted(text: str) -> bool:
    """Return whether slashes part a name, perhaps an agency, and a date: "Jane Doe / PTI / Mar 5, 2024"."""
    name, *further = (part.strip() for part in text.split("/"))
    outlets = further[:-1]
    return (
        " " in name
        and is_name(name)
        and len(outlets) <= 1
        and all(" " not in outlet for outlet in outlets)
        and bool(further)
        and is_dated(further[-1])
    )


def _opens_story(text: str) -> bool:
    """Return whether a line is a dateline and the words of a story behind it: "FORT ALDER — Engineers opened two"."""
    dateline = read_dateline(text)
    told = text[len(dateline.raw) :].split() if dateline is not None else []
    return len(told) >= _STORY_WORDS and sum(word[0].islower() for word in told) > len(told) // 2


def _is_box(view: View, block: Block) -> bool:
    """Return whether a line stands in a byline box: with a date, beside one, or as a team right below the headline."""
    blocks = view.page.blocks
    top = view.headline_at
    if is_dated(block.text):
        return True
    if top is not None and block.index <= top:
        return False
    if top is not None and block.index - top <= _TEAM_REACH and is_team(block.text):
        return True
    if block.index and timestamp_kind(blocks[block.index - 1].text) is not None:
        return True
    below = below_details(blocks, block.index)
    return below is not None and timestamp_kind(below.text) is not None


def _may_be_noted(view: View, block: Block) -> bool:
    """Return whether a line below the headline has two words at least, a first and a last name."""
    top = view.headline_at
    return top is not None and block.index > top and " " in view.evidence.folded[block.index]


def _is_noted(view: View, block: Block) -> bool:
    """Return whether a note at the end of the story is about whom a line names."""
    tail = view.page.blocks[view.end - 3 :]
    return any(about(other.text, (block.text,)) for other in tail if other.index != block.index)


def contributors(view: View) -> tuple[tuple[Author, ...], list[int]]:
    """Return who the sign-offs credit, and their blocks."""
    authors: list[Author] = []
    blocks: list[int] = []
    for verdict in view.sifted.verdicts:
        if verdict.role == "signoff" and (signoff := read_signoff(verdict.block.text)) is not None and signoff.credits:
            authors.extend(author_of(credit) for credit in signoff.credits)
            blocks.append(verdict.block.index)
    return each_once(authors), blocks
