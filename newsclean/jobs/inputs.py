"""The inputs of a job: files, folders, globs and standard input in; tasks out, in an order that never changes.

What a format holds is read by `formats`; nothing here looks into a page.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from glob import glob
from pathlib import Path

from newsclean.errors import ConfigurationError
from newsclean.jobs.formats import Reader, Reading, json_lines, parquet_rows, warc_responses
from newsclean.jobs.page import File, Task
from newsclean.jobs.streams import STANDARD, Stream

_PAGES = {".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text"}
_READERS: dict[str, Reader] = {
    **{f".{lines}{packed}": json_lines for lines in ("jsonl", "ndjson") for packed in ("", ".gz", ".zst")},
    **{f".warc{packed}": warc_responses for packed in ("", ".gz", ".zst")},
    ".parquet": parquet_rows,
}


@dataclass(slots=True)
class Inputs:
    """What a job reads; the same names give the same tasks in the same order.

    >>> Inputs.of(["no-such-file.jsonl"])
    Traceback (most recent call last):
    newsclean.errors.ConfigurationError: there is no no-such-file.jsonl
    """

    names: tuple[str, ...]
    """Files, folders, or standard input."""
    _total: int | None = None
    _done: int = 0
    _stream: Stream | None = field(default=None, repr=False)

    @classmethod
    def of(cls, given: Sequence[str]) -> "Inputs":
        """Find the inputs that were named.

        Raises:
            ConfigurationError: there is none of that name, or its ending tells nothing.
        """
        names: list[str] = []
        for name in given:
            if name == STANDARD or Path(name).exists():
                names.append(name)
            elif found := sorted(glob(name, recursive=True)):  # noqa: PTH207 - names stay as they are
                names += found
            else:
                message = f"there is no {name}"
                raise ConfigurationError(message)
        strange = next((name for name in names if not _readable(name)), None)
        if strange is not None:
            message = f"the ending of {strange} tells nothing; these do: {' '.join((*_READERS, *_PAGES))}"
            raise ConfigurationError(message)
        sized = all(name != STANDARD and Path(name).is_file() for name in names)
        return cls(tuple(names), sum(Path(name).stat().st_size for name in names) if sized else None)

    @property
    def have_dates(self) -> bool:
        """Whether a named file says when its pages were fetched."""
        return any(_reader(name) is warc_responses for name in self.names)

    @property
    def share(self) -> float | None:
        """How much has been read, from 0 to 1; None where nobody knows how much there is."""
        if not self._total:
            return None
        return min(1.0, (self._done + (self._stream.position if self._stream else 0)) / self._total)

    def tasks(self, reading: Reading, *, leave_out: Sequence[Path] = ()) -> Iterator[Task]:
        """Yield the pages; what cannot be read gives a task that says so, and the rest goes on.

        Args:
            reading: how files are read.
            leave_out: files and folders below the inputs that are none, such as the output.
        """
        for path in self._paths({path.resolve() for path in leave_out}):
            if kind := _PAGES.get(Path(path).suffix.lower()):
                yield Task(path, File(path, kind))
            else:
                yield from self._pages(path, reading)
            if self._total:
                self._done += Path(path).stat().st_size if Path(path).exists() else 0

    def _pages(self, path: str, reading: Reading) -> Iterator[Task]:
        with Stream(path) as stream:
            self._stream = stream
            reader = _reader(path) or (warc_responses if stream.starts_with(b"WARC/") else json_lines)
            yield from reader(path, stream, reading)
            self._stream = None
            if stream.failure:
                yield Task(path, stream.failure)

    def _paths(self, leave_out: set[Path]) -> Iterator[str]:
        for name in self.names:
            if not Path(name).is_dir():
                yield name
                continue
            for folder, below, files in os.walk(name):
                below[:] = sorted(each for each in below if not _hidden(Path(folder, each), leave_out))
                for path in (Path(folder, file) for file in sorted(files)):
                    if _readable(str(path)) and not _hidden(path, leave_out):
                        yield str(path)


def _hidden(path: Path, leave_out: set[Path]) -> bool:
    return path.name.startswith((".", "_")) or path.resolve() in leave_out


def _readable(name: str) -> bool:
    return name == STANDARD or Path(name).is_dir() or Path(name).suffix.lower() in _PAGES or _reader(name) is not None


def _reader(name: str) -> Reader | None:
    return next((reader for ending, reader in _READERS.items() if name.lower().endswith(ending)), None)
