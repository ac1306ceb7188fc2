"""The public surface: the names at the top level, and how little it takes to import them."""

import subprocess
import sys

import newsclean
from newsclean import errors

HEAVY = ("trafilatura", "dateparser", "rich", "click", "charset_normalizer", "catboost", "pyarrow", "subprocess")


def test_the_names_at_the_top_level() -> None:
    assert sorted(newsclean.__all__) == [
        "Article",
        "Cleaner",
        "ConfigurationError",
        "Explanation",
        "FILTERS",
        "Filter",
        "FilterError",
        "JobError",
        "NewscleanError",
        "Rejected",
        "SourceError",
        "__version__",
        "clean",
        "clean_many",
        "explain",
    ]
    assert all(hasattr(newsclean, name) for name in newsclean.__all__)


def test_every_error_is_public_and_has_the_one_root() -> None:
    classes = {name: value for name, value in vars(errors).items() if isinstance(value, type)}

    assert set(classes) <= set(newsclean.__all__)
    assert all(issubclass(error, newsclean.NewscleanError) for error in classes.values())


def test_importing_newsclean_loads_nothing_that_a_page_may_not_need() -> None:
    code = f"import sys, newsclean; print([name for name in {HEAVY} if name in sys.modules])"

    loaded = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert loaded.strip() == "[]"


def test_the_command_s_help_loads_no_report() -> None:
    code = "import sys; from newsclean.cli import main; main(['--help']); print('rich' in sys.modules, file=sys.stderr)"

    loaded = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stderr

    assert loaded.strip() == "False"
