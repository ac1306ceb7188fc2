"""The options that several commands have: what the cleaner leaves out, adds and changes."""

from collections.abc import Callable
from typing import TypeVar

import click

from newsclean.pipeline import Cleaner

Decorated = TypeVar("Decorated", bound=Callable[..., object])
Decorator = Callable[[Callable[..., int]], Callable[..., int]]

CLEANER_OPTIONS: tuple[Decorator, ...] = (
    click.option("--without", multiple=True, metavar="FILTER", help="Leave a filter out; repeatable."),
    click.option("--with", "added", multiple=True, metavar="VENDOR.FILTER", help="Add a plugin; repeatable."),
    click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="FILTER.SETTING=VALUE",
        help="Change a setting, such as related.max_headline_words=20; repeatable.",
    ),
)


def adjusted_cleaner(without: tuple[str, ...], added: tuple[str, ...], settings: tuple[str, ...]) -> Cleaner:
    """Return the cleaner that the options ask for."""
    return Cleaner().adjusted(without=without, added=added, settings=dict(_setting(text) for text in settings))


def format_option(*forms: str) -> Callable[[Decorated], Decorated]:
    """Return the option that chooses a form of output; the first is the default."""
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True)


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        message = f"--set takes FILTER.SETTING=VALUE, not {text!r}."
        raise click.UsageError(message)
    return name, value
