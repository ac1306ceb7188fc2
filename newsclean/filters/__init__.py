"""The filters, one kind of junk a file, in the order of their precedence."""

from newsclean.filters.base import Filter

FILTERS: tuple[Filter, ...] = ()
"""Every built-in filter; the first mark on a block wins, so the order is the precedence."""
