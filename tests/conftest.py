"""Test settings: hypothesis profiles, the option that rewrites golden files, and where the fixture pages are."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

PAGES = Path(__file__).parent.parent / "fixtures" / "pages"

# timing checks say nothing on a shared machine; pytest's own timeout holds the bound
_ALWAYS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", _ALWAYS, derandomize=True, max_examples=60)
settings.register_profile("dev", _ALWAYS, max_examples=60)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the expected article.json of each fixture page; read the diff before you commit it",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "page_folder" in metafunc.fixturenames:
        folders = sorted(folder for folder in PAGES.iterdir() if folder.is_dir())
        metafunc.parametrize("page_folder", folders, ids=lambda folder: folder.name)
