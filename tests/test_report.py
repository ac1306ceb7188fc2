"""Reports: Markdown that reads back as the article's text, the terminal page, the summary and the catalogue."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.console import Console

from newsclean import Article, Cleaner, Filter
from newsclean.article import ArticleBlock, Author, FieldSource, Meta, PageWarning, State
from newsclean.block import Mark, Page, Role
from newsclean.evidence import Evidence
from newsclean.report.catalogue import as_list, as_markdown, as_page, entry_of
from newsclean.report.markdown import to_markdown
from newsclean.report.summary import Count, RemovedCount, summarize
from newsclean.report.terminal import page_line, print_page

BODY: State = "body"


def block(text: str, role: Role = "paragraph", state: State = BODY, index: int = 0) -> ArticleBlock:
    removed = state == "removed"
    return ArticleBlock(
        index=index,
        text=text,
        role=role,
        state=state,
        filter="related" if removed else None,
        because="headline under a cue" if removed else None,
    )


def article(*blocks: ArticleBlock, **fields: object) -> Article:
    values: dict[str, object] = {
        "text": "\n\n".join(block.text for block in blocks if block.state == "body"),
        "blocks": blocks,
        "page_kind": "article",
        "quality": 0.5,
        "meta": Meta(newsclean_version="0", config_hash="0", input_kind="text"),
    }
    return Article.model_validate(values | fields)


def shown(markdown: str) -> str:
    """Return what a reader of the rendered Markdown sees, a line a block."""
    lines = []
    for token in MarkdownIt().parse(markdown):
        if token.type == "inline" and token.children is not None:
            assert {child.type for child in token.children} <= {"text", "text_special", "em_open", "em_close"}
            lines.append("".join(child.content for child in token.children))
    return "\n".join(lines)


def test_an_article_becomes_a_document() -> None:
    document = to_markdown(
        article(
            block("The bridge is open."),
            block("Why it took so long", "subheading"),
            block("rain", "list_item"),
            block("ice", "list_item"),
            block("Read more", "related", "removed"),
            block("We waited.", "quote"),
            block("And waited.", "quote"),
            block("So it goes."),
            title="Bridge reopens",
            subtitle="After 3 years",
            byline="By Mira Aldous",
            authors=(Author(name="Mira Aldous"),),
            published=datetime(2024, 5, 3, 14, 5, tzinfo=UTC),
            published_precision="minute",
        )
    )

    assert document == (
        "# Bridge reopens\n\n*After 3 years*\n\nBy Mira Aldous · 2024-05-03 14:05+00:00\n\nThe bridge is open.\n\n"
        "## Why it took so long\n\n- rain\n- ice\n\n> We waited.\n>\n> And waited.\n\nSo it goes."
    )


@pytest.mark.parametrize(("precision", "expected"), [("day", "2024-05-03"), ("month", "2024-05"), ("year", "2024")])
def test_a_date_is_no_more_precise_than_the_page(precision: str, expected: str) -> None:
    dated = article(block("Text."), published=datetime(2024, 5, 3), published_precision=precision)  # noqa: DTZ001

    assert to_markdown(dated).splitlines()[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "# 1 on the list",
        "- 12 degrees",
        "1. FC won",
        "1984) was a year",
        "> 40,000 people",
        "+ 3 per cent",
        "=====",
        "---",
        "a *b* _c_ `d` [e](f) <g> &amp; ~~h~~ | i \\ j",
        "https://example.org/a_b",
    ],
)
def test_text_that_looks_like_markup_is_shown_as_it_is(text: str) -> None:
    assert shown(to_markdown(article(block("Before."), block(text)))) == f"Before.\n{text}"


@given(st.lists(st.text("ab 12.)#-+>*_`[]<&~|=\\!(:", min_size=1).map(lambda text: " ".join(text.split())), max_size=4))
def test_markdown_reads_back_as_the_text(texts: list[str]) -> None:
    lines = [f"x{text}" if position % 2 else text for position, text in enumerate(texts) if text]

    assert shown(to_markdown(article(*map(block, lines)))) == "\n".join(lines)


def test_the_summary_counts_every_block_once() -> None:
    summary = summarize(
        article(
            block("Bridge reopens", "headline", "field"),
            block("The bridge is open."),
            block("Home", "nav", "removed"),
            block("Ten photos", "related", "removed"),
            block("Five films", "related", "removed"),
            title="Bridge reopens",
            sources=(FieldSource(field="title", where="block 0", confidence=0.9),),
        )
    )

    assert (summary.total, summary.kept) == (Count(blocks=5, characters=57), Count(blocks=1, characters=19))
    assert summary.fields_from == Count(blocks=1, characters=14)
    assert summary.removed == (
        RemovedCount(blocks=2, characters=20, role="related", filter="related"),
        RemovedCount(blocks=1, characters=4, role="nav", filter="related"),
    )
    assert [(field.field, field.value, field.sources[0].where) for field in summary.fields] == [
        ("title", "Bridge reopens", "block 0")
    ]


def test_authors_are_one_line() -> None:
    summary = summarize(article(authors=(Author(name="A. Bell"), Author(name="AFP", kind="organization"))))

    assert [field.value for field in summary.fields] == ["A. Bell · reporter; AFP · reporter"]


class Rail(Filter):
    """Lines under a cue; a sentence stays.

    More about it.
    """

    name = "acme.rail"
    max_words: int = 4
    """The longest headline, in words."""

    def find(self, page: Page, evidence: Evidence) -> list[Mark]:  # type: ignore[override]
        return [
            Mark(block, "related", "short line") for block in page.blocks if evidence.words(block) <= self.max_words
        ]


PAGE = "Read more\n\nThe harbour office counted 41 boats at the new pier on Sunday, and three on Monday evening."


def printed(*, terminal: bool, page: str = PAGE, width: int = 60) -> str:
    file = io.StringIO()
    console = Console(file=file, force_terminal=terminal, width=width, highlight=False, color_system="truecolor")
    print_page(Cleaner(filters=[Rail()]).explain(page, kind="text"), console)
    return file.getvalue()


def test_a_terminal_page_is_coloured_and_wrapped_beside_its_column() -> None:
    lines = printed(terminal=True).splitlines()

    assert "\x1b[31m" in lines[0]
    assert "<- acme.rail: short line" in lines[1]
    assert next(line for line in lines if "on Sunday" in line).startswith(" " * 20)


def test_a_piped_page_has_no_colour_and_no_wrapping() -> None:
    lines = printed(terminal=False).splitlines()

    assert "\x1b" not in "".join(lines)
    assert lines[0].endswith("Read more  <- acme.rail: short line")
    assert lines[1].endswith("three on Monday evening.")


@pytest.mark.parametrize("terminal", [True, False])
def test_square_brackets_of_a_page_are_no_markup(*, terminal: bool) -> None:
    assert "[bold]Read[/bold]" in printed(terminal=terminal, page="[bold]Read[/bold] :warning:")
    assert ":warning:" in printed(terminal=terminal, page="[bold]Read[/bold] :warning:")


def test_a_page_cannot_take_over_the_terminal() -> None:
    hostile = article(block("\x1b]0;owned\x07 text"), title="\x1b[2J")

    assert "\x1b" not in page_line("page", hostile)


def test_warnings_are_shown_in_a_line() -> None:
    warned = article(block("Text."), warnings=(PageWarning(code="brake", message="90% kept"),))

    assert summarize(warned).warnings[0].message == "90% kept"


def test_the_catalogue_is_the_docstring() -> None:
    entry = entry_of(Rail)

    assert as_list([entry]) == "acme.rail  Lines under a cue; a sentence stays."
    assert as_page(entry) == (
        "acme.rail\n\nLines under a cue; a sentence stays.\n\nMore about it.\n\n"
        "Settings:\n  max_words: int = 4\n    The longest headline, in words."
    )
    assert as_markdown([entry]).splitlines()[-1] == (
        "| `acme.rail` | Lines under a cue; a sentence stays. | `max_words=4` |"
    )
