"""The terminal page: an article in, a page for people out, with what was kept and removed told apart.

On a terminal it has colour and is wrapped to the width; in a pipe or a file it is one plain line a block.
"""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsclean.article import Article, ArticleBlock, State
from newsclean.pipeline import Explanation
from newsclean.report.summary import Count, FieldValue, Summary, summarize

_SIGNS: dict[State, str] = {"body": "+", "field": "=", "removed": "-"}
_STYLES: dict[State, str] = {"body": "", "field": "cyan", "removed": "red"}
_ROLE_WIDTH = 11
_MAX_VALUE_CHARS = 200
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "\ufffd")
"""Characters by which a page could take over the terminal that shows it."""


def print_page(explanation: Explanation, console: Console) -> None:
    """Print every block of a page with its score and what became of it, and the summary of the page.

    Args:
        explanation: the page, explained.
        console: where to print; whether it is a terminal decides between the two forms.
    """
    article, scores = explanation.article, explanation.evidence.scores
    _print_rows(console, [(_head(block, scores[block.index]), _body(block, console)) for block in article.blocks])
    console.print()
    _print_summary(summarize(article), console)


def page_line(name: str, article: Article) -> str:
    """Return one line for one page of many: its name, what it is, what was kept, its title.

    >>> from newsclean import clean
    >>> page_line("bridge.txt", clean("The old bridge reopened on Friday, the mayor of the town said."))
    'bridge.txt: article, kept 1 of 1 blocks, 62 of 62 characters, no title'
    """
    summary = summarize(article)
    title = f'"{_safe(article.title)}"' if article.title else "no title"
    kept, total = summary.kept, summary.total
    share = f"kept {kept.blocks:,} of {total.blocks:,} blocks, {kept.characters:,} of {total.characters:,} characters"
    return f"{name}: {article.page_kind}, {share}, {title}"


def _head(block: ArticleBlock, score: float) -> Text:
    head = f"{_SIGNS[block.state]} {block.index:>3} {score:.2f} {block.role:<{_ROLE_WIDTH}}"
    return Text(head, _STYLES[block.state] or "green")


def _body(block: ArticleBlock, console: Console) -> Text:
    body = Text(_safe(block.text), _STYLES[block.state])
    reason = ": ".join(part for part in (block.filter, block.because) if part and block.state != "body")
    if reason:
        body.append("\n" if console.is_terminal else "  ").append(f"<- {_safe(reason)}", "dim")
    return body


def _print_summary(summary: Summary, console: Console) -> None:
    read_as = summary.input_kind if summary.encoding is None else f"{summary.input_kind}, {summary.encoding}"
    figures = [
        ("page", f"{summary.page_kind} (read as {read_as}), quality {summary.quality:.2f}"),
        ("kept", f"{_counted(summary.kept)} of {_counted(summary.total)}"),
        ("to fields", _counted(summary.fields_from)),
        *(("removed", f"{_counted(count)}: {count.role}, by {count.filter}") for count in summary.removed),
    ]
    fields = [(field.field, _field(field)) for field in summary.fields]
    warnings = [("warning", f"{warning.code}: {warning.message}") for warning in summary.warnings]
    for style, rows in (("bold", figures), ("cyan", fields), ("yellow", warnings)):
        _print_rows(console, [(Text(f"{label:<{_ROLE_WIDTH}}", style), Text(_safe(value))) for label, value in rows])


def _field(field: FieldValue) -> str:
    value = field.value if len(field.value) <= _MAX_VALUE_CHARS else f"{field.value[:_MAX_VALUE_CHARS]}..."
    sources = ", ".join(f"{source.where} {source.confidence:.2f}" for source in field.sources)
    return f"{value}  <- {sources}" if sources else value


def _counted(count: Count) -> str:
    return f"{count.blocks:,} block{'s' * (count.blocks != 1)}, {count.characters:,} characters"


def _print_rows(console: Console, rows: Iterable[tuple[Text, Text]]) -> None:
    if not console.is_terminal:
        for label, text in rows:
            console.print(Text(f"{label.plain} {text.plain}"), soft_wrap=True)
        return
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*row)
    if table.row_count:
        console.print(table)


def _safe(text: str) -> str:
    return text.translate(_CONTROLS)
