"""Description, standfirst and subtitle: what the page says its story is about; a standfirst stays in the text."""

from typing import Final

from newsclean.article import FieldSource
from newsclean.conventions.headlines.titles import squash
from newsclean.evidence.standfirst import is_named
from newsclean.fields.view import Reading, View, text_of

_DESCRIPTIONS: Final = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")
_MAX_CHARS: Final = 600
_HEAD_BLOCKS: Final = 3


def read_summary(view: View) -> Reading:
    """Read what the page says its story is about."""
    values: dict[str, object] = {}
    sources: list[FieldSource] = []
    stated = view.first(*_DESCRIPTIONS)
    description = stated[1] if stated else text_of((view.article or {}).get("description"))
    if description:
        values["description"] = description
        where = f"meta[name={stated[0]}]" if stated else "json-ld"
        sources.append(FieldSource(field="description", where=where, raw=description, confidence=0.9))
    subtitle = text_of((view.article or {}).get("alternativeHeadline"))
    if subtitle and view.headline is not None and squash(subtitle) != squash(view.headline.text):
        values["subtitle"] = subtitle
        sources.append(FieldSource(field="subtitle", where="json-ld", raw=subtitle, confidence=0.8))
    claims: dict[int, str] = {}
    found = _standfirst(view, description)
    if found is not None:
        index, text = found
        claims[index] = "standfirst"
        values["standfirst"] = text
        sources.append(FieldSource(field="standfirst", where=f"block {index}", raw=text, confidence=0.8))
    return Reading(values, tuple(sources), claims)


def _standfirst(view: View, description: str | None) -> tuple[int, str] | None:
    """Return the block at the head of the body that is its summary: by the markup, or by equalling the description."""
    body = view.sifted.body
    if len(body) < 3:  # noqa: PLR2004 - a summary and two paragraphs
        return None
    said = squash(description) if description else ""
    for block in body[:_HEAD_BLOCKS]:
        if block.element is None or len(block.text) > _MAX_CHARS or view.evidence.words(block) < 6:  # noqa: PLR2004
            break
        if is_named(block.element) or (said and block is body[0] and squash(block.text) == said):
            return block.index, block.text
    return None
