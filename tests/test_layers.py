"""Imports go one way: each layer knows those above it in the table of docs, and none below."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newsclean"
LAYERS = (
    ("block", "article", "schemaorg", "errors", "folding", "functionwords", "surrogates"),
    ("sources",),
    ("witness",),
    ("phrases",),
    ("conventions",),
    ("evidence",),
    ("filters",),
    ("sift",),
    ("fields",),
    ("assemble",),
    ("plugins",),
    ("pipeline",),
    ("testing", "report", "record"),
    ("arrow",),
    ("jobs", "spark", "scrapy"),
    ("cli",),
    ("__init__", "__main__"),
)
ROOMS = {
    "conventions": ("", "when", "who", "headlines where"),
    "sources": ("", "html text"),
}
"""The rooms of a layer, those on one line beside each other; what stands in none comes first."""
FACES = {"reading"}
"""Modules that a layer's `__init__` hands on: these alone look into rooms after their own."""
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(PACKAGE.rglob("*.py"))
SURFACE = {"article", "block", "errors", "pipeline", "plugins", "record", "arrow", "surrogates"}
"""What jobs and integrations may know: they use the pipeline and nothing deeper."""


def layer(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, inside functions too."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield str(node.module)


def neighbours(module: Path) -> set[str]:
    """Return the layers of newsclean that a module imports from; of the package itself, its `__init__`."""
    names = [name.split(".") for name in imported(module)]
    return {parts[1] if len(parts) > 1 else "__init__" for parts in names if parts[0] == "newsclean"}


def test_every_module_has_a_layer() -> None:
    assert {layer(module) for module in MODULES} <= set(LEVEL)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(module: Path) -> None:
    own = layer(module)
    below = {name for name in neighbours(module) if LEVEL[name] > LEVEL[own]}
    beside = {name for name in neighbours(module) if LEVEL[name] == LEVEL[own] and name != own}
    assert not below, f"{module.name} imports from layers that come after it"
    assert not beside or own in LAYERS[0] or own == "__main__", f"{module.name} imports from a layer beside it"


def room(names: Sequence[str], layer_: str) -> str:
    """Return the room that a dotted name leads into, empty for the layer itself."""
    known = {name for beside in ROOMS[layer_] for name in beside.split()}
    return next((name for name in names[:1] if name in known), "")


@pytest.mark.parametrize(
    "module", [path for path in MODULES if layer(path) in ROOMS], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_the_rooms_of_a_layer_know_those_before_them(module: Path) -> None:
    layer_ = layer(module)
    level = {name: at for at, beside in enumerate(ROOMS[layer_]) for name in beside.split() or [""]}
    own = room(module.relative_to(PACKAGE).parts[1:-1], layer_)
    names = [name.split(".") for name in imported(module)]
    entered = {room(parts[2:], layer_) for parts in names if parts[:2] == ["newsclean", layer_]} - {own}
    assert module.stem in FACES or {name for name in entered if level[name] >= level[own]} <= {""}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_witness_knows_trafilatura(module: Path) -> None:
    assert layer(module) == "witness" or not [name for name in imported(module) if name.startswith("trafilatura")]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_cleaning_knows_no_clock_no_chance_and_no_signals(module: Path) -> None:
    if LEVEL[layer(module)] <= LEVEL["pipeline"]:
        assert not {name.split(".")[0] for name in imported(module)} & {"time", "random", "secrets", "signal", "uuid"}


@pytest.mark.parametrize("module", sorted((PACKAGE / "filters").glob("*.py")), ids=lambda path: path.name)
def test_a_filter_knows_no_other_filter(module: Path) -> None:
    if module.name != "__init__.py":
        assert {name for name in imported(module) if name.startswith("newsclean.filters")} <= {"newsclean.filters.base"}


@pytest.mark.parametrize("name", ["record", "arrow", "jobs", "spark", "scrapy"])
def test_jobs_and_integrations_use_the_pipeline_and_nothing_deeper(name: str) -> None:
    for module in MODULES:
        if layer(module) == name:
            assert neighbours(module) <= SURFACE | {name, "report", "__init__"}
