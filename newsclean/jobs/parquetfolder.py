"""Parquet output: a folder of part files, each whole or not there."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclean.errors import ConfigurationError
from newsclean.jobs.page import Outcome, as_json

if TYPE_CHECKING:
    from pyarrow import Schema

GROUP = 500
"""Records that are held before they become a row group."""


class ParquetFolder:
    """Records as Parquet: `newsclean.arrow.OUTPUT_SCHEMA`, and the kept fields as text."""

    def __init__(self, folder: Path, start: int, keep: Sequence[str]) -> None:
        """Open the folder and remove the part files from `start` on.

        Raises:
            ConfigurationError: pyarrow is not installed, or a kept field is called as one of newsclean's.
        """
        try:
            import pyarrow as pa  # noqa: PLC0415 - an extra

            from newsclean.arrow import output_schema  # noqa: PLC0415
        except ImportError as error:
            message = "Parquet input and output need: pip install 'newsclean[arrow]'"
            raise ConfigurationError(message) from error
        self._schema: Schema = output_schema([pa.field(name, pa.string()) for name in keep])
        self._folder, self._parts = folder, start
        folder.mkdir(exist_ok=True)
        for path in (*folder.glob("part-*.parquet"), *folder.glob(".part-*.parquet")):
            if path.name.startswith(".") or path.name >= self._name():
                path.unlink()
        self._writer: Any = None
        self._lines: list[bytes] = []

    def _name(self) -> str:
        return f"part-{self._parts:06}.parquet"

    def write(self, outcome: Outcome) -> None:
        """Take a record; its kept fields become text, those that are no text as JSON."""
        kept = {name: _text(value) for name, value in outcome.kept.items()}
        self._lines.append(Outcome(str(outcome.id), outcome.url, outcome.result, kept).line())
        if len(self._lines) == GROUP:
            self._flush()

    def _flush(self) -> None:
        """Write what is held as a row group."""
        from pyarrow import BufferReader, json, parquet  # noqa: PLC0415

        data = b"".join(self._lines)
        self._lines.clear()
        table = json.read_json(
            BufferReader(data),
            read_options=json.ReadOptions(use_threads=False, block_size=len(data) + 1),
            parse_options=json.ParseOptions(explicit_schema=self._schema, unexpected_field_behavior="error"),
        )
        if not self._writer:
            self._writer = parquet.ParquetWriter(self._folder / f".{self._name()}", self._schema, compression="zstd")
        self._writer.write_table(table)

    def commit(self) -> int:
        """Finish the part file that is being written, and return how many there are."""
        if self._lines:
            self._flush()
        if self._writer:
            self._writer.close()
            self._writer = None
            half = self._folder / f".{self._name()}"
            _sync(half)
            half.rename(self._folder / self._name())
            _sync(self._folder)
            self._parts += 1
        return self._parts

    def close(self) -> None:
        """Leave a part file that is not finished."""


def _text(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else as_json(value).decode()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
