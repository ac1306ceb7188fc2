"""Arrow: a row a page, the schema that of the model, bad pages as values, batches of any make."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from corpus import rows
from golden import source_of
from pydantic import BaseModel

from newsclean import Article, Cleaner, Filter, SourceError, clean
from newsclean.arrow import (
    INPUT_SCHEMA,
    MAX_ROWS,
    OUTPUT_SCHEMA,
    arrow_type,
    batch_of,
    clean_batch,
    clean_batches,
    clean_table,
    output_schema,
)
from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.record import Failure, failure_of

FERRY = "The ferry sails again from Monday, the harbour office said, after a winter in which it had not left the pier."
SIX = rows(6)


def article_of(row: dict[str, object]) -> Article:
    url = row["url"]
    html = row["html"]
    return clean(html or row["text"], url=url, kind="html" if html else "text", charset="utf-8")  # type: ignore[arg-type]


def pages(**columns: list[object]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def test_the_schema_has_every_field_of_the_model() -> None:
    def compare(model: type[BaseModel], struct: pa.StructType) -> None:
        assert [field.name for field in struct] == list(model.model_fields)
        for field, info in zip(struct, model.model_fields.values(), strict=True):
            inner = field.type.value_type if pa.types.is_list(field.type) else field.type
            parts = [part for part in _models(info.annotation) if pa.types.is_struct(inner)]
            assert bool(parts) == pa.types.is_struct(inner)
            for part in parts:
                compare(part, inner)

    compare(Article, OUTPUT_SCHEMA.field("article").type)
    compare(Failure, OUTPUT_SCHEMA.field("error").type)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models(argument)


def test_a_type_that_json_has_no_word_for_is_refused() -> None:
    with pytest.raises(KeyError):
        arrow_type(complex)


def test_every_row_has_an_article_or_an_error() -> None:
    batch = pa.RecordBatch.from_pylist(SIX)

    found = clean_batch(batch).to_pylist()

    assert [row["id"] for row in found] == [row["id"] for row in SIX]
    assert [row["error"] and row["error"]["kind"] for row in found] == [None, None, None, "source", None, "source"]
    for given, row in zip(SIX, found, strict=True):
        assert (row["article"] is None) != (row["error"] is None)
        if row["article"]:
            assert Article.model_validate(row["article"]) == article_of(given)


def test_an_article_comes_back_from_parquet(page_folder: Path, tmp_path: Path) -> None:
    article = clean(source_of(page_folder))
    pq.write_table(pa.Table.from_batches([batch_of([{"id": "1", "article": article}])]), tmp_path / "articles.parquet")

    [row] = pq.read_table(tmp_path / "articles.parquet").to_pylist()

    assert Article.model_validate(row["article"]) == article


def test_dates_with_a_zone_and_without_stand_in_one_column() -> None:
    article = clean(FERRY)
    zoned = article.model_copy(update={"published": datetime(2024, 3, 12, 10, 15, tzinfo=UTC)})
    naive = article.model_copy(update={"published": datetime(2024, 3, 12, 10, 15)})  # noqa: DTZ001 - the page has none

    batch = batch_of([{"article": zoned}, {"article": naive}])

    assert [row["article"]["published"] for row in batch.to_pylist()] == ["2024-03-12T10:15:00Z", "2024-03-12T10:15:00"]


def test_an_article_and_its_json_make_the_same_row() -> None:
    article = clean(FERRY)

    assert batch_of([{"article": article}]) == batch_of([{"article": article.model_dump(mode="json")}])


def test_an_empty_batch_gives_an_empty_batch_with_the_full_schema() -> None:
    empty = pa.RecordBatch.from_pylist([], schema=INPUT_SCHEMA)

    assert clean_batch(empty).schema == OUTPUT_SCHEMA
    assert [batch.num_rows for batch in clean_batches([empty])] == [0]


@pytest.mark.parametrize(
    "text", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string()), pa.binary()]
)
@pytest.mark.parametrize("html", [pa.binary(), pa.large_binary(), pa.binary_view(), pa.large_string(), pa.string()])
def test_columns_of_any_width_and_order_are_taken(text: pa.DataType, html: pa.DataType) -> None:
    page = f"<!DOCTYPE html><title>Ferry</title><p>{FERRY}</p>"
    columns = {
        "charset": pa.array(["utf-8", None], pa.string()).cast(text),
        "text": pa.array([None, FERRY], pa.string()).cast(text),
        "html": pa.array([page, None], pa.string()).cast(html),
        "id": pa.array(["1", "2"], pa.string()).cast(text),
        "url": pa.array(["https://example.org/1", None], pa.string()).cast(text),
    }

    found = clean_batch(pa.RecordBatch.from_pydict(columns))

    assert found.schema == OUTPUT_SCHEMA
    assert [row["id"] for row in found.to_pylist()] == ["1", "2"]
    assert [row["article"]["url"] for row in found.to_pylist()] == ["https://example.org/1", None]
    assert [row["article"]["meta"]["input_kind"] for row in found.to_pylist()] == ["html", "text"]


def test_an_id_that_is_a_number_is_written_as_one() -> None:
    assert clean_batch(pages(id=[7, None], text=[FERRY, FERRY])).column("id").to_pylist() == ["7", None]


def test_the_column_says_what_a_page_is() -> None:
    page = f"<!DOCTYPE html><p>{FERRY}</p>"

    found = clean_batch(pages(html=[FERRY, None, page], text=[None, page, FERRY])).to_pylist()

    assert [row["article"]["meta"]["input_kind"] for row in found] == ["html", "text", "html"]


def test_bytes_are_read_by_what_they_are_and_the_charset_is_a_hint() -> None:
    page = "<!DOCTYPE html><p>Die Fähre fährt ab Montag wieder, sagte das Hafenamt, und zwar früher als üblich.</p>"

    found = clean_batch(pages(html=[page.encode(), page.encode("latin-1")], charset=["iso-8859-1", "iso-8859-1"]))

    assert all("Fähre fährt" in row["article"]["blocks"][0]["text"] for row in found.to_pylist())


def test_kept_columns_come_out_as_they_went_in() -> None:
    fetched = pa.array([1, 2], pa.timestamp("us", "UTC"))
    batch = pa.RecordBatch.from_pydict({"fetched": fetched, "text": [FERRY, None], "host": ["a", None]})

    found = clean_batch(batch, keep=["host", "fetched"])

    assert found.schema == pa.schema([*OUTPUT_SCHEMA, ("host", pa.string()), ("fetched", fetched.type)])
    assert found.column("fetched") == fetched


@pytest.mark.parametrize(
    ("columns", "keep", "words"),
    [
        ({"body": [FERRY]}, (), "a column html or text; there are body"),
        ({}, (), "there are no columns"),
        ({"text": [FERRY]}, ("host",), "no column host to keep"),
        ({"text": [FERRY], "url": [None]}, ("url",), "cannot be kept of the input: url"),
    ],
)
def test_a_batch_that_cannot_be_read_says_what_it_lacks(
    columns: dict[str, list[object]], keep: tuple[str, ...], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        clean_batch(pages(**columns), keep=keep)


class Stumbling(Filter):
    """Fails on every page."""

    name: ClassVar[str] = "stumbling"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:  # noqa: ARG002 - as the contract has it
        problem = "a stone in the way"
        raise RuntimeError(problem)


def test_a_filter_that_fails_is_an_error_of_the_row() -> None:
    [row] = clean_batch(pages(text=[FERRY]), cleaner=Cleaner(filters=[Stumbling()])).to_pylist()

    assert row["error"]["kind"] == "filter"
    assert "stumbling" in row["error"]["message"]


def test_a_mistake_of_ours_is_an_error_of_the_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object, **__: object) -> Article:
        problem = "no such block"
        raise IndexError(problem)

    monkeypatch.setattr(Cleaner, "clean", lost)

    [row] = clean_batch(pages(text=[FERRY])).to_pylist()

    assert row["error"] == {"kind": "unexpected", "message": "IndexError: no such block"}


def test_lone_surrogates_reach_no_file() -> None:
    row = batch_of([{"id": "a\ud800", "url": "b\udfff", "error": failure_of(SourceError("c\ud800"))}]).to_pylist()[0]

    assert row == {
        "id": "a\ufffd",
        "url": "b\ufffd",
        "article": None,
        "error": {"kind": "source", "message": "c\ufffd"},
    }


def test_a_large_batch_comes_out_in_small_ones() -> None:
    batch = pages(id=list(range(2 * MAX_ROWS + 1)), html=[b"%PDF-1.7"] * (2 * MAX_ROWS + 1))

    found = list(clean_batches([batch, batch]))

    assert [part.num_rows for part in found] == [MAX_ROWS, MAX_ROWS, 1] * 2
    assert [row for part in found for row in part.column("id").to_pylist()] == [str(n) for n in range(129)] * 2


def test_a_table_without_rows_has_the_full_schema() -> None:
    table = pa.table({"text": pa.array([], pa.string()), "host": pa.array([], pa.string())})

    assert clean_table(table, keep=["host"]) == output_schema([table.schema.field("host")]).empty_table()


def test_batches_are_read_one_at_a_time() -> None:
    taken: list[int] = []

    def source() -> Iterator[pa.RecordBatch]:
        for number in range(3):
            taken.append(number)
            yield pages(text=[FERRY])

    next(clean_batches(source()))

    assert taken == [0]
