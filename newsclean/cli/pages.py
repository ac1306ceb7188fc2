"""The commands that read a page at a time: `clean`, `explain`, `filters`; they decide nothing about a page."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from newsclean.block import InputKind
from newsclean.cli.ending import FINE, UNREAD, complain, put
from newsclean.cli.options import CLEANER_OPTIONS, Decorator, adjusted_cleaner, format_option
from newsclean.errors import FilterError, NewscleanError
from newsclean.filters import FILTERS
from newsclean.pipeline import Cleaner, Explanation
from newsclean.plugins import filter_class, installed


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
                self.code = complain(f"{name}: {error.strerror}; name a file, or - for standard input", UNREAD)
            except FilterError as error:
                self.code = complain(f"{name}: {error}; leave it out with --without {error.filter}", UNREAD)
            except NewscleanError as error:
                self.code = complain(f"{name}: {error}", UNREAD)
            else:
                yield name, explanation


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
        pages = _Pages(files or ("-",), adjusted_cleaner(without, added, settings), kind, url, charset)
        command(pages, form)
        return pages.code

    run.__doc__ = command.__doc__
    for decorate in reversed(_PAGE_OPTIONS):
        run = decorate(run)
    return run


_PAGE_OPTIONS: tuple[Decorator, ...] = (
    click.argument("files", nargs=-1, metavar="[FILE ...|-]"),
    click.option("--kind", type=click.Choice(["html", "text"]), help="What the pages are; detected where not given."),
    click.option("--url", help="The address of the page: kept in the article, never fetched."),
    click.option("--charset", help="What the HTTP header said of the bytes; a hint."),
    *CLEANER_OPTIONS,
)


@click.command("clean")
@format_option("text", "json", "markdown")
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
            put(rule)
        if form == "json":
            put(article.model_dump_json(indent=2 if len(pages) == 1 else None))
        else:
            put(article.text if form == "text" else to_markdown(article))


@click.command("explain")
@format_option("page", "line", "json")
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
            put(explained(explanation).model_dump_json(indent=2 if len(pages) == 1 else None))
        elif form == "line":
            put(page_line(name, explanation.article))
        else:
            if len(pages) > 1:
                put(f"== {name}")
            with console.capture() as capture:
                print_page(explanation, console)
            put(capture.get())


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME ...]")
@format_option("text", "markdown", "json")
def filters(names: tuple[str, ...], form: str) -> None:
    """List the filters, or show what they do.

    The list has the built-in filters in the order of their precedence, and the names of the installed plugins. A plugin
    is shown by its name, such as acme.shouting.
    """
    from newsclean.report.catalogue import as_json, as_list, as_markdown, as_page, entry_of  # noqa: PLC0415

    entries = [entry_of(filter_class(name)) for name in names] or [entry_of(type(filter_)) for filter_ in FILTERS]
    if form == "text" and names:
        put("\n\n".join(as_page(entry) for entry in entries))
    else:
        put({"text": as_list, "markdown": as_markdown, "json": as_json}[form](entries))
    if form == "text" and not names and (plugins := installed()):
        put(f"\nInstalled plugins, added by --with: {', '.join(plugins)}")
