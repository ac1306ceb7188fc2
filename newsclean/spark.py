"""Cleaning on Spark: a DataFrame of pages in, one of records out; all the rest is `newsclean.arrow`."""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from newsclean.pipeline import Cleaner

try:
    import pyarrow as pa

    from newsclean.arrow import INPUT_SCHEMA, OUTPUT_SCHEMA, clean_batches, output_schema, require_columns
except ImportError as error:
    message = "newsclean.spark needs pyarrow and pyspark: pip install 'newsclean[spark]'"
    raise ImportError(message) from error

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def clean(pages: "DataFrame", *, cleaner: Cleaner | None = None, keep: Collection[str] = ()) -> "DataFrame":
    """Clean a DataFrame of pages, lazily, on the machines that hold them.

    Args:
        pages: columns as in `newsclean.arrow.INPUT_SCHEMA`, in any order; `html` or `text` has to be there.
        cleaner: the configuration; the default one where not given. Plugins have to be installed on the workers.
        keep: names of columns that come out as they went in.

    Returns:
        A row a page: the columns of `newsclean.arrow.OUTPUT_SCHEMA`, then the kept ones. Their order within a
        partition is that of the pages.

    Raises:
        ValueError: there is neither `html` nor `text`, or not a column that is to be kept.
    """
    require_columns(pages.columns, keep)
    output_schema([pa.field(name, pa.null()) for name in keep])
    wanted = dict.fromkeys([name for name in INPUT_SCHEMA.names if name in pages.columns] + list(keep))
    kept = [f"{_quoted(name)} {pages.schema[name].dataType.simpleString()}" for name in keep]

    def clean_partition(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return clean_batches(batches, cleaner=cleaner, keep=keep)

    schema = ", ".join([*(f"{field.name} {spark_type(field.type)}" for field in OUTPUT_SCHEMA), *kept])
    return pages.select(*map(_quoted, wanted)).mapInArrow(clean_partition, schema)


def spark_type(type_: pa.DataType) -> str:
    """Return the type in Spark's own words.

    >>> spark_type(pa.struct([("name", pa.string()), ("tags", pa.list_(pa.string()))]))
    'struct<`name`:string,`tags`:array<string>>'
    """
    if pa.types.is_struct(type_):
        return f"struct<{','.join(f'{_quoted(field.name)}:{spark_type(field.type)}' for field in type_)}>"
    if pa.types.is_list(type_):
        return f"array<{spark_type(type_.value_type)}>"
    return {pa.string(): "string", pa.int64(): "bigint", pa.float64(): "double", pa.bool_(): "boolean"}[type_]


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"
