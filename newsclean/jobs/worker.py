"""The worker process: pages in by standard input, outcomes out by standard output, one at a time.

The kernel ends a page that takes too long: the timer's signal has no handler, so that no code, in C or in Python, can
outlive it, not even where the process that started the worker is gone.
"""

import gc
import os
import pickle
import signal
import struct
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import BinaryIO
from urllib.parse import urlsplit

from newsclean.article import Article
from newsclean.errors import SourceError
from newsclean.jobs.page import (
    BadJsonError,
    Facts,
    FieldNames,
    File,
    Id,
    Line,
    Outcome,
    Source,
    Task,
    UnreadableError,
    fields_of,
    identity,
    kept_of,
)
from newsclean.pipeline import Cleaner, clean
from newsclean.record import Failure, clean_fields, failure_of

LENGTH = struct.Struct("<Q")
"""What stands before a message: its length in bytes."""
_WARM_UP = "<p>The old bridge reopened on Friday, the mayor of the town said."
READY = pickle.dumps("ready")
"""What a worker says first."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker has to know before its first page."""

    cleaner: Cleaner
    names: FieldNames
    keep: tuple[str, ...]
    seconds: float
    """What a page may take."""


def main() -> None:
    """Clean what comes in until nothing more does."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
    # what a plugin prints must not get among the outcomes
    results = os.dup(1)
    os.dup2(2, 1)
    messages = _messages(sys.stdin.buffer)
    setup: Setup = pickle.loads(next(messages))  # noqa: S301 - from the process that started this one
    # what is loaded with the first page is not to be counted as its time
    clean(_WARM_UP, kind="html")
    clean(_WARM_UP, kind="text")
    # the collector need not walk models and phrase packs again and again: pages take 5% less time
    gc.freeze()
    try:
        _send(results, READY)
        for message in messages:
            task: Task = pickle.loads(message)  # noqa: S301
            signal.setitimer(signal.ITIMER_REAL, setup.seconds)
            outcome = worked(task, setup)
            signal.setitimer(signal.ITIMER_REAL, 0)
            _send(results, pickle.dumps(outcome))
    except BrokenPipeError:
        # whoever wanted the outcomes is gone
        os._exit(0)


def worked(task: Task, setup: Setup) -> Outcome:
    """Clean a page; whatever happens is an outcome."""
    start = perf_counter()
    own: Id = task.place
    url: str | None = None
    kept: Mapping[str, object] = task.carried
    try:
        payload = task.payload
        if isinstance(payload, Source):
            article = setup.cleaner.clean(payload.source)
        else:
            names = setup.names
            fields = fields_of(payload.text) if isinstance(payload, Line) else payload
            if isinstance(fields, File):
                fields = {getattr(names, fields.field): _read(fields.path, setup.cleaner.max_bytes + 1)}
            elif isinstance(fields, Failure):
                return Outcome(own, url, fields, kept)
            own, url = identity(fields, names, task.place)
            kept = {**kept_of(fields, names, setup.keep), **kept}
            page = {name: fields.get(getattr(names, name)) for name in ("html", "text", "charset")}
            article = clean_fields({**page, "url": url}, setup.cleaner)
        result = article.model_dump_json().encode()
    except Exception as error:  # noqa: BLE001 - one page must not end a job of millions; its record says what happened
        return Outcome(own, url, _failure(error), kept)
    return Outcome(own, url, result, kept, _facts(article, url, perf_counter() - start))


def _read(path: str, limit: int) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path of a job of millions is no object
            return file.read(limit)
    except OSError as error:
        message = f"{error.strerror}"
        raise UnreadableError(message) from error


def _failure(error: Exception) -> Failure:
    if isinstance(error, SourceError):
        kinds: dict[type[SourceError], str] = {BadJsonError: "bad_json", UnreadableError: "unreadable"}
        return Failure(kind=kinds.get(type(error), "source"), message=failure_of(error).message)
    if isinstance(error, MemoryError) or isinstance(error.__cause__, MemoryError):
        return Failure(kind="memory", message="the page asked for more memory than there is")
    return failure_of(error)


def _facts(article: Article, url: str | None, seconds: float) -> Facts:
    blocks: Counter[tuple[str, str]] = Counter()
    characters: Counter[tuple[str, str]] = Counter()
    total = 0
    for block in article.blocks:
        total += len(block.text)
        if block.state == "removed":
            blocks[block.role, block.filter or ""] += 1
            characters[block.role, block.filter or ""] += len(block.text)
    return Facts(
        kind=article.page_kind,
        host=_host(url),
        characters_in=total,
        characters_out=len(article.text),
        removed=tuple((*key, count, characters[key]) for key, count in blocks.items()),
        warnings=tuple(warning.code for warning in article.warnings),
        seconds=seconds,
    )


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """Yield messages until the stream ends, also in the middle of one: then the sender is gone."""
    while len(head := stream.read(LENGTH.size)) == LENGTH.size:
        [length] = LENGTH.unpack(head)
        if len(message := stream.read(length)) < length:
            return
        yield message


def _send(descriptor: int, message: bytes) -> None:
    rest = memoryview(LENGTH.pack(len(message)) + message)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
