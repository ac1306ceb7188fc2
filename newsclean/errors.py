"""The typed errors of newsclean: what pages, filters, configurations and jobs can raise, under one root."""


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
    """A `Cleaner` or a job cannot be set up as asked: an unknown filter, a bad setting, a missing extra."""


class JobError(NewscleanError):
    """A job cannot go on; no page is to blame."""
