"""The case-file reader: what it reads as a case, and what it refuses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import Filter
from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.testing import Case, read_cases


class Shouting(Filter):
    """Lines in capitals only."""

    name = "test.shouting"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:  # noqa: ARG002  the contract's name
        """Yield them, and the first one twice."""
        found = [block for block in page.blocks if block.text.isupper()]
        yield from (Mark(block, "other", "line in capitals") for block in (*found, *found[:1]))


def cases(folder: Path, text: str) -> list[Case]:
    file = folder / "shouting.diff"
    file.write_text(text, encoding="utf-8")
    return list(read_cases(file))


def test_a_file_is_cases_parted_by_blank_lines(tmp_path: Path) -> None:
    one, two = cases(tmp_path, "# one\n- LOUD\n  quiet\n\n\n# FIXME two\n  a\n  b\n")
    assert one == Case("one", ("LOUD", "quiet"), junk=(0,))
    assert two == Case("two", ("a", "b"), junk=(), known_failure=True)


def test_a_case_is_a_page_with_a_block_a_line() -> None:
    page = Case("a page", ("First line.", "- a dash of its own", "third"), junk=()).page()
    assert page.kind == "text"
    assert len(page.blocks) == 3


def test_links_make_the_page_html_and_stay_in_their_lines() -> None:
    page = Case("a page", ("Fish & chips < 5", "see [the menu](/m?a=1&b=2) here"), junk=()).page()
    assert page.kind == "html"
    assert [block.text for block in page.blocks] == ["Fish & chips < 5", "see the menu here"]
    assert [block.link_chars for block in page.blocks] == [0, len("the menu")]


def test_found_gives_positions_in_order_and_once() -> None:
    case = Case("a case", ("quiet", "LOUD", "LOUDER", "quiet"), junk=(1, 2))
    assert case.found(Shouting()) == case.junk


@pytest.mark.parametrize(
    "text",
    ["- LOUD\n", "# one\nLOUD\n", "# one\n+ LOUD\n", "# one\n-LOUD\n", "# one\n- LOUD\n\n  quiet\n"],
    ids=["no title", "no mark", "wrong mark", "no space after the mark", "a case without a title"],
)
def test_what_is_no_case_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"shouting\.diff, case \d"):
        cases(tmp_path, text)


def test_the_message_counts_the_cases(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="case 2"):
        cases(tmp_path, "# one\n- LOUD\n\n# two\nLOUD\n")
