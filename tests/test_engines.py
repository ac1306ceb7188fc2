"""The recipes of docs/arrow.md: each runs where its engine is installed, and gives what the batch function gives."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from corpus import rows

from newsclean.arrow import clean_batch

PAGE = (Path(__file__).parent.parent / "docs" / "arrow.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"^## (.*?)\n\n```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_AUTH_MODE": "disabled", "DO_NOT_TRACK": "1", "DAFT_PROGRESS_BAR": "0"}
ALONE = {"Ray Data": "import ray; ray.init(num_cpus=1, include_dashboard=False, _node_ip_address='127.0.0.1')\n"}
"""What an engine needs on a machine that has no network."""
QUICK = 30
"""Pages; what the recipes do with more is the business of their engines."""


def test_there_is_a_recipe_for_each_engine() -> None:
    assert [name for name, _ in RECIPES] == ["Parquet, in bounded memory", "Polars", "Daft", "Ray Data"]


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("name", "recipe"), RECIPES, ids=[name for name, _ in RECIPES])
def test_the_recipe_gives_a_record_a_page(name: str, recipe: str, tmp_path: Path) -> None:
    absent = [module for module in re.findall(r"^import (\w+)", recipe, re.MULTILINE) if not find_spec(module)]
    if absent:
        pytest.skip(f"{absent[0]} is not installed")
    pages = rows(QUICK)
    pq.write_table(pa.Table.from_pylist(pages), tmp_path / "pages.parquet")

    done = subprocess.run(  # noqa: S603 - our own page
        [sys.executable, "-c", ALONE.get(name, "") + recipe],
        cwd=tmp_path,
        env={**os.environ, **QUIET},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-4000:]
    # engines with several workers write in no order
    found = sorted(pq.read_table(tmp_path / "records.parquet").to_pylist(), key=lambda row: str(row["id"]))
    expected = clean_batch(pa.RecordBatch.from_pylist(pages), keep=["desk"]).to_pylist()
    assert found == sorted(expected, key=lambda row: str(row["id"]))
