"""Spark: the example of the docs on a real local session gives what `newsclean run` gives on the same pages."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from corpus import rows

from newsclean.arrow import OUTPUT_SCHEMA
from newsclean.cli import main
from newsclean.spark import clean

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

PAGE = Path(__file__).parent.parent / "docs" / "spark.md"
FILES, PAGES_A_FILE = 4, 50


def has_java() -> bool:
    return bool(shutil.which("java") or "JAVA_HOME" in os.environ)


@pytest.mark.timeout(600)
def test_the_docs_example_cleans_a_parquet_of_several_parts(tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'newsclean[spark]'")
    if not has_java():
        pytest.skip("there is no Java to run Spark on")
    schema = pa.schema([*OUTPUT_SCHEMA, ("desk", pa.int64())])
    pages = rows(FILES * PAGES_A_FILE)
    (tmp_path / "pages.parquet").mkdir()
    for part in range(FILES):
        table = pa.Table.from_pylist(pages[part * PAGES_A_FILE : (part + 1) * PAGES_A_FILE])
        pq.write_table(table, tmp_path / "pages.parquet" / f"{part}.parquet")
    [example] = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

    shown = run(tmp_path, example)

    records = pq.read_table(tmp_path / "records.parquet")
    written = len(list((tmp_path / "records.parquet").glob("*.parquet")))
    expected = run_by_command(tmp_path)
    assert written > 1, "the pages were in several partitions"
    assert records.column_names == schema.names
    assert in_order(records.to_pylist()) == in_order(expected)
    assert re.search(r"\|source\|\s*\d+\|", shown)

    articles = pq.read_table(tmp_path / "articles.parquet").to_pylist()
    kept = {row["id"]: row["article"] for row in expected if row["article"]}
    assert len(articles) > FILES * PAGES_A_FILE / 2
    assert all(row["title"] == kept[row["id"]]["title"] for row in articles)
    assert any(row["published"] for row in articles)
    assert all((row["published"] is None) == (kept[row["id"]]["published"] is None) for row in articles)


@pytest.mark.parametrize(("columns", "keep"), [(["body"], []), (["text"], ["host"]), (["text", "url"], ["url"])])
def test_columns_that_are_not_there_are_missed_before_any_work(columns: list[str], keep: list[str]) -> None:
    pages = cast("DataFrame", SimpleNamespace(columns=columns))

    with pytest.raises(ValueError, match=r"column html or text|no column host|cannot be kept"):
        clean(pages, keep=keep)


def in_order(records: list[dict[str, object]]) -> list[dict[str, object]]:
    return sorted(records, key=lambda record: str(record["id"]))


def run_by_command(folder: Path) -> list[dict[str, Any]]:
    """Return the records that `newsclean run` makes of the same pages, as Arrow has them."""
    pages = [str(path) for path in sorted((folder / "pages.parquet").glob("*.parquet"))]
    assert main(["run", *pages, "-o", str(folder / "run.jsonl"), "--keep", "desk", "--workers", "1", "--quiet"]) == 1
    lines = b"".join((folder / name).read_bytes() for name in ("run.jsonl", "run.rejects.jsonl")).split(b"\n")
    return [{"article": None, "error": None, **json.loads(line)} for line in lines if line]


def run(folder: Path, example: str) -> str:
    """Run an example against a session on two cores of this machine, and return what it printed."""
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "1g",
        # the quick compiler alone: a short job is over before the thorough one pays
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "UTC",
    }
    arguments = " ".join(shlex.join(["--conf", f"{name}={value}"]) for name, value in settings.items())
    environment = {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_SUBMIT_ARGS": f"--master local[2] {arguments} pyspark-shell",
    }
    done = subprocess.run(  # noqa: S603 - our own page
        [sys.executable, "-c", example], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout
