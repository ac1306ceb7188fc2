"""Description and subtitle: what the page states that its story is about."""

from typing import Final

from newsclean.article import FieldSource
from newsclean.conventions.headlines.titles import squash
from newsclean.fields.view import Reading, View, text_of

_DESCRIPTIONS: Final = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")


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
    return Reading(values, tuple(sources))
