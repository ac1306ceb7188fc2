"""The configuration of a cleaner: frozen, equal, picklable, and rebuilt from its JSON."""

import pickle
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from newsclean import FILTERS, Cleaner, Filter, __version__
from newsclean.block import Mark, Page
from newsclean.errors import ConfigurationError, SourceError
from newsclean.evidence import Evidence
from newsclean.report.catalogue import entry_of

PAGE = "Old bridge reopens\n\nShare this article\n\nThe old bridge reopened on Friday, the mayor of the town said."


class Mine(Filter):
    """A filter that points at lines with a word."""

    name = "acme.mine"
    word: str = "bridge"
    max_words: int = 5
    only: tuple[str, ...] = ()
    careful: bool = False

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        for block in page.blocks:
            if self.word in block.text and evidence.words(block) <= self.max_words:
                yield Mark(block, "other", f"short line with the word {self.word}")


def adjusted(*settings: str) -> Cleaner:
    return Cleaner(filters=[Mine()]).adjusted(settings=dict(setting.split("=", 1) for setting in settings))


def test_the_default_cleaner_is_rebuilt_from_its_json() -> None:
    cleaner = Cleaner(max_bytes=1_000_000)

    assert Cleaner.model_validate_json(cleaner.model_dump_json()) == cleaner
    assert Cleaner.model_validate(cleaner.model_dump()) == cleaner


def test_a_used_cleaner_is_equal_to_a_fresh_one_and_pickles() -> None:
    used, fresh = Cleaner(filters=[Mine()]), Cleaner(filters=[Mine()])
    used.clean(PAGE)

    assert used == fresh
    assert hash(used) == hash(fresh)
    assert pickle.loads(pickle.dumps(used)) == fresh  # noqa: S301 - our own bytes


def test_a_list_of_filters_becomes_a_tuple_so_that_nobody_can_change_it() -> None:
    filters: list[Filter] = [Mine()]
    cleaner = Cleaner(filters=filters)
    filters.clear()

    assert cleaner.filters == (Mine(),)


def test_a_cleaner_is_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Cleaner().max_bytes = 1


def test_another_setting_is_another_configuration() -> None:
    one, other = Cleaner(filters=[Mine()]), Cleaner(filters=[Mine(max_words=6)])

    assert one != other
    assert one.clean(PAGE).meta.config_hash != other.clean(PAGE).meta.config_hash


def test_a_used_cleaner_that_is_adjusted_is_another_configuration() -> None:
    used = Cleaner()
    known = used.clean(PAGE).meta.config_hash

    assert used.adjusted(without=iter(["related"])).clean(PAGE).meta.config_hash != known
    assert used.model_copy(update={"max_bytes": 5_000}).clean(PAGE).meta.config_hash != known
    assert used.model_copy().clean(PAGE).meta.config_hash == known


def test_a_page_is_measured_in_bytes() -> None:
    assert Cleaner(max_bytes=20).clean("é" * 10).text == ""
    with pytest.raises(SourceError, match="20 bytes, more than max_bytes=19"):
        Cleaner(max_bytes=19).clean("é" * 10)


def test_a_kind_that_there_is_not_is_refused() -> None:
    with pytest.raises(SourceError, match="a page is html or text, not 'HTML'"):
        Cleaner().clean("<p>The ferry sails again.</p>", kind="HTML")  # type: ignore[arg-type]


def test_a_name_is_held_once() -> None:
    with pytest.raises(ConfigurationError, match=r"2 filters are called 'acme.mine'"):
        Cleaner(filters=[Mine(), Mine(max_words=3)])


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        pytest.param("acme.mine.max_words=20", Mine(max_words=20), id="number"),
        pytest.param("acme.mine.word=20", Mine(word="20"), id="text that looks like a number"),
        pytest.param("acme.mine.word=a=b", Mine(word="a=b"), id="equals sign in the value"),
        pytest.param("acme.mine.careful=yes", Mine(careful=True), id="truth"),
        pytest.param('acme.mine.only=["a", "b"]', Mine(only=("a", "b")), id="list as JSON"),
    ],
)
def test_a_setting_has_the_type_of_its_field(setting: str, expected: Mine) -> None:
    assert adjusted(setting).filters == (expected,)


def test_settings_of_one_filter_add_up() -> None:
    assert adjusted("acme.mine.word=dam", "acme.mine.max_words=2").filters == (Mine(word="dam", max_words=2),)


def test_a_setting_without_a_filter_is_the_cleaner_s() -> None:
    assert adjusted("max_bytes=5000").max_bytes == 5000


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        pytest.param(
            "acme.mine.max_word=2", "no setting 'max_word'; it has: word, max_words, only, careful", id="field"
        ),
        pytest.param("acme.min.max_words=2", "no filter 'acme.min' here; there are: acme.mine", id="filter"),
        pytest.param("acme.mine.max_words=many", "acme.mine.max_words cannot be 'many': .*integer", id="value"),
        pytest.param("acme.mine.max_words=2.5", "acme.mine.max_words cannot be 2.5: .*integer", id="fraction"),
        pytest.param("max_byte=2", "cleaner has no setting 'max_byte'; it has: filters, max_bytes", id="cleaner"),
        pytest.param("max_bytes=-2", "cleaner.max_bytes cannot be .*greater than 0", id="bound"),
    ],
)
def test_a_misspelt_setting_is_refused_with_what_is_allowed(setting: str, problem: str) -> None:
    with pytest.raises(ConfigurationError, match=problem):
        adjusted(setting)


def test_a_filter_can_be_left_out() -> None:
    cleaner = Cleaner(filters=[Mine()])

    assert cleaner.adjusted(without=["acme.mine"]).filters == ()
    with pytest.raises(ConfigurationError, match=r"no filter 'mine' here; there are: acme.mine"):
        cleaner.adjusted(without=["mine"])


@pytest.mark.parametrize(
    ("filter_", "setting"),
    [(filter_, setting) for filter_ in FILTERS for setting in type(filter_).model_fields],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_every_setting_refuses_what_is_below_zero_and_says_what_it_is(filter_: Filter, setting: str) -> None:
    with pytest.raises(ValidationError, match="greater than"):
        type(filter_)(**{setting: -1})

    assert {each.name: each.description for each in entry_of(type(filter_)).settings}[setting]


def test_the_order_of_the_filters_stays() -> None:
    names = [filter_.name for filter_ in Cleaner().adjusted().filters]

    assert names == [filter_.name for filter_ in FILTERS]


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads(Path(__file__, "../../pyproject.toml").resolve().read_text(encoding="utf-8"))["project"]

    assert project["version"] == __version__
