"""The command `newsclean`: files or standard input in, articles or reports out; it decides nothing about a page."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from newsclean.block import InputKind
from newsclean.errors import ConfigurationError, FilterError, NewscleanError
from newsclean.filters import FILTERS
from newsclean.pipeline import VERSION, Cleaner, Explanation
from newsclean.plugins import filter_class

FINE, UNREAD, USAGE = 0, 1, 2
"""Exit codes: every page was read; some page could not be read; the command was called wrongly."""

_Decorated = TypeVar("_Decorated", bound=Callable[..., object])


@dataclass
class _Pages:
    """The pages that were asked for; going through them explains each, and complains of those it cannot read."""

    files: Sequence[str]
    cleaner: Cleaner
    kind: InputKind | None
    url: str | None
    charset: str | None
    code: int = FINE

    def __len__(self) -> int:
        return len(self.files)

    def __iter__(self) -> Iterator[tuple[str, Explanation]]:
        for name in self.files:
            try:
                source = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
                explanation = self.cleaner.explain(source, url=self.url, kind=self.kind, charset=self.charset)
            except OSError as error:
                self.code = _complain(f"{name}: {error.strerror}; name a file, or - for standard input", UNREAD)
            except FilterError as error:
                self.code = _complain(f"{name}: {error}; leave it out with --without {error.filter}", UNREAD)
            except NewscleanError as error:
                self.code = _complain(f"{name}: {error}", UNREAD)
            else:
                yield name, explanation


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        arguments: the words after `newsclean`; those of the process where not given.
    """
    try:
        code = newsclean.main(arguments, prog_name="newsclean", standalone_mode=False)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "newsclean"
        return _complain(f"{error.format_message()} '{command} --help' shows what it takes.", USAGE)
    except ConfigurationError as error:
        return _complain(str(error), USAGE)
    except click.Abort:
        return _complain("interrupted", UNREAD)
    return code if isinstance(code, int) else FINE


def _complain(message: str, code: int) -> int:
    click.echo(f"newsclean: {' '.join(message.split())}", err=True)
    return code


def _put(text: str) -> None:
    """Write a line to standard output as UTF-8, whatever the locale."""
    try:
        click.echo(text.encode("utf-8", "replace"))
    except BrokenPipeError:
        # the reader has seen enough, and that is no error; nothing may be flushed into the pipe at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(FINE) from None


def _reads_pages(command: Callable[[_Pages, str], None]) -> Callable[..., int]:
    """Give a command the arguments and options that say which pages to read, and how."""

    def run(  # noqa: PLR0913 - one per option
        *,
        files: tuple[str, ...],
        form: str,
        kind: InputKind | None,
        url: str | None,
        charset: str | None,
        without: tuple[str, ...],
        added: tuple[str, ...],
        settings: tuple[str, ...],
    ) -> int:
        if not files and sys.stdin.isatty():
            message = "Name a file, or pipe a page in."
            raise click.UsageError(message)
        if url is not None and len(files) > 1:
            message = "--url is the address of one page; name one file."
            raise click.UsageError(message)
        changes = dict(_setting(text) for text in settings)
        cleaner = Cleaner().adjusted(without=without, added=added, settings=changes)
        pages = _Pages(files or ("-",), cleaner, kind, url, charset)
        command(pages, form)
        return pages.code

    run.__doc__ = command.__doc__
    for decorate in reversed(_PAGE_OPTIONS):
        run = decorate(run)
    return run


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        message = f"--set takes FILTER.SETTING=VALUE, not {text!r}."
        raise click.UsageError(message)
    return name, value


_PAGE_OPTIONS: tuple[Callable[[Callable[..., int]], Callable[..., int]], ...] = (
    click.argument("files", nargs=-1, metavar="[FILE ...|-]"),
    click.option("--kind", type=click.Choice(["html", "text"]), help="What the pages are; detected where not given."),
    click.option("--url", help="The address of the page: kept in the article, never fetched."),
    click.option("--charset", help="What the HTTP header said of the bytes; a hint."),
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


def _format_option(*forms: str) -> Callable[[_Decorated], _Decorated]:
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
@click.version_option(VERSION, prog_name="newsclean")
def newsclean() -> None:
    """Scraped news pages in, clean articles out, and what was removed and why."""


@newsclean.command("clean")
@_format_option("text", "json", "markdown")
@_reads_pages
def clean(pages: _Pages, form: str) -> None:
    """Print the articles of pages.

    A page is an HTML file, a text dump, or standard input (-). Several articles are parted by two blank lines in
    text and by a rule in Markdown; as JSON each is a line.
    """
    from newsclean.report.markdown import to_markdown  # noqa: PLC0415 - only where it is shown

    rule = {"text": "\n", "markdown": "\n---\n", "json": None}[form]
    for position, (_, explanation) in enumerate(pages):
        article = explanation.article
        if position and rule is not None:
            _put(rule)
        if form == "json":
            _put(article.model_dump_json(indent=2 if len(pages) == 1 else None))
        else:
            _put(article.text if form == "text" else to_markdown(article))


@newsclean.command("explain")
@_format_option("page", "line", "json")
@_reads_pages
def explain(pages: _Pages, form: str) -> None:
    """Show what was kept and removed, and why.

    A line of the page was kept (+), went to a field (=) or was removed (-). The number after its position is how
    likely it is article text, from 0 to 1. As `line` each page is one line; as JSON
    several pages are a line each.
    """
    from rich.console import Console  # noqa: PLC0415 - only where it is shown

    from newsclean.report.explained import explained  # noqa: PLC0415
    from newsclean.report.terminal import page_line, print_page  # noqa: PLC0415

    console = Console(highlight=False)
    for name, explanation in pages:
        if form == "json":
            _put(explained(explanation).model_dump_json(indent=2 if len(pages) == 1 else None))
        elif form == "line":
            _put(page_line(name, explanation.article))
        else:
            if len(pages) > 1:
                _put(f"== {name}")
            with console.capture() as capture:
                print_page(explanation, console)
            _put(capture.get())


@newsclean.command()
@click.argument("names", nargs=-1, metavar="[NAME ...]")
@_format_option("text", "markdown", "json")
def filters(names: tuple[str, ...], form: str) -> None:
    """List the filters, or show what they do.

    The list has the built-in filters in the order of their precedence. A plugin is shown by its name, such as
    acme.shouting.
    """
    from newsclean.report.catalogue import as_json, as_list, as_markdown, as_page, entry_of  # noqa: PLC0415

    entries = [entry_of(filter_class(name)) for name in names] or [entry_of(type(filter_)) for filter_ in FILTERS]
    if form == "text" and names:
        _put("\n\n".join(as_page(entry) for entry in entries))
    else:
        _put({"text": as_list, "markdown": as_markdown, "json": as_json}[form](entries))
