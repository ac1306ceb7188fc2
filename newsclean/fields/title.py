"""The title: the headline that the page's sources agree on, and the section line above it."""

from newsclean.article import FieldSource
from newsclean.fields.view import Reading, View


def read_title(view: View) -> Reading:
    """Read the title; a line that stayed in the body is claimed by nobody."""
    headline = view.headline
    if headline is None:
        return Reading()
    source = FieldSource(field="title", where=headline.where, raw=headline.raw, confidence=headline.confidence)
    return Reading({"title": headline.text}, (source,), dict.fromkeys(headline.copies, "title"))
