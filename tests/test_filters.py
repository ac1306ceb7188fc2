"""The case files: every filter points at the lines that its file marks, and at no other."""

from pathlib import Path

import pytest

from newsclean import FILTERS
from newsclean.testing import Case, read_cases

FOLDER = Path(__file__).parent.parent / "fixtures" / "filters"
BY_NAME = {filter_.name: filter_ for filter_ in FILTERS}
CASES = {path.stem: tuple(read_cases(path)) for path in sorted(FOLDER.glob("*.diff"))}
MIN_HITS, MIN_NEAR_MISSES = 1, 2


def test_every_filter_has_its_case_file_and_every_file_its_filter() -> None:
    assert sorted(CASES) == sorted(BY_NAME)


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_a_case_file_has_hits_and_near_misses(name: str) -> None:
    cases = [case for case in CASES.get(name, ()) if not case.known_failure]
    assert sum(len(case.junk) for case in cases) >= MIN_HITS
    assert sum(len(case.lines) - len(case.junk) for case in cases) >= MIN_NEAR_MISSES


@pytest.mark.parametrize(
    ("name", "case"),
    [
        pytest.param(
            name,
            case,
            id=f"{name}: {case.title}",
            marks=pytest.mark.xfail(reason="known failure", strict=True) if case.known_failure else (),
        )
        for name, cases in CASES.items()
        for case in cases
    ],
)
def test_case(name: str, case: Case) -> None:
    found = case.found(BY_NAME[name])
    assert found == case.junk, [case.lines[index] for index in found.keys() ^ case.junk.keys()]
