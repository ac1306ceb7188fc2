"""Pages in Arrow batches in, articles in Arrow batches out: what every engine for many machines stands on.

A batch has a page a row and gives a row a page: its `article`, or the `error` that says why there is none. No page
raises. The fields of `article` are those of `newsclean.Article`, as its JSON has them.
"""

import types
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal, Union, get_args, get_origin

from pydantic import BaseModel

from newsclean.article import Article
from newsclean.pipeline import Cleaner
from newsclean.record import FIELDS, Failure, as_text, clean_fields, failure_of
from newsclean.surrogates import scrubbed

try:
    import pyarrow as pa
except ImportError as error:
    message = "newsclean.arrow needs pyarrow: pip install 'newsclean[arrow]'"
    raise ImportError(message) from error

MAX_ROWS = 64
"""Rows of a batch that `clean_batches` gives; what it holds at a time."""

_SCALARS: dict[object, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    datetime: pa.string(),
}
"""Dates are ISO 8601 text: only text holds both those that state a zone and those that do not."""


def arrow_type(annotation: object) -> pa.DataType:
    """Return the Arrow type of values that are annotated so, as their JSON has them.

    >>> arrow_type(tuple[str, ...])
    ListType(list<item: string>)
    """
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct([(name, arrow_type(field.annotation)) for name, field in annotation.model_fields.items()])
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return pa.list_(arrow_type(arguments[0]))
    if origin is Literal:
        return arrow_type(type(arguments[0]))
    if origin in {Union, types.UnionType}:
        [present] = [argument for argument in arguments if argument is not type(None)]
        return arrow_type(present)
    return _SCALARS[annotation]


INPUT_SCHEMA = pa.schema(
    [("id", pa.string()), ("url", pa.string()), ("html", pa.binary()), ("text", pa.string()), ("charset", pa.string())]
)
"""The columns that are read, in any order; `html` or `text` has to be there. Either may be text or bytes, of any
width; `charset` is HTTP's word on bytes."""

OUTPUT_SCHEMA = pa.schema(
    [("id", pa.string()), ("url", pa.string()), ("article", arrow_type(Article)), ("error", arrow_type(Failure))]
)
"""The columns that come out; of `article` and `error` each row has one, and the other is null."""


def batch_of(records: Sequence[Mapping[str, object]], kept: Sequence[pa.Field] = ()) -> pa.RecordBatch:
    """Put records into a batch.

    Args:
        records: mappings with `id`, `url`, `article` (an `Article`, or its JSON) or `error` (a `Failure`, or its
            JSON), and the kept fields; what is absent is null.
        kept: names and types of the fields that are kept of the input; they come after those of `OUTPUT_SCHEMA`.

    Raises:
        ValueError: a kept field is called as one of newsclean's.
        pyarrow.ArrowException: a kept value is not of its type.

    >>> batch_of([{"id": "1", "error": {"kind": "source", "message": "a PDF is no page"}}]).num_rows
    1
    """
    schema = output_schema(kept)
    return pa.RecordBatch.from_arrays(
        [pa.array([_plain(record.get(field.name)) for record in records], type=field.type) for field in schema],
        schema=schema,
    )


def output_schema(kept: Sequence[pa.Field] = ()) -> pa.Schema:
    """Return `OUTPUT_SCHEMA` with the fields that are kept of the input.

    Raises:
        ValueError: a kept field is called as one of newsclean's.
    """
    taken = [field.name for field in kept if field.name in FIELDS]
    if taken:
        problem = f"newsclean's own fields cannot be kept of the input: {', '.join(taken)}; rename them before"
        raise ValueError(problem)
    return pa.schema([*OUTPUT_SCHEMA, *kept])


def _plain(value: object) -> object:
    """Return a value as JSON has it."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    return scrubbed(value) if isinstance(value, str) else value


def clean_batch(batch: pa.RecordBatch, *, cleaner: Cleaner | None = None, keep: Collection[str] = ()) -> pa.RecordBatch:
    """Clean the pages of a batch.

    Args:
        batch: columns as in `INPUT_SCHEMA`; others are left alone.
        cleaner: the configuration; the default one where not given.
        keep: names of columns that come out as they went in.

    Returns:
        A batch of `OUTPUT_SCHEMA` and the kept columns: as many rows, in the same order.

    Raises:
        ValueError: the batch has neither `html` nor `text`, or not a column that is to be kept.

    >>> pages = pa.RecordBatch.from_pylist([{"id": "1", "text": "The ferry sails again."}, {"id": "2", "text": None}])
    >>> clean_batch(pages).column("error").to_pylist()
    [None, {'kind': 'source', 'message': 'neither html nor text has a value'}]
    """
    names = batch.schema.names
    require_columns(names, keep)
    schema = output_schema([batch.schema.field(name) for name in keep])
    read = {name: batch.column(name) for name in INPUT_SCHEMA.names if name in names}
    cleaner = cleaner or Cleaner()
    records = [
        _record({name: column[row].as_py() for name, column in read.items()}, cleaner) for row in range(batch.num_rows)
    ]
    own = batch_of(records)
    return pa.RecordBatch.from_arrays([*own.columns, *(batch.column(name) for name in keep)], schema=schema)


def require_columns(names: Collection[str], keep: Collection[str] = ()) -> None:
    """Refuse pages that lack a column, before any of them is read.

    Raises:
        ValueError: there is neither `html` nor `text`, or not a column that is to be kept.
    """
    there = f"there are {', '.join(names) or 'no columns'}"
    if not {"html", "text"} & set(names):
        problem = f"the pages have to be in a column html or text; {there}"
        raise ValueError(problem)
    missing = [name for name in keep if name not in names]
    if missing:
        problem = f"there is no column {', '.join(missing)} to keep; {there}"
        raise ValueError(problem)


def clean_batches(
    batches: Iterable[pa.RecordBatch], *, cleaner: Cleaner | None = None, keep: Collection[str] = ()
) -> Iterator[pa.RecordBatch]:
    """Clean batches one after the other; the arguments are those of `clean_batch`.

    Yields:
        Batches of at most `MAX_ROWS` rows, in order; an empty batch for an empty one.
    """
    for batch in batches:
        for start in range(0, max(batch.num_rows, 1), MAX_ROWS):
            yield clean_batch(batch.slice(start, MAX_ROWS), cleaner=cleaner, keep=keep)


def clean_table(table: pa.Table, *, cleaner: Cleaner | None = None, keep: Collection[str] = ()) -> pa.Table:
    """Clean the pages of a table; the arguments, the columns and the order are those of `clean_batch`.

    Raises:
        ValueError: the table has neither `html` nor `text`, or not a column that is to be kept.

    >>> clean_table(pa.table({"text": ["The ferry sails again."]})).column_names
    ['id', 'url', 'article', 'error']
    """
    require_columns(table.column_names, keep)
    schema = output_schema([table.schema.field(name) for name in keep])
    return pa.Table.from_batches(clean_batches(table.to_batches(), cleaner=cleaner, keep=keep), schema=schema)


def _record(fields: Mapping[str, object], cleaner: Cleaner) -> dict[str, object]:
    page = {"id": as_text(fields.get("id")), "url": as_text(fields.get("url"))}
    try:
        return {**page, "article": clean_fields(fields, cleaner)}
    except Exception as error:  # noqa: BLE001 - one page must not end a job of millions; its record says what happened
        return {**page, "error": failure_of(error)}
