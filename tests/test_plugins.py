"""Filters by name: built-in ones, plugins of really installed distributions, and what is refused."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import new_class

import pytest

from newsclean import FILTERS, Cleaner, Filter
from newsclean.block import Mark, Page
from newsclean.errors import ConfigurationError
from newsclean.evidence import Evidence
from newsclean.plugins import GROUP, build_filter, filter_class, installed

SHOUTING = '''"""Lines in capitals."""

from collections.abc import Iterator

from newsclean import Filter
from newsclean.block import Mark, Page
from newsclean.evidence import Evidence


class Shouting(Filter):
    """Lines in capitals only; a line with a small letter stays."""

    name = "acme.shouting"
    min_words: int = 3
    words: frozenset[str] = frozenset({"ONE", "TWO", "THREE", "FOUR"})

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        for block in page.blocks:
            if block.text.isupper() and len(block.text.split()) >= self.min_words:
                yield Mark(block, "other", "line in capitals")
'''
Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Return a function that puts a distribution with a module and its entry points on the path."""
    monkeypatch.syspath_prepend(tmp_path)

    def install(distribution: str, entry: str, source: str) -> Path:
        name, _, target = entry.partition(" = ")
        module = target.partition(":")[0]
        (tmp_path / f"{module}.py").write_text(source, encoding="utf-8")
        info = tmp_path / f"{distribution.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n"
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {target}\n", encoding="utf-8")
        monkeypatch.delitem(sys.modules, module, raising=False)
        return tmp_path

    return install


def test_a_plugin_is_found_by_its_name(install: Install) -> None:
    install("acme-news", "acme.shouting = acme_news:Shouting", SHOUTING)

    cleaner = Cleaner().adjusted(added=["acme.shouting"], settings={"acme.shouting.min_words": "2"})

    article = cleaner.clean("THE BRIDGE\n\nThe old bridge reopened on Friday, the mayor of the town said.", kind="text")
    assert [(block.text, block.filter) for block in article.removed if block.filter == "acme.shouting"] == [
        ("THE BRIDGE", "acme.shouting")
    ]


def test_a_cleaner_with_a_plugin_is_rebuilt_from_its_json(install: Install) -> None:
    install("acme-news", "acme.shouting = acme_news:Shouting", SHOUTING)
    cleaner = Cleaner(filters=[*FILTERS, build_filter({"name": "acme.shouting", "min_words": 5})])

    rebuilt = Cleaner.model_validate_json(cleaner.model_dump_json())

    assert rebuilt == cleaner
    assert rebuilt != Cleaner(filters=[*FILTERS, build_filter({"name": "acme.shouting"})])


def test_the_configuration_hash_is_the_same_in_every_process(install: Install) -> None:
    folder = install("acme-news", "acme.shouting = acme_news:Shouting", SHOUTING)
    code = (
        "from newsclean import Cleaner; cleaner = Cleaner().adjusted(added=['acme.shouting']);"
        "print(cleaner.clean('A line.').meta.config_hash)"
    )

    hashes = {
        subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", code],
            env={"PYTHONPATH": str(folder), "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(hashes) == 1


def test_plugins_are_not_looked_for_while_every_name_is_built_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def scanned(**_: str) -> None:
        pytest.fail("the entry points were read")

    monkeypatch.setattr("newsclean.plugins.entry_points", scanned)

    cleaner = Cleaner.model_validate_json(Cleaner().model_dump_json())

    assert cleaner == Cleaner()


def test_an_unknown_name_is_refused_with_what_there_is(install: Install) -> None:
    install("acme-news", "acme.shouting = acme_news:Shouting", SHOUTING)

    with pytest.raises(ConfigurationError, match=r"no filter 'acme.whispering'; .*installed plugins: acme.shouting"):
        filter_class("acme.whispering")


def test_a_plugin_that_is_installed_but_not_in_use_is_told_from_an_unknown_name(install: Install) -> None:
    install("acme-news", "acme.shouting = acme_news:Shouting", SHOUTING)

    with pytest.raises(ConfigurationError, match=r"'acme.shouting' is installed, but not in use; add it: --with acme"):
        Cleaner().adjusted(settings={"acme.shouting.min_words": "2"})
    with pytest.raises(ConfigurationError, match=r"no filter 'acme.whispering' here"):
        Cleaner().adjusted(without=["acme.whispering"])


def test_the_installed_plugins_are_named_and_not_loaded(install: Install) -> None:
    install("acme-news", "acme.shouting = acme_news:Shouting", "import no_such_library")

    assert "acme.shouting" in installed()


def test_two_distributions_with_one_name_are_refused(install: Install) -> None:
    install("acme-news", "acme.shouting = acme_news:Shouting", SHOUTING)
    install("other-news", "acme.shouting = other_news:Shouting", SHOUTING)

    with pytest.raises(ConfigurationError, match=r"acme-news.*other-news|other-news.*acme-news"):
        filter_class("acme.shouting")


@pytest.mark.skipif(not FILTERS, reason="no built-in filter")
def test_a_plugin_with_a_built_in_name_is_refused(install: Install) -> None:
    taken = FILTERS[0].name
    install("acme-news", f"{taken} = acme_news:Shouting", SHOUTING)

    with pytest.raises(ConfigurationError, match=f"acme-news calls a filter '{taken}', which is built in"):
        filter_class("acme.shouting")


@pytest.mark.parametrize(
    ("entry", "source", "problem"),
    [
        pytest.param("acme.broken = acme_broken:Broken", "import no_such_library", "cannot be imported", id="import"),
        pytest.param("acme.broken = acme_broken:Broken", "x = 1", "cannot be imported", id="no such class"),
        pytest.param(
            "acme.broken = acme_broken:Broken", "Broken = dict", "no subclass of newsclean.Filter", id="class"
        ),
        pytest.param("acme.broken = acme_broken:Shouting", SHOUTING, "calls itself 'acme.shouting'", id="other name"),
    ],
)
def test_a_broken_plugin_names_its_distribution(install: Install, entry: str, source: str, problem: str) -> None:
    install("acme-broken", entry, source)

    with pytest.raises(ConfigurationError, match=f"of acme-broken .*{problem}"):
        filter_class("acme.broken")


def test_a_filter_is_built_from_its_configuration(install: Install) -> None:
    install("acme-news", "acme.shouting = acme_news:Shouting", SHOUTING)

    filter_ = build_filter({"name": "acme.shouting", "min_words": 7})

    assert isinstance(filter_, Filter)
    assert filter_.model_dump()["min_words"] == 7


@pytest.mark.parametrize(
    ("configuration", "problem"),
    [
        pytest.param({"min_words": 7}, '"name" is missing', id="no name"),
        pytest.param(
            {"name": "acme.shouting", "min_word": 7}, "no setting 'min_word'; it has: min_words, words", id="no such"
        ),
        pytest.param({"name": "acme.shouting", "min_words": "x"}, "acme.shouting.min_words cannot be 'x'", id="value"),
    ],
)
def test_a_bad_configuration_is_refused(install: Install, configuration: dict[str, object], problem: str) -> None:
    install("acme-news", "acme.shouting = acme_news:Shouting", SHOUTING)

    with pytest.raises(ConfigurationError, match=problem):
        build_filter(configuration)


def find(self: Filter, page: Page, evidence: Evidence) -> Iterator[Mark]:  # noqa: ARG001 - the contract's names
    """Point at nothing."""
    yield from ()


def filter_with(base: type, body: dict[str, object]) -> type:
    return new_class("Defined", (base,), exec_body=lambda space: space.update({"__module__": __name__, **body}))


@pytest.mark.parametrize("body", [{}, {"name": 7}, {"name": "acme.x", "__annotations__": {"name": str}}])
def test_a_filter_without_a_name_is_refused_where_it_is_defined(body: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Defined has no name"):
        filter_with(Filter, {"find": find, **body})


def test_a_class_between_needs_no_name_while_it_cannot_find() -> None:
    named = filter_with(filter_with(Filter, {}), {"find": find, "name": "acme.named"})

    assert named().name == "acme.named"
