"""The case files: every filter points at the lines that its file marks, and at no other."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsclean import FILTERS, clean
from newsclean.evidence import weigh
from newsclean.filters.captions import Captions
from newsclean.filters.comments import Comments
from newsclean.filters.related import Related
from newsclean.filters.unlikely import Unlikely
from newsclean.sources import read
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


def test_the_rows_of_a_table_that_start_with_a_day_stay() -> None:
    story = (
        "The crews of the Sandwick ferry ended their strike on Thursday, after a night of talks in the harbour office.",
        "They had asked for rest rooms, and will now get two of them, each with a kettle, the company said.",
        "Fares have moved as follows since the strike began, according to the figures that the harbour office keeps:",
    )
    rows = "".join(f"<tr><td>{day}/1/2013</td><td>+{day}.1%</td><td>{day}.40</td></tr>" for day in range(1, 9))
    paragraphs = "".join(f"<p>{text}</p>" for text in story)
    page = f"<h1>Ferry strike ends</h1>{paragraphs}<table><tr><th>Day</th><th>Change</th></tr>{rows}</table>"
    assert clean(page).text.split("\n\n")[-8:] == [f"{day}/1/2013 | +{day}.1% | {day}.40" for day in range(1, 9)]


@pytest.mark.parametrize(
    ("last", "above", "stays"),
    [
        ("The ferry will sail again on Monday, the town said late on Thursday. (AFP)", 0.9, True),
        ("Die Fähre fährt am Montag wieder, wie die Stadt am Donnerstag mitteilte.(mkl)", 0.9, True),
        ("船长说，下周一渡轮将恢复运行，票价不变，行李照旧免费托运。（完）", 0.9, True),
        ("The ferry will sail again on Monday, the town said late on Thursday. (AFP)", 0.1, False),
        ("The ferry will sail again on Monday, the town said late on Thursday.", 0.9, False),
        ("The ferry of Sandwick leaves the quay on Monday without its captain (right)", 0.9, False),
        ("Read more. (AFP)", 0.9, False),
    ],
)
def test_an_unlikely_line_stays_where_it_signs_off_the_story(last: str, above: float, *, stays: bool) -> None:
    page = read(f"Harbour\n\nTurnout was higher than at any election since the war, the officer said.\n\n{last}")
    evidence = replace(weigh(page), scores=(0.0, above, 0.2), cut=0.5)
    found = [mark.block.text for mark in Unlikely().find(page, evidence)]
    assert (last not in found) is stays


@pytest.mark.parametrize(
    ("credit", "stays"),
    [("Foto: Jembatan bambu di Sandwick. (Rizky Pratama/Kabar)", True), ("Foto: Rizky Pratama/Kabar", False)],
)
def test_a_sentence_stays_above_a_credit_that_has_its_caption_on_its_line(credit: str, *, stays: bool) -> None:
    above = "The people of Sandwick built a bridge of ninety metres in eleven days."
    page = read(f"Harbour\n\n{above}\n\n{credit}\n\nThe mayor promised them a better one for the next year.")
    evidence = replace(weigh(page), scores=(0.0, 0.7, 0.1, 0.9))
    found = [mark.block.text for mark in Captions().find(page, evidence)]
    assert credit in found
    assert (above not in found) is stays


def test_entries_of_a_widget_far_below_the_story_go_though_each_scores_enough() -> None:
    told = "".join(
        f"<p>The harbour of Sandwick froze for the {nth} time, its master said on Monday.</p>" for nth in range(3)
    )
    towns = ("Lesk", "Tarn", "Odell", "Brandt")
    widget = "".join(f"<li><span>{town}</span>" + "<div>1.0 mm</div>" * 12 + "</li>" for town in towns)
    near = "<li>Tickets at the pier</li>"
    page = read(f"<html><body>{told}<ul>{near}</ul><ul>{widget}</ul></body></html>", kind="html")
    scores = tuple(
        0.9 if block.text.endswith(("Monday.", "pier")) else 0.55 if block.text in towns else 0.1
        for block in page.blocks
    )
    found = {mark.block.text for mark in Unlikely().find(page, replace(weigh(page), scores=scores, cut=0.5))}
    assert found == {"1.0 mm", *towns[1:]}


def test_a_count_of_no_comments_above_a_story_opens_no_thread() -> None:
    told = "The harbour of Sandwick froze for the third time this winter, its master said on Monday morning."
    for count, stays in (("0 comments", True), ("3 comments", False)):
        page = read(f"Harbour\n\n{count}\n\n{told}\n\nNobody could remember such a winter, and everybody spoke of it.")
        evidence = replace(weigh(page), scores=(0.0, 0.0, 0.3, 0.3))
        found = [mark.block.text for mark in Comments().find(page, evidence)]
        assert (told not in found) is stays


TOLD = (
    "The harbour of Sandwick froze for the third time this winter, its master said on Monday, and the ferries stay in. "
    "Nobody could remember a winter like it, and the oldest of the fishermen went home to look it up in his logbook."
)
TEASERS = ("A bell comes home", "The dock is dry", "Rivets for sale", "Soup at the pier")


@pytest.mark.parametrize(
    ("heading", "teaser", "paragraphs", "go"),
    [
        ("<h3><a href='/a'>{}</a></h3>", "What the town says about it, in short.", 4, True),
        ("<h3>Culture <a href='/a'>{} after ninety years</a></h3>", "What the town says about it, in short.", 4, True),
        ("<h3>{}</h3>", "What the town says about it, in short.", 4, False),
        ("<h3><a href='/a'>{}</a></h3>", f"{TOLD} {TOLD}", 4, False),
        ("<h3><a href='/a'>{}</a></h3>", "What the town says about it, in short.", 1, False),
    ],
)
def test_articles_below_the_story_that_link_to_others_go(
    heading: str, teaser: str, paragraphs: int, *, go: bool
) -> None:
    cards = "".join(f"<article class='card'>{heading.format(each)}<p>{teaser}</p></article>" for each in TEASERS)
    page = read(
        f"<html><body>{f'<p>{TOLD}</p>' * paragraphs}<div><h2>In depth</h2>{cards}</div></body></html>", kind="html"
    )
    scores = tuple(0.9 if block.text == TOLD else 0.7 for block in page.blocks)
    found = [mark.block.text for mark in Related().find(page, replace(weigh(page), scores=scores, cut=0.5))]
    assert len(found) == (2 * len(TEASERS) + 1 if go else 0)
