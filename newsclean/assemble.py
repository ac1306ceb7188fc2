"""Assembly: verdicts and fields to the `Article`; chooses roles for what stays and decides nothing else."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from newsclean.article import Article, ArticleBlock, Meta, PageWarning
from newsclean.block import HEADING_TAGS, Block, Element, Page, Role
from newsclean.fields import Fields
from newsclean.sift import Cut, Sifted, Verdict

_new, _set = object.__new__, object.__setattr__

_ROLES: Final[dict[str, Role]] = {
    **dict.fromkeys(HEADING_TAGS, "subheading"),
    **dict.fromkeys(("li", "dd", "dt"), "list_item"),
    **dict.fromkeys(("td", "th", "tr", "table"), "table"),
    "blockquote": "quote",
    "figcaption": "caption",
}

_CLAIMED: Final[dict[str | None, Role]] = {"notes": "note", "standfirst": "standfirst"}
"""The roles of blocks that are a field and stay."""
_FIELDS: Final = set(ArticleBlock.model_fields)


def assemble(page: Page, sifted: Sifted, fields: Fields, *, quality: float, meta: Meta) -> Article:
    """Put the article together: `text` is the kept blocks joined by a blank line."""
    blocks = _blocks(sifted.verdicts, fields.claims)
    found = (PageWarning(code=code, message=message) for code, message in (*page.warnings, *sifted.warnings))
    warnings = (*found, *fields.values.get("warnings", ()))
    values = {**fields.values, "sources": fields.sources, "warnings": warnings}
    return Article(
        text="\n\n".join([block.text for block in blocks if block.state == "body"]),
        url=page.url,
        quality=quality,
        blocks=tuple(blocks),
        meta=meta,
        **values,
    )


def _blocks(verdicts: Iterable[Verdict], claims: Mapping[int, str]) -> list[ArticleBlock]:
    """Return the blocks, and the pieces that were cut off them, in source order."""
    places: dict[Element, _Place] = {}
    found: list[dict[str, object]] = []
    for block, kept, role, name, because, twin_of, keep, cuts in verdicts:
        element = block.element
        place = _NOWHERE if element is None else places.get(element) or _place(element, places)
        claim = claims.get(block.index)
        role = _CLAIMED.get(claim, role)  # noqa: PLW2901 - one for each block of a page
        made: dict[str, object] = {
            "index": block.index,
            "text": block.text,
            "role": role or place.role or ("list_item" if block.bullet else "paragraph"),
            "state": "body" if kept else "field" if claim else "removed",
            "filter": name,
            "because": f"is the {claim}" if claim and not kept else because,
            "twin_of": twin_of,
            "start": block.start,
            "end": block.end,
            "path": place.path,
        }
        if not cuts:
            found.append(made)
            continue
        start, end, _ = (keep or slice(None)).indices(len(block.text))
        found += [made | _cut(block, cut) for cut in cuts if cut.piece.start < start]
        found.append(made | _piece(block, slice(start, end)))
        found += [made | _cut(block, cut) for cut in cuts if cut.piece.start >= end]
    return _made(found)


def _cut(block: Block, cut: Cut) -> dict[str, object]:
    """Return what a piece that was cut off a block has of its own."""
    return _piece(block, cut.piece) | {
        "role": cut.role,
        "state": "removed",
        "filter": cut.filter,
        "because": cut.because,
        "twin_of": None,
    }


def _piece(block: Block, piece: slice) -> dict[str, object]:
    """Return the text of a piece of a block, and its place in the source where that has the block's text as it is."""
    text = block.text[piece]
    own = text.strip()
    if block.start is None or block.end is None or block.end - block.start != len(block.text):
        return {"text": own}
    start = block.start + piece.start + text.index(own)
    return {"text": own, "start": start, "end": start + len(own)}


def _made(blocks: Iterable[dict[str, object]]) -> list[ArticleBlock]:
    """Return the blocks as pydantic's `model_construct` would make them, in a tenth of the time.

    Nothing is validated: a filter's mark is all that comes from elsewhere, and its names are the types' to check.
    """
    found: list[ArticleBlock] = []
    for fields in blocks:
        made: ArticleBlock = _new(ArticleBlock)
        _set(made, "__dict__", fields)
        # one for all: nobody changes a frozen block, and a copy of it copies this
        _set(made, "__pydantic_fields_set__", _FIELDS)
        _set(made, "__pydantic_extra__", None)
        _set(made, "__pydantic_private__", None)
        found.append(made)
    return found


class _Place(NamedTuple):
    """What an element says of every block in it."""

    role: Role | None
    path: str | None


def _place(element: Element, known: dict[Element, _Place]) -> _Place:
    """Return the role of blocks that no filter pointed at, and where they stand in the tree; `known` remembers."""
    parent = element.parent
    # no element is nested deeper than `sources` reads
    role, path = _NOWHERE if parent is None else known.get(parent) or _place(parent, known)
    step = f"{element.tag}:nth-of-type({element.nth})"
    known[element] = place = _Place(_ROLES.get(element.tag, role), f"{path}>{step}" if path else step)
    return place


_NOWHERE: Final = _Place(None, None)
