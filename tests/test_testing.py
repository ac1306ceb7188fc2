"""The case-file reader: what it reads as a case, and what it refuses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import Filter, FilterError
from newsclean.block import Mark, Page, Role, Trim
from newsclean.evidence import Evidence
from newsclean.testing import Case, read_cases


class Shouting(Filter):
    """Lines in capitals only."""

    name = "test.shouting"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:  # noqa: ARG002  the contract's name
        """Yield them, and the first one twice."""
        found = [block for block in page.blocks if block.text.isupper()]
        yield from (Mark(block, "other", "line in capitals") for block in (*found, *found[:1]))


class Cutting(Filter):
    """What stands behind a bar, and in front of a colon."""

    name = "test.cutting"
    role: Role = "other"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Trim]:  # noqa: ARG002  the contract's name
        """Yield a trim for each."""
        for block in page.blocks:
            if ": " in block.text:
                yield Trim(block, slice(block.text.index(":") + 1, None), self.role, "label")
            if " | " in block.text:
                yield Trim(block, slice(block.text.index("|")), self.role, "behind a bar")


def cases(folder: Path, text: str) -> list[Case]:
    file = folder / "shouting.diff"
    file.write_text(text, encoding="utf-8")
    return list(read_cases(file))


def test_a_file_is_cases_parted_by_blank_lines(tmp_path: Path) -> None:
    one, two = cases(tmp_path, "# one\n- LOUD\n  quiet\n\n\n# FIXME two\n  a\n  b\n")
    assert one == Case("one", ("LOUD", "quiet"), junk={0: ""})
    assert two == Case("two", ("a", "b"), junk={}, known_failure=True)


def test_a_case_is_a_page_with_a_block_a_line() -> None:
    page = Case("a page", ("First line.", "- a dash of its own", "third"), junk={}).page()
    assert page.kind == "text"
    assert len(page.blocks) == 3


def test_links_make_the_page_html_and_stay_in_their_lines() -> None:
    page = Case("a page", ("Fish & chips < 5", "see [the menu](/m?a=1&b=2) here"), junk={}).page()
    assert page.kind == "html"
    assert [block.text for block in page.blocks] == ["Fish & chips < 5", "see the menu here"]
    assert [block.link_chars for block in page.blocks] == [0, len("the menu")]


def test_found_gives_positions_in_order_and_once() -> None:
    case = Case("a case", ("quiet", "LOUD", "LOUDER", "quiet"), junk={1: "", 2: ""})
    assert case.found(Shouting()) == case.junk


def test_a_line_with_a_plus_is_what_a_trim_leaves(tmp_path: Path) -> None:
    [case] = cases(tmp_path, "# one\n- NEWS: The [ferry](/f) sails. | Weather\n+ The ferry sails.\n  It is old.\n")
    assert case.lines == ("NEWS: The [ferry](/f) sails. | Weather", "It is old.")
    assert case.found(Cutting()) == case.junk == {0: "The ferry sails."}
    assert case.reasons(Cutting()) == {("other", "label"), ("other", "behind a bar")}


def test_a_line_that_goes_whole_is_no_line_that_is_trimmed(tmp_path: Path) -> None:
    [case] = cases(tmp_path, "# one\n- The ferry sails. | Weather\n")
    assert case.found(Cutting()) != case.junk


def test_reasons_are_what_the_filter_says() -> None:
    assert Case("one", ("LOUD", "quiet"), junk={0: ""}).reasons(Shouting()) == {("other", "line in capitals")}


def test_a_role_that_there_is_not_is_named_with_its_filter_and_its_line() -> None:
    wrong = Cutting.model_construct(role="weather")
    with pytest.raises(FilterError, match=r"test\.cutting.*no role 'weather'.*The ferry \| Weather"):
        Case("one", ("The ferry | Weather",), junk={}).found(wrong)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("- LOUD\n", "1: '- LOUD'", "starts with its title"),
        ("#\n- LOUD\n", "1: '#'", "starts with its title"),
        ("# one\n- LOUD\n\n  quiet\n", "4: '  quiet'", "starts with its title"),
        ("# one\nLOUD\n", "2: 'LOUD'", "starts with"),
        ("# one\n  quiet\n\n# two\n-LOUD\n", "5: '-LOUD'", "starts with"),
        ("# one\n\n# two\n- LOUD\n", "1: '# one'", "has no lines"),
        ("\n\n# one\n", "3: '# one'", "has no lines"),
        ("# one\n- LOUD\n\n# FIXME one\n- LOUD\n", "4: '# FIXME one'", "line 1 has the same title"),
        ("# one\n+ LOUD\n", "2: '+ LOUD'", "the part that stays"),
        ("# one\n  LOUD LINE\n+ LOUD\n", "3: '+ LOUD'", "the part that stays"),
        ("# one\n- LOUD LINE\n+ quiet\n", "3: '+ quiet'", "the part that stays"),
        ("# one\n- LOUD LINE\n+ LOUD LINE\n", "3: '+ LOUD LINE'", "the part that stays"),
        ("# one\n- LOUD LINE\n+ \n", "3: '+ '", "the part that stays"),
        ("# one\n- LOUD LINE\n+ LOUD\n+ LINE\n", "4: '+ LINE'", "the part that stays"),
    ],
)
def test_what_is_no_case_is_refused_with_its_line(tmp_path: Path, text: str, line: str, problem: str) -> None:
    with pytest.raises(ValueError, match=f"shouting.diff, line {line.replace('+', '[+]')}: .*{problem}"):
        cases(tmp_path, text)
