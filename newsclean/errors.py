"""The typed errors of newsclean: everything that `clean` can raise."""


class NewscleanError(Exception):
    """The root of newsclean's errors: catch it to catch them all."""


class SourceError(NewscleanError):
    """The input is no page at all: a wrong type, a binary file, or over the size cap.

    A page without an article is no error: it gives an `Article` whose `page_kind` says so.
    """


class FilterError(NewscleanError):
    """A filter failed or broke its contract; `filter` names it, `__cause__` is what it raised."""

    def __init__(self, name: str, problem: str) -> None:
        """Name the filter and say what is wrong with it."""
        super().__init__(name, problem)
        self.filter = name
        self.problem = problem

    def __str__(self) -> str:
        """Say which filter, and what is wrong with it."""
        return f"filter {self.filter!r}: {self.problem}"


class ConfigurationError(NewscleanError):
    """A `Cleaner` cannot be built as asked: an unknown filter, a name taken twice, a bad setting."""
