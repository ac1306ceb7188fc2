"""What files of many pages hold: JSON lines, WARC and Parquet in, tasks out; where one breaks off its stream says so.

Each reader holds a bounded part of its file. None looks into a page.
"""

import io
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from newsclean.errors import ConfigurationError
from newsclean.jobs.page import EVERYTHING, FieldNames, Line, Payload, Task
from newsclean.jobs.streams import Stream
from newsclean.record import Failure

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_BUFFER = 1 << 20
_ROWS = 16
_RECORD_END = b"\r\n\r\n"
_BOM = b"\xef\xbb\xbf"
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read."""

    names: FieldNames
    keep: tuple[str, ...]
    longest: int
    """The bytes of the longest line or record that is read."""


Reader: TypeAlias = Callable[[str, Stream, Reading], Iterator[Task]]


def json_lines(name: str, stream: Stream, reading: Reading) -> Iterator[Task]:
    """Yield the lines that are not blank, unread; the position is the number of the line, from 1."""
    lines = io.BufferedReader(stream, _BUFFER)
    for number in count(1):
        line = lines.readline(reading.longest)
        if not line or (stream.failure and not line.endswith(b"\n")):
            return
        payload: Payload = Line(line.removeprefix(_BOM) if number == 1 else line)
        if len(line) == reading.longest and not line.endswith(b"\n"):
            payload = _too_long(reading)
            while (rest := lines.readline(_BUFFER)) and not rest.endswith(b"\n"):
                pass
        if not line.isspace():
            yield Task(f"{name}:{number}", payload)


def warc_responses(name: str, stream: Stream, reading: Reading) -> Iterator[Task]:
    """Yield the HTML that servers answered with, unpacked, with HTTP's charset; the position counts these, from 1.

    What they answered with another status than success is left out, as is what is no HTML.

    Raises:
        ConfigurationError: fastwarc is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "WARC input needs: pip install 'newsclean[warc]'"
        raise ConfigurationError(message) from error
    bytes_ = io.BufferedReader(stream, _BUFFER)
    number = 0
    try:
        for record in ArchiveIterator(
            bytes_, record_types=WarcRecordType.response, parse_http=False, stream_detect=False
        ):
            stated = record.content_length
            if stated > reading.longest:
                number += 1
                yield Task(f"{name}:{number}", _too_long(reading))
                continue
            record.freeze()
            if record.content_length < stated:
                stream.breaks_off("a record")
                return
            if (page := _response(record, reading)) is not None:
                number += 1
                yield Task(f"{name}:{number}", page, {"fetched": record.headers.get("WARC-Date")})
        if stream.tail and stream.tail != _RECORD_END:
            stream.breaks_off("a record's head")
    except OSError as error:
        stream.failure = stream.failure or Failure(kind="unreadable", message=str(error))


def _response(record: "WarcRecord", reading: Reading) -> Payload | None:
    """Return the page of a record; None where that is none."""
    try:
        record.parse_http(auto_decode="all")
        headers = record.http_headers
        if headers is None or record.http_content_type not in _HTML or headers.status_code not in range(200, 300):
            return None
        body = record.reader.read()
    except OSError as error:
        return Failure(kind="source", message=f"its body cannot be unpacked: {error}")
    url, charset = record.headers.get("WARC-Target-URI"), record.http_charset
    return {reading.names.html: body, reading.names.url: url, reading.names.charset: charset}


def parquet_rows(name: str, stream: Stream, reading: Reading) -> Iterator[Task]:
    """Yield the rows, of the columns that are asked for; the position is the number of the row, from 1.

    Raises:
        ConfigurationError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        message = "Parquet input and output need: pip install 'newsclean[arrow]'"
        raise ConfigurationError(message) from error
    number = 0
    try:
        with parquet.ParquetFile(name, pre_buffer=False, buffer_size=_BUFFER) as file:
            columns = _columns(file.schema_arrow.names, reading)
            for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield Task(f"{name}:{number}", row)
    except (pa.ArrowException, OSError) as error:
        stream.failure = Failure(kind="unreadable", message=f"{type(error).__name__}: {error}")


def _columns(present: Collection[str], reading: Reading) -> list[str]:
    names = reading.names
    if not {names.html, names.text} & set(present):
        message = f"there is no column {names.html} or {names.text}, but {', '.join(present)}"
        raise OSError(message)
    wanted = {*names.model_dump().values(), *reading.keep}
    return [name for name in present if name in wanted or EVERYTHING in reading.keep]


def _too_long(reading: Reading) -> Failure:
    return Failure(kind="source", message=f"over {reading.longest:,} bytes, the most that is read")
