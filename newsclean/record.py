"""The record of a page in a job: fields of the caller's in, and an article, or why there is none, out; writes nothing.

Jobs, Arrow and what stands on them read a page and name a failure here, so that all of them say the same of it.
"""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from newsclean.article import Article
from newsclean.errors import FilterError, SourceError
from newsclean.pipeline import Cleaner
from newsclean.surrogates import scrubbed

FIELDS = ("id", "url", "article", "error")
"""The names that a record has; what is kept of the input has to be called something else."""


class Failure(BaseModel):
    """Why a page has no article."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    """A stable word: `source` (no page at all), `filter` (a filter failed), `unexpected` (a mistake of ours)."""
    message: str


def clean_fields(fields: Mapping[str, object], cleaner: Cleaner) -> Article:
    """Clean the page in `html`, or else in `text`, with `url` and `charset` where the fields have them.

    Args:
        fields: the page as `str` or `bytes`, its address, and HTTP's word on the bytes; None is absent.
        cleaner: the configuration.

    Raises:
        SourceError: there is no page, or it is none.
        FilterError: a filter failed.

    >>> clean_fields({"text": "The ferry sails again.", "url": "https://example.org/ferry"}, Cleaner()).url
    'https://example.org/ferry'
    """
    html, text = fields.get("html"), fields.get("text")
    if html is None and text is None:
        message = "neither html nor text has a value"
        raise SourceError(message)
    url, charset = as_text(fields.get("url")), as_text(fields.get("charset"))
    # the reader refuses what is neither str nor bytes
    source: str | bytes = html if html is not None else text  # type: ignore[assignment]
    return cleaner.clean(source, url=url, kind="text" if html is None else "html", charset=charset)


def failure_of(error: Exception) -> Failure:
    """Say in a record's words what `clean` raised.

    >>> failure_of(SourceError("a PDF is no page")).kind
    'source'
    """
    if isinstance(error, SourceError):
        return Failure(kind="source", message=scrubbed(str(error)))
    if isinstance(error, FilterError):
        return Failure(kind="filter", message=scrubbed(str(error)))
    return Failure(kind="unexpected", message=scrubbed(f"{type(error).__name__}: {error}"))


def as_text(value: object) -> str | None:
    """Return an id, an address or a charset as text, whatever a file had it as; None stays None.

    >>> as_text(b"https://example.org"), as_text(7), as_text(None)
    ('https://example.org', '7', None)
    """
    if value is None:
        return None
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else scrubbed(str(value))
