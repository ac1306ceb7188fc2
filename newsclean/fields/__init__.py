"""Fields: title, bylines, dates, section and the rest, each with its source; removes nothing, edits no text."""

from newsclean.fields.gathering import Fields, gather

__all__ = ["Fields", "gather"]
