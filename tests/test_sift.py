"""The sift: whose mark wins, what a Trim leaves, when the brake holds, and how a broken filter is named."""

import pickle
from collections.abc import Iterator
from dataclasses import replace

import pytest

from newsclean import FILTERS, Filter, FilterError, clean
from newsclean.block import Block, Mark, Page, Role, Trim
from newsclean.conventions.who.agencies import is_source
from newsclean.evidence import Evidence, weigh
from newsclean.evidence.phrased import LIKELY
from newsclean.filters.bio import Bios
from newsclean.filters.byline import Bylines
from newsclean.filters.captions import Captions
from newsclean.filters.comments import Comments
from newsclean.filters.headline import HeadlineLines
from newsclean.filters.navigation import Navigation
from newsclean.filters.tags import Tags
from newsclean.filters.unlikely import Unlikely
from newsclean.sift import Sifted, sift
from newsclean.sources import read

SENTENCES = (
    "The town of Sandwick voted on Thursday to keep its last ferry.",
    "Turnout was higher than at any election since the war.",
    "Fares will rise by a fifth in the summer, the council said.",
    "The crew of four had been given notice in January, and left.",
)
PAGE = read("\n\n".join((*SENTENCES, "Home")), kind="text")
EVIDENCE = weigh(PAGE)


class Pointing(Filter):
    """Points at blocks by their index."""

    name = "test.pointing"
    indexes: tuple[int, ...]
    role: Role = "other"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark | Trim]:  # noqa: ARG002  the contract's name
        """Yield a mark for each."""
        yield from (Mark(page.blocks[index], self.role, f"pointed at {index}") for index in self.indexes)


class PointingToo(Pointing):
    """A second one."""

    name = "test.pointing_too"


class Trimming(Filter):
    """Trims one block."""

    name = "test.trimming"
    index: int = 0
    start: int | None = None
    stop: int | None = None
    step: int | None = None

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark | Trim]:  # noqa: ARG002  the contract's name
        """Yield the trim."""
        yield Trim(page.blocks[self.index], slice(self.start, self.stop, self.step), "promo", "glued on")


class Broken(Filter):
    """Fails after its first mark."""

    name = "test.broken"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark | Trim]:  # noqa: ARG002  the contract's name
        """Yield once, then fail."""
        yield Mark(page.blocks[0], "other", "first")
        message = "no such thing"
        raise LookupError(message)


class Foreign(Filter):
    """Points at a block of its own making."""

    name = "test.foreign"
    index: int = 0

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark | Trim]:  # noqa: ARG002  the contract's name
        """Yield a mark on a block that looks like one of the page's."""
        yield Mark(Block(self.index, page.blocks[0].text), "other", "elsewhere")


def settle(*filters: Filter, max_unlikely_share: float = 0.9) -> Sifted:
    return sift(PAGE, EVIDENCE, filters, max_unlikely_share=max_unlikely_share)


def body(sifted: Sifted) -> list[int]:
    return [block.index for block in sifted.body]


def test_without_filters_everything_stays() -> None:
    sifted = settle()
    assert body(sifted) == [0, 1, 2, 3, 4]
    assert [verdict.block for verdict in sifted.verdicts] == list(PAGE.blocks)
    assert sifted.warnings == ()


def test_the_first_filter_that_marks_a_block_names_it() -> None:
    first, second = Pointing(indexes=(4, 1)), PointingToo(indexes=(1, 2), role="ad")
    sifted = settle(first, second)
    assert body(sifted) == [0, 3]
    assert [verdict.filter for verdict in sifted.verdicts] == [
        None, "test.pointing", "test.pointing_too", None, "test.pointing",
    ]  # fmt: skip
    assert settle(second, first).verdicts[1].role == "ad"


def test_of_two_marks_of_one_filter_the_first_wins() -> None:
    class Twice(Pointing):
        name = "test.twice"

        def find(self, page: Page, evidence: Evidence) -> Iterator[Mark | Trim]:
            yield Mark(page.blocks[4], "nav", "menu entry")
            yield from super().find(page, evidence)

    assert settle(Twice(indexes=(4,))).verdicts[4].role == "nav"


def test_a_copy_keeps_the_name_of_its_twin() -> None:
    class Copies(Filter):
        name = "test.copies"

        def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:  # noqa: ARG002
            yield Mark(page.blocks[0], "duplicate", "copy of block 1", twin_of=1)

    assert settle(Copies()).verdicts[0].twin_of == 1


def test_a_trim_keeps_its_slice_and_records_what_was_cut() -> None:
    verdict = settle(Trimming(index=0, stop=20)).verdicts[0]
    assert verdict.kept
    assert verdict.keep == slice(0, 20)
    (cut,) = verdict.cuts
    assert (cut.piece, cut.role, cut.filter, cut.because) == (
        slice(20, len(SENTENCES[0])), "promo", "test.trimming", "glued on",
    )  # fmt: skip


def test_trims_of_head_and_tail_add_up() -> None:
    class Tail(Trimming):
        name = "test.tail"

    verdict = settle(Trimming(index=0, start=4), Tail(index=0, stop=-9)).verdicts[0]
    assert verdict.keep == slice(4, len(SENTENCES[0]) - 9)
    assert [cut.filter for cut in verdict.cuts] == ["test.trimming", "test.tail"]


def test_a_mark_wins_over_a_trim() -> None:
    verdict = settle(Trimming(index=0, stop=20), Pointing(indexes=(0,))).verdicts[0]
    assert not verdict.kept
    assert verdict.cuts == ()


def test_a_trim_that_leaves_nothing_is_the_filters_fault() -> None:
    with pytest.raises(FilterError, match="left nothing") as caught:
        settle(Trimming(index=0, start=len(SENTENCES[0])))
    with pytest.raises(FilterError, match="left nothing"):
        settle(Trimming(index=0, stop=0))
    with pytest.raises(FilterError, match="left nothing"):
        settle(Trimming(index=0, stop=20), Trimming(index=0, start=30))
    assert caught.value.filter == "test.trimming"


def test_a_trim_with_a_step_is_refused() -> None:
    with pytest.raises(FilterError, match=r"test\.trimming.*step"):
        settle(Trimming(index=0, stop=20, step=2))


def test_a_filter_that_fails_is_named_and_its_error_attached() -> None:
    with pytest.raises(FilterError, match=r"test\.broken.*LookupError: no such thing") as caught:
        settle(Broken())
    assert caught.value.filter == "test.broken"
    assert isinstance(caught.value.__cause__, LookupError)


def test_a_filters_error_comes_whole_out_of_a_worker_process() -> None:
    error = pickle.loads(pickle.dumps(FilterError("acme.shouting", "ValueError: no")))  # noqa: S301 - made here
    assert (error.filter, str(error)) == ("acme.shouting", "filter 'acme.shouting': ValueError: no")


def test_what_is_no_mark_is_refused() -> None:
    class Blocks(Pointing):
        name = "test.blocks"

        def find(self, page: Page, evidence: Evidence) -> Iterator[Mark | Trim]:  # noqa: ARG002
            yield page.blocks[0]  # type: ignore[misc]

    with pytest.raises(FilterError, match=r"test\.blocks.*yields Mark and Trim, not Block"):
        settle(Blocks(indexes=()))


@pytest.mark.parametrize(
    ("mark", "problem"),
    [(("a line", "promo", "a cue"), "pointed at str"), ((None, ["promo"], "a cue"), r"no role \['promo'\]")],
    ids=["no block", "no role"],
)
def test_a_mark_of_something_else_is_refused(mark: tuple[object, object, str], problem: str) -> None:
    class Odd(Pointing):
        name = "test.odd"

        def find(self, page: Page, evidence: Evidence) -> Iterator[Mark | Trim]:  # noqa: ARG002
            block, role, because = mark
            yield Mark(block or page.blocks[0], role, because)  # type: ignore[arg-type]

    with pytest.raises(FilterError, match=rf"test\.odd.*{problem}"):
        settle(Odd(indexes=()))


@pytest.mark.parametrize("index", [0, 99, -1], ids=["like a block of the page", "beyond it", "before it"])
def test_a_block_that_is_not_on_the_page_is_refused(index: int) -> None:
    with pytest.raises(FilterError, match=r"test\.foreign.*not on the page") as caught:
        settle(Foreign(index=index))
    assert caught.value.filter == "test.foreign"


def test_the_brake_keeps_what_only_the_scorer_would_take() -> None:
    sifted = settle(Pointing(indexes=(0, 1, 2, 3, 4), role="unlikely"))
    # the sentences stay; the last line is none
    assert body(sifted) == [0, 1, 2, 3]
    ((code, message),) = sifted.warnings
    assert code == "brake"
    assert "100%" in message


def test_below_its_share_the_brake_lets_go() -> None:
    scorer = Pointing(indexes=(1, 2, 3, 4), role="unlikely")
    assert body(settle(scorer)) == [0]
    assert body(settle(scorer, max_unlikely_share=0.5)) == [0, 1, 2, 3]


@pytest.mark.parametrize("role", ["duplicate", "related", "comment"])
def test_copies_and_what_a_phrase_named_do_not_count_for_the_brake(role: Role) -> None:
    assert settle(Pointing(indexes=(0, 1, 2, 3), role=role), max_unlikely_share=0.1).warnings == ()
    named = Pointing(indexes=(1, 2, 3), role=role)
    assert body(settle(named)) == [0, 4]
    # of what is left the scorer takes all, and the brake holds that alone
    sifted = settle(named, PointingToo(indexes=(0, 1, 4), role="unlikely"))
    assert body(sifted) == [0]
    assert [verdict.role for verdict in sifted.verdicts] == [None, role, role, role, "unlikely"]


def test_lines_that_are_no_sentences_do_not_count_for_the_brake() -> None:
    assert body(settle(Pointing(indexes=(4,), role="unlikely"), max_unlikely_share=0.0)) == [0, 1, 2, 3]


def test_a_heading_whose_id_speaks_of_credits_is_no_pictures_credit() -> None:
    before, after = (f"<p>{' '.join(half)}</p>" for half in (SENTENCES[:2], SENTENCES[2:]))
    heading = "How the town will pay for it"
    page = f'<article><h1>Sandwick keeps its ferry</h1>{before}<h2 id="tax-credit">{heading}</h2>{after}</article>'
    assert heading in clean(page, kind="html").text


@pytest.mark.parametrize(
    ("filter_", "line"),
    [
        (Bylines(), "Author: Heather Webber"),
        (Navigation(), "Tirzepatide | Zepbound | Adults | Injection"),
        (Bios(), "A boat of AFP carried all of the guests across the bay."),
    ],
    ids=["the author of a book", "a row of a table", "a paragraph that names a paper"],
)
@pytest.mark.parametrize("score", [0.95, 0.3])
def test_what_the_scorer_takes_for_text_is_no_line_around_it(filter_: Filter, line: str, score: float) -> None:
    story = [*SENTENCES, *(sentence.replace("The", "This") for sentence in SENTENCES)] * 2
    before = ["AFP", "Written By"] if isinstance(filter_, Bios) else []
    lines = [*story[:8], *before, line, "Tweet", *story[8:]]
    page = read("\n\n".join(lines), kind="text")
    scores = [0.9] * len(lines)
    scores[lines.index(line)] = score
    evidence = replace(weigh(page), scores=tuple(scores))
    assert (line in {found.block.text for found in filter_.find(page, evidence)}) == (score < LIKELY)


def test_a_quote_that_a_networks_code_embeds_is_a_post_and_another_is_the_storys() -> None:
    quote = "“We will keep the ferry for as long as there are people who need it,” the mayor told the crew on the quay."
    post = "We have won, and the ferry stays with us for good."
    story = [f"<p>{sentence} {other}</p>" for sentence, other in zip(SENTENCES, reversed(SENTENCES), strict=True)]
    story[1:1] = [f"<blockquote><p>{quote}</p></blockquote>"]
    story[3:3] = [f'<blockquote class="twitter-tweet"><p>{post}</p>&mdash; Jane Doe</blockquote>']
    article = clean(f"<article><h1>Sandwick keeps its ferry</h1>{''.join(story)}</article>", kind="html")
    found = {block.text: block.role for block in article.blocks}
    assert (found[quote], found[post]) == ("quote", "embed")


@pytest.mark.parametrize(("score", "credit", "goes"), [
    (0.6, "© Ines Vallet", True),
    (0.6, "Photo: Ines Vallet", True),
    (0.9, "© Ines Vallet", True),
    (0.95, "© Ines Vallet", False),
    (0.9, "(Valley Press)", True),
    (0.9, "(they are his own)", False),
    (0.9, "[17]", False),
    (0.9, "Photo: Ines Vallet", False),
    (0.6, "Source: Sandwick Herald", False),
])  # fmt: skip
def test_a_sentence_right_above_a_pictures_credit_is_its_caption(score: float, credit: str, *, goes: bool) -> None:
    lines = [*SENTENCES[:2], "The captain at the quay with two of his goats.", credit, *SENTENCES[2:]]
    page = read("\n\n".join(lines), kind="text")
    evidence = replace(weigh(page), scores=(0.9, 0.9, score, 0.1, 0.9, 0.9))
    assert (lines[2] in {mark.block.text for mark in Captions().find(page, evidence)}) is goes


@pytest.mark.parametrize(("score", "beside", "goes"), [(0.55, 0.1, True), (0.65, 0.1, False), (0.55, 0.3, False)])
def test_a_line_far_below_the_body_amid_junk_has_to_be_likelier(score: float, beside: float, *, goes: bool) -> None:
    lines = [*SENTENCES * 2, *("Home", "Sport") * 8, "The harbour master has retired, and nobody knows why.", "Letters"]
    page = read("\n\n".join(lines), kind="text")
    scores = [0.95] * 8 + [0.1] * 15 + [beside, score, beside]
    evidence = replace(weigh(page), scores=tuple(scores), cut=0.5)
    assert (lines[-2] in {mark.block.text for mark in Unlikely().find(page, evidence)}) is goes


def test_a_paragraph_far_below_the_body_of_a_page_in_doubt_needs_no_more_than_any_other() -> None:
    paragraph = f"{SENTENCES[0]} {SENTENCES[1]}"
    lines = [*SENTENCES, *("Home", "Sport") * 8, paragraph, "Letters"]
    for kind in ("text", "html"):
        source = "\n\n".join(lines) if kind == "text" else "".join(f"<p>{line}</p>" for line in lines)
        page = read(source, kind=kind)
        evidence = replace(weigh(page), scores=(*[0.95] * 4, *[0.1] * 16, 0.3, 0.1), cut=0.35)
        assert paragraph not in {mark.block.text for mark in Unlikely().find(page, evidence)}


HINDI = "पुल जून के मध्य तक बंद रहेगा और गाड़ियों को घूमकर जाना होगा। मरम्मत का खर्च बढ़कर चार करोड़ रुपये हो गया है।"


@pytest.mark.parametrize(
    ("paragraph", "score", "goes"),
    [
        (HINDI, 0.18, False),
        (HINDI, 0.12, True),
        (" ".join(SENTENCES[:2]), 0.18, True),
        ("警方正在追查资金来源，而且没有什么可说的。消防员用了三个小时才把火扑灭，没有人受伤。", 0.18, True),
    ],
)
def test_paragraphs_in_letters_that_no_gold_page_has_stay_sooner(paragraph: str, score: float, *, goes: bool) -> None:
    page = read("\n\n".join([paragraph] * 3), kind="text")
    evidence = replace(weigh(page), scores=(0.9, 0.9, score), cut=0.5)
    assert bool(list(Unlikely().find(page, evidence))) is goes


@pytest.mark.parametrize(
    ("markup", "scores", "goes"),
    [
        ("<h2>What it costs</h2>", (0.15,), False),
        ("<h4>What it costs</h4>", (0.15,), False),
        ("<h2>What it costs</h2><h3>The crew</h3>", (0.15, 0.15), False),
        ("<h2>What it costs</h2><ul><li>A boat: 40</li><li>A car: 20</li></ul>", (0.15, 0.2, 0.25), False),
        ("<ul><li>A boat: 40</li><li>A car: 20</li></ul>", (0.1, 0.35), False),
        ("<ul><li>A boat: 40</li><li>A car: 20</li></ul>", (0.1, 0.2), True),
        ("<ul><li>A boat: 40</li></ul>", (0.45,), True),
        ('<ul><li><a href="/a">A boat: 40</a></li><li><a href="/b">A car: 20</a></li></ul>', (0.4, 0.4), True),
        ("<h2>What it costs</h2>", (0.05,), True),
        ("<p>What it costs</p>", (0.15,), True),
        ("<h1>What it costs</h1>", (0.15,), True),
        ('<h2><a href="/a">What it costs</a></h2>', (0.15,), True),
        ("<h2>Read more</h2>", (0.15,), True),
        ("<h2>What it costs</h2><p>Home</p>", (0.15, 0.1), True),
    ],
)
def test_subheadings_and_lists_amid_the_body_stay(markup: str, scores: tuple[float, ...], *, goes: bool) -> None:
    story = [f"<p>{one} {other}</p>" for one, other in zip(SENTENCES, reversed(SENTENCES), strict=True)]
    page = read("".join((*story[:2], markup, *story[2:])), kind="html")
    found = weigh(page)
    evidence = replace(found, scores=(0.9, 0.9, *scores, 0.9, 0.9), cut=0.5)
    marked = {mark.block.index for mark in Unlikely().find(page, evidence)}
    assert marked == ({*range(2, 2 + len(scores))} if goes else set())
    # the same lines below the story are junk
    page = read("".join((*story, markup, "<p>Home</p>")), kind="html")
    evidence = replace(weigh(page), scores=(*[0.9] * 4, *scores, 0.1), cut=0.5)
    assert {mark.block.index for mark in Unlikely().find(page, evidence)} == {*range(4, 5 + len(scores))}


@pytest.mark.parametrize(
    ("markup", "scores", "goes"),
    [
        ("<dl><dt>A boat</dt><dd>Forty pounds</dd></dl>", (0.05, 0.9), []),
        ("<dl><dt>A boat</dt><dt>A raft</dt><dd><p>Forty pounds</p></dd></dl>", (0.05, 0.05, 0.9), []),
        ("<dl><dt>A boat</dt><dd>Forty pounds</dd></dl>", (0.05, 0.1), [2, 3]),
        ("<dl><dt>A boat</dt><dd>No</dd><dd>Forty pounds</dd></dl>", (0.05, 0.1, 0.9), [2, 3]),
        ("<dl><dt>A boat</dt></dl><dl><dd>Forty pounds</dd></dl>", (0.05, 0.9), [2]),
        ('<dl><dt><a href="/a">A boat</a></dt><dd>Forty pounds</dd></dl>', (0.05, 0.9), [2]),
        ("<dl><dt>Read more</dt><dd>Forty pounds</dd></dl>", (0.05, 0.9), [2]),
    ],
)
def test_the_term_of_a_definition_that_stays_does_too(markup: str, scores: tuple[float, ...], goes: list[int]) -> None:
    story = [f"<p>{one} {other}</p>" for one, other in zip(SENTENCES, reversed(SENTENCES), strict=True)]
    page = read("".join((*story[:2], markup, *story[2:])), kind="html")
    evidence = replace(weigh(page), scores=(0.9, 0.9, *scores, 0.9, 0.9), cut=0.5)
    assert [mark.block.index for mark in Unlikely().find(page, evidence)] == goes


@pytest.mark.parametrize(
    ("lines", "scores", "goes"),
    [
        (("The crew",), (0.35,), False),
        (("The crew",), (0.25,), True),
        (("12 March 2024",), (0.35,), True),
        (("© Ines Vallet",), (0.35,), True),
        (("Where to buy:",), (0.35,), True),
        (("The crew", "Ines Vallet"), (0.35, 0.35), True),
        (("A list of all that the council said and of much that it did not",), (0.35,), True),
    ],
)
def test_a_line_set_off_between_two_paragraphs_of_a_dump_stays(
    lines: tuple[str, ...], scores: tuple[float, ...], *, goes: bool
) -> None:
    page = read("\n\n".join((*SENTENCES[:2], *lines, *SENTENCES[2:])), kind="text")
    evidence = replace(weigh(page), scores=(0.9, 0.9, *scores, 0.9, 0.9), cut=0.5)
    marked = {mark.block.index for mark in Unlikely().find(page, evidence)}
    assert marked == ({*range(2, 2 + len(scores))} if goes else set())


REMARKS = (
    "They could have told us so in January already.",
    "My uncle was one of the four, and he found work ashore.",
    "Nobody has asked the children of the island yet.",
)


@pytest.mark.parametrize(
    ("heads", "goes"),
    [
        (("Posted by {} on 12 March 2024 at 5:48 pm",), True),
        (("{}", "March 12, 2024 at 5:48 pm"), True),
        (("{} • 3 years ago",), True),
        (("{}", "vor 3 Stunden"), True),
        (("张 2024年3月12日 10:15",), True),
        (("14:05 GMT",), False),
        (("March 12, 2024 at 5:48 pm",), False),
        (("12 March 2024",), False),
        (("{}: 12 March 2024",), False),
        (("{} • 6 min read",), False),
    ],
)
def test_lines_that_say_who_wrote_when_end_the_story_of_a_dump(heads: tuple[str, ...], *, goes: bool) -> None:
    story = [f"{SENTENCES[number % 4]} {SENTENCES[number % 3]}" for number in range(8)]
    posts = [
        [*(head.format(name) for head in heads), f"{remark} {remark}" if not goes else remark] * (1 if goes else 4)
        for name, remark in zip(("Ann Lee", "Bo Ek", "Ines Vallet"), REMARKS, strict=True)
    ]
    lines = [*story, *(line for post in posts for line in post)]
    page = read("\n\n".join(lines), kind="text")
    evidence = replace(weigh(page), scores=tuple(0.9 if len(line) > 40 else 0.3 for line in lines))
    marked = {mark.block.text for mark in Comments().find(page, evidence) if isinstance(mark, Mark)}
    assert marked.isdisjoint(story)
    assert {*REMARKS} <= marked if goes else not marked


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Filed under: Film, Godzilla, Gone Girl, The Tale Of The Princess Kaguya, Lists", True),
        ("Filed under: Film, The Tale Of The Princess Kaguya", False),
        ("Topics: the ferry and its crew, what the council said of it all, the long summer of the last strike", False),
    ],
)
def test_a_line_of_many_topics_goes_however_likely(line: str, *, goes: bool) -> None:
    page = read("\n\n".join((*SENTENCES, line)), kind="text")
    evidence = replace(weigh(page), scores=(0.9, 0.9, 0.9, 0.9, 0.85))
    assert bool(list(Tags().find(page, evidence))) is goes


@pytest.mark.parametrize(("score", "goes"), [(0.95, False), (0.4, True)])
def test_a_lead_that_the_page_gives_as_its_title_stays_in_the_text(score: float, *, goes: bool) -> None:
    story = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    page = read(f'<meta property="og:title" content="{SENTENCES[0]}"><article>{story}</article>', kind="html")
    evidence = replace(weigh(page), scores=(score, 0.9, 0.9, 0.9))
    assert (SENTENCES[0] in {mark.block.text for mark in HeadlineLines().find(page, evidence)}) is goes


@pytest.mark.parametrize(
    ("lines", "scores", "goes"),
    [
        (("1. Finland", "2. Norway", "3. Austria"), (0.2, 0.3, 0.4), False),
        (("1) Finland", "2) Norway"), (0.2, 0.4), False),
        (("- The boat", "- The crew"), (0.2, 0.4), False),
        (("1. Finland", "2. Norway", "3. Austria"), (0.2, 0.3, 0.35), True),
        (("1. Finland",), (0.35,), True),
        (("Finland", "Norway", "Austria"), (0.2, 0.3, 0.4), True),
        (("2. Finland", "3. Norway"), (0.4, 0.4), True),
        (("10 Finland", "12 Norway"), (0.4, 0.4), True),
    ],
)
def test_a_list_of_a_dump_stays_whole(lines: tuple[str, ...], scores: tuple[float, ...], *, goes: bool) -> None:
    page = read("\n".join((*SENTENCES[:2], *lines, *SENTENCES[2:])), kind="text")
    evidence = replace(weigh(page), scores=(0.9, 0.9, *scores, 0.9, 0.9), cut=0.5)
    marked = {mark.block.index for mark in Unlikely().find(page, evidence)}
    assert marked == ({*range(2, 2 + len(scores))} if goes else set())


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Story continues below advertisement", True),
        ("Follow us on Google News", True),
        ("Download the Sandwick Post app", True),
        ("Don't miss these stories from The Post:", True),
        ("© Riproduzione riservata", True),
        ("© 2024 AFP", True),
        ("Privacy", False),
        ("Share", False),
        ("The © sign was missing on both of the letters.", False),
        ("The advertisement continues to run.", False),
    ],
)
def test_a_whole_phrase_goes_however_much_it_looks_like_a_paragraph(line: str, *, goes: bool) -> None:
    lines = (*SENTENCES, line, *(sentence.replace("The", "This") for sentence in SENTENCES))
    page = read("".join(f"<p>{text}</p>" for text in lines), kind="html")
    evidence = replace(weigh(page), scores=(0.98,) * len(lines))
    marked = {mark.block.text for filter_ in FILTERS for mark in filter_.find(page, evidence) if isinstance(mark, Mark)}
    assert (line in marked) is goes


@pytest.mark.parametrize("deep_first", [True, False])
def test_a_menu_is_one_whatever_link_stands_before_it(*, deep_first: bool) -> None:
    deep = f"{'<div>' * 14}<a href='/deep'>Harbour views of old</a>{'</div>' * 14}"
    near = "<p><a href='/near'>Harbour views of late</a></p>"
    links = deep + near if deep_first else near + deep
    body = "".join(f"<p>{one} {other}</p>" for one, other in zip(SENTENCES, reversed(SENTENCES), strict=True))
    page = read(f"<nav><div><div>{links}</div></div></nav><main><h1>Ferry</h1>{body}</main>", kind="html")
    marked = {mark.block.text for mark in Navigation().find(page, weigh(page))}
    assert "Harbour views of late" in marked


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Source: Sandwick Herald", True),
        ("Quelle dpa", True),
        ("来源新华社", True),
        ("Viable boats of Sandwick", False),
        ("Bystander photo", False),
        ("Withdrawn", False),
    ],
)
def test_a_source_is_named_by_a_whole_word(line: str, *, found: bool) -> None:
    assert is_source(line) is found


def test_the_choices_of_a_form_are_no_text_and_a_lone_label_is() -> None:
    story = (
        "<p>The old ferry of Sandwick was moored at the slip on Thursday, and nobody had slept, the mate said.</p>" * 2
    )
    choices = "<label>No, that would be a pity.</label><label>Only where she cannot be saved.</label>"
    kept = clean(f"<article>{story}{choices}{story}</article>", kind="html")
    assert [block.because for block in kept.blocks if block.text.startswith(("No, ", "Only "))] == [
        "choice of a form"
    ] * 2
    alone = clean(f"<article>{story}<label>Who pays for it now?</label>{story}</article>", kind="html")
    assert "choice of a form" not in {block.because for block in alone.blocks}
