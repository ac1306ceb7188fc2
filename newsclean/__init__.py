"""newsclean turns scraped news pages into clean, typed articles, and says what it removed and why."""

from typing import TYPE_CHECKING

from newsclean.article import Article
from newsclean.errors import ConfigurationError, FilterError, JobError, NewscleanError, SourceError
from newsclean.filters import FILTERS
from newsclean.filters.base import Filter
from newsclean.pipeline import VERSION as __version__  # noqa: N811 - the name by which tools ask for it
from newsclean.pipeline import Cleaner, Explanation, clean, explain

if TYPE_CHECKING:
    from newsclean.jobs import Rejected, clean_many

__all__ = [
    "FILTERS",
    "Article",
    "Cleaner",
    "ConfigurationError",
    "Explanation",
    "Filter",
    "FilterError",
    "JobError",
    "NewscleanError",
    "Rejected",
    "SourceError",
    "__version__",
    "clean",
    "clean_many",
    "explain",
]


def __getattr__(name: str) -> object:
    """Load what is for many pages when it is first asked for."""
    if name in {"Rejected", "clean_many"}:
        from newsclean import jobs  # noqa: PLC0415 - a page needs no processes

        value: object = getattr(jobs, name)
        return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
