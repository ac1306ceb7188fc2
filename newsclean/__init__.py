"""newsclean turns scraped news pages into clean, typed articles, and says what it removed and why."""

from newsclean.article import Article
from newsclean.errors import FilterError, NewscleanError, SourceError
from newsclean.filters import FILTERS
from newsclean.filters.base import Filter
from newsclean.pipeline import Cleaner, Explanation, clean, explain

__all__ = [
    "FILTERS",
    "Article",
    "Cleaner",
    "Explanation",
    "Filter",
    "FilterError",
    "NewscleanError",
    "SourceError",
    "clean",
    "explain",
]
