"""Names of sections and of the front page as newspapers print them: a line in, whether it is one out."""

from functools import cache

from newsclean.conventions.tables import table

_MAX_CHARS = 40


@cache
def _names(key: str) -> frozenset[str]:
    text = " | ".join(table("sections")[key].strip().splitlines())
    return frozenset(name.strip().casefold() for name in text.split(" | ") if name.strip())


def is_section(line: str) -> bool:
    """Return whether a whole line is the name of a section.

    >>> is_section("World"), is_section("KULTUR"), is_section("World leaders meet")
    (True, True, False)
    """
    return _is_named(line, "sections")


def is_home(line: str) -> bool:
    """Return whether a whole line is what breadcrumbs call the site's front page.

    >>> is_home("Home"), is_home("Startseite »"), is_home("Home affairs")
    (True, True, False)
    """
    return _is_named(line, "home")


def is_news(line: str) -> bool:
    """Return whether a whole line is a section's name that says no more than that there is news.

    >>> is_news("Nachrichten"), is_news("Local news")
    (True, False)
    """
    return _is_named(line, "news")


def is_text(line: str) -> bool:
    """Return whether a whole line is what breadcrumbs end with for the article itself.

    >>> is_text("正文"), is_text("Bridges")
    (True, False)
    """
    return _is_named(line, "text")


def _is_named(line: str, key: str) -> bool:
    return len(line) <= _MAX_CHARS and line.casefold().strip(" |:>›»/-") in _names(key)
