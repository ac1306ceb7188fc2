"""What a job writes: records as JSON lines, plain or packed, or as Parquet files; nothing is read but to go on.

An output is written up to a place that `commit` returns, and later taken up again from there. What lies beyond, such
as half a line or half a file, is what a kill left, and goes.
"""

import errno
import fcntl
import gzip
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from newsclean.errors import ConfigurationError
from newsclean.jobs.page import EVERYTHING, Outcome
from newsclean.jobs.parquetfolder import ParquetFolder

_LINES = (".jsonl", ".ndjson")
_PACKED = (".gz", ".zst")
STANDARD_OUTPUT, STANDARD_ERROR = 1, 2


class Output(Protocol):
    """Where records go."""

    def write(self, outcome: Outcome) -> None:
        """Take a record."""

    def commit(self) -> int:
        """Put all records where no kill reaches them, and return the place that this is."""

    def close(self) -> None:
        """End; what was not committed may be lost."""


class Lines:
    """JSON lines in a file; packed ones are whole members or frames up to each commit."""

    def __init__(self, path: Path, start: int) -> None:
        """Open the file and cut it at `start`.

        Raises:
            ConfigurationError: it ends before `start`.
            OSError: it cannot be written, or another job writes it.
        """
        self._pack = _packer(path)
        self._unpacked: list[bytes] = []
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o666)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._descriptor)
            raise OSError(errno.EBUSY, "another job is writing it") from error
        if os.fstat(self._descriptor).st_size < start:
            os.close(self._descriptor)
            raise ConfigurationError(_shorter(path))
        os.ftruncate(self._descriptor, start)
        self._place = os.lseek(self._descriptor, start, os.SEEK_SET)

    def write(self, outcome: Outcome) -> None:
        """Take a record; a plain one is written at once."""
        if self._pack:
            self._unpacked.append(outcome.line())
        else:
            self._place += _write(self._descriptor, outcome.line())

    def commit(self) -> int:
        """Put all records on the disk, and return the length of the file."""
        if self._pack and self._unpacked:
            self._place += _write(self._descriptor, self._pack(b"".join(self._unpacked)))
            self._unpacked.clear()
        os.fsync(self._descriptor)
        return self._place

    def close(self) -> None:
        """Close the file."""
        os.close(self._descriptor)


class Standard:
    """JSON lines on standard output or standard error; what is written cannot be taken back."""

    def __init__(self, descriptor: int) -> None:
        """Take the descriptor of either."""
        self._descriptor = descriptor

    def write(self, outcome: Outcome) -> None:
        """Write a record."""
        _write(self._descriptor, outcome.line())

    def commit(self) -> int:
        """Do nothing; it is written."""
        return 0

    def close(self) -> None:
        """Do nothing; others use it."""


def require_output(path: Path, keep: Sequence[str]) -> None:
    """Raise a ConfigurationError where no output can be made of the name, or of what stands there.

    >>> require_output(Path("articles.csv"), ())
    Traceback (most recent call last):
    newsclean.errors.ConfigurationError: the ending of articles.csv tells nothing; .jsonl, .jsonl.gz, .jsonl.zst and ...
    """
    if is_parquet(path):
        if EVERYTHING in keep:
            message = "Parquet has columns; name the fields that are to be kept"
            raise ConfigurationError(message)
        if path.exists() and not path.is_dir():
            message = f"{path} is a file, and Parquet output is a folder of them"
            raise ConfigurationError(message)
    elif (path.with_suffix("") if path.suffix in _PACKED else path).suffix not in _LINES:
        message = f"the ending of {path} tells nothing; .jsonl, .jsonl.gz, .jsonl.zst and .parquet do"
        raise ConfigurationError(message)
    elif path.is_dir():
        message = f"{path} is a folder"
        raise ConfigurationError(message)


def output_at(path: Path, start: int, keep: Sequence[str]) -> Output:
    """Open an output that goes on at a place.

    Raises:
        ConfigurationError: it ends before that place, or an extra is not installed.
        OSError: it cannot be written.
    """
    return ParquetFolder(path, start, keep) if is_parquet(path) else Lines(path, start)


def is_parquet(path: Path) -> bool:
    """Whether an output is a folder of Parquet files, by its name."""
    return path.suffix == ".parquet"


def rejects_of(output: Path) -> Path:
    """Return where the rejects of an output are, if nothing else is said.

    >>> rejects_of(Path("crawl/articles.jsonl.gz")).name
    'articles.rejects.jsonl'
    """
    return (output.with_suffix("") if output.suffix in _PACKED else output).with_suffix(".rejects.jsonl")


def _shorter(path: Path) -> str:
    return f"{path} has less in it than its journal says; --force starts again"


def _write(descriptor: int, data: bytes) -> int:
    """Write data, however often that takes, and return how long they are."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    return len(data)


def _packer(path: Path) -> Callable[[bytes], bytes] | None:
    if path.suffix == ".gz":
        return lambda data: gzip.compress(data, compresslevel=6, mtime=0)
    if path.suffix != ".zst":
        return None
    try:
        import zstandard  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "zstandard input and output need: pip install 'newsclean[zstd]'"
        raise ConfigurationError(message) from error
    return zstandard.ZstdCompressor().compress
