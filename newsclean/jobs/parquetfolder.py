"""Parquet output: a folder of part files, each whole or not there."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclean.errors import ConfigurationError
from newsclean.jobs.disk import sync
from newsclean.jobs.page import Outcome, as_json

if TYPE_CHECKING:
    from pyarrow import Schema

GROUP, GROUP_BYTES = 500, 32_000_000
"""Records that are held before they become a row group, and the bytes of their JSON."""


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
        self._folder, self._parts, self._keep = folder, start, tuple(keep)
        folder.mkdir(exist_ok=True)
        for path in (*folder.glob("part-*.parquet"), *folder.glob(".part-*.parquet")):
            if path.name.startswith(".") or path.name >= self._name():
                path.unlink()
        self._writer: Any = None
        self._lines: list[bytes] = []
        self._held = 0

    def _name(self) -> str:
        return f"part-{self._parts:06}.parquet"

    def write(self, outcome: Outcome) -> None:
        """Take a record; its kept fields become text, those that are no text as JSON."""
        kept = {name: _text(outcome.kept.get(name)) for name in self._keep}
        self._lines.append(Outcome(str(outcome.id), outcome.url, outcome.result, kept).line())
        self._held += len(self._lines[-1])
        if len(self._lines) == GROUP or self._held > GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        """Write what is held as a row group."""
        from pyarrow import BufferReader, json, parquet  # noqa: PLC0415

        data = b"".join(self._lines)
        self._lines.clear()
        self._held = 0
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
            sync(half)
            half.rename(self._folder / self._name())
            sync(self._folder)
            self._parts += 1
        return self._parts

    def close(self) -> None:
        """Leave a part file that is not finished."""


def _text(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else as_json(value).decode()
