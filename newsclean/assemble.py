"""Assembly: verdicts and fields to the `Article`; chooses roles for what stays and decides nothing else."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from newsclean.article import Article, ArticleBlock, Meta, PageWarning, State
from newsclean.block import Block, Element, Page, Role
from newsclean.fields import Fields
from newsclean.sift import Cut, Sifted, Verdict

_new, _set = object.__new__, object.__setattr__

_ROLES: Final[dict[str, Role]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "subheading"),
    **dict.fromkeys(("li", "dd", "dt"), "list_item"),
    **dict.fromkeys(("td", "th", "tr", "table"), "table"),
    "blockquote": "quote",
    "figcaption": "caption",
}


_FIELDS: Final = set(ArticleBlock.model_fields)


def assemble(page: Page, sifted: Sifted, fields: Fields, *, quality: float, meta: Meta) -> Article:
    """Put the article together: `text` is the kept blocks joined by a blank line."""
    blocks = _blocks(sifted.verdicts, fields.claims)
    found = (PageWarning(code=code, message=message) for code, message in (*page.warnings, *sifted.warnings))
    warnings = (*found, *fields.values.get("warnings", ()))
    values = {**fields.values, "sources": fields.sources, "warnings": warnings}
    return Article(
        text="\n\n".join(block.text for block in blocks if block.state == "body"),
        url=page.url,
        quality=quality,
        blocks=tuple(blocks),
        meta=meta,
        **values,
    )


def _blocks(verdicts: Iterable[Verdict], claims: Mapping[int, str]) -> list[ArticleBlock]:
    """Return the blocks, and the pieces that were cut off them, in source order."""
    places: dict[Element, _Place] = {}
    found: list[ArticleBlock] = []
    for verdict in verdicts:
        block, kept, role, name, because, twin_of, keep, cuts = verdict
        place = _NOWHERE if block.element is None else _place(block.element, places)
        claim = claims.get(block.index)
        state: State = "body" if kept else "field" if claim else "removed"
        if claim and not kept:
            because = f"is the {claim}"
        if claim == "notes":
            role = "note"
        elif role is None:
            role = place.role or ("list_item" if block.bullet else "paragraph")
        if not cuts:
            found.append(_block(block, block.text, role, state, name, because, twin_of, place.path))
            continue
        start, end, _ = (keep or slice(None)).indices(len(block.text))
        found += [_cut(block, cut, place) for cut in cuts if cut.piece.start < start]
        text = block.text[start:end].strip()
        found.append(_block(block, text, role, state, name, because, twin_of, place.path))
        found += [_cut(block, cut, place) for cut in cuts if cut.piece.start >= end]
    return found


def _cut(block: Block, cut: Cut, place: "_Place") -> ArticleBlock:
    text = block.text[cut.piece].strip()
    return _block(block, text, cut.role, "removed", cut.filter, cut.because, None, place.path)


def _block(  # noqa: PLR0913, PLR0917 - one for each block of a page
    block: Block,
    text: str,
    role: Role,
    state: State,
    name: str | None,
    because: str | None,
    twin_of: int | None,
    path: str | None,
) -> ArticleBlock:
    """Return a block as pydantic's `model_construct` would make it, in a sixth of the time.

    Nothing is validated: a filter's mark is all that comes from elsewhere, and its names are the types' to check.
    """
    made: ArticleBlock = _new(ArticleBlock)
    _set(
        made,
        "__dict__",
        {
            "index": block.index,
            "text": text,
            "role": role,
            "state": state,
            "filter": name,
            "because": because,
            "twin_of": twin_of,
            "start": block.start,
            "end": block.end,
            "path": path,
        },
    )
    _set(made, "__pydantic_fields_set__", _FIELDS.copy())
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


class _Place(NamedTuple):
    """What an element says of every block in it."""

    role: Role | None
    path: str | None


def _place(element: Element, known: dict[Element, _Place]) -> _Place:
    """Return the role of blocks that no filter pointed at, and where they stand in the tree; `known` remembers."""
    if element not in known:
        # no element is nested deeper than `sources` reads
        role, path = _NOWHERE if element.parent is None else _place(element.parent, known)
        step = f"{element.tag}:nth-of-type({element.nth})"
        known[element] = _Place(_ROLES.get(element.tag, role), f"{path}>{step}" if path else step)
    return known[element]


_NOWHERE: Final = _Place(None, None)
