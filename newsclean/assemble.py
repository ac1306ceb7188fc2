"""Assembly: verdicts and fields to the `Article`; chooses roles for what stays and decides nothing else."""

from collections.abc import Iterator
from typing import NamedTuple

from newsclean.article import Article, ArticleBlock, Meta, PageWarning, State
from newsclean.block import Block, Element, Page, Role
from newsclean.fields import Fields
from newsclean.sift import Sifted, Verdict

_ROLES: dict[str, Role] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "subheading"),
    **dict.fromkeys(("li", "dd", "dt"), "list_item"),
    **dict.fromkeys(("td", "th", "tr", "table"), "table"),
    "blockquote": "quote",
    "figcaption": "caption",
}


class _Ground(NamedTuple):
    """Why a piece is where it is."""

    filter: str | None
    because: str | None
    twin_of: int | None = None


def assemble(page: Page, sifted: Sifted, fields: Fields, *, quality: float, meta: Meta) -> Article:
    """Put the article together: `text` is the kept blocks joined by a blank line."""
    blocks = tuple(piece for verdict in sifted.verdicts for piece in _pieces(verdict, fields))
    values = {name: getattr(fields, name) for name in Article.model_fields if hasattr(fields, name)}
    warnings = (*page.warnings, *sifted.warnings)
    values["warnings"] = (*(PageWarning(code=code, message=message) for code, message in warnings), *fields.warnings)
    return Article(
        text="\n\n".join(block.text for block in blocks if block.state == "body"),
        url=page.url,
        quality=quality,
        blocks=blocks,
        meta=meta,
        **values,
    )


def _pieces(verdict: Verdict, fields: Fields) -> Iterator[ArticleBlock]:
    """Yield the block, and the pieces that were cut off it, in source order."""
    block = verdict.block
    start, end, _ = (verdict.keep or slice(None)).indices(len(block.text))
    for cut in verdict.cuts:
        if cut.piece.start < start:
            yield _piece(block, cut.piece, "removed", cut.role, _Ground(cut.filter, cut.because))
    claim = fields.claims.get(block.index)
    state: State = "body" if verdict.kept else "field" if claim else "removed"
    because = f"is the {claim}" if claim and not verdict.kept else verdict.because
    role = verdict.role or _role(block)
    yield _piece(block, slice(start, end), state, role, _Ground(verdict.filter, because, verdict.twin_of))
    for cut in verdict.cuts:
        if cut.piece.start >= end:
            yield _piece(block, cut.piece, "removed", cut.role, _Ground(cut.filter, cut.because))


def _piece(block: Block, piece: slice, state: State, role: Role, ground: _Ground) -> ArticleBlock:
    text = block.text[piece]
    whole = len(text) == len(block.text)
    return ArticleBlock(
        index=block.index,
        text=text if whole else text.strip(),
        role=role,
        state=state,
        filter=ground.filter,
        because=ground.because,
        twin_of=ground.twin_of,
        start=block.start,
        end=block.end,
        path=_path(block.element) if block.element is not None else None,
    )


def _role(block: Block) -> Role:
    """Return the role of a block that no filter pointed at, by its markup."""
    if block.element is not None:
        for element in block.element.ancestors():
            if element.tag in _ROLES:
                return _ROLES[element.tag]
    return "list_item" if block.bullet else "paragraph"


def _path(element: Element) -> str:
    return ">".join(f"{node.tag}:nth-of-type({node.nth})" for node in reversed(tuple(element.ancestors())))
