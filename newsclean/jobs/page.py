"""A page on its way through a job: where it stands in the input, what a worker makes of it, how it is recorded.

Tasks go to a worker, outcomes come back. Nothing here knows of processes or files.
"""

import json
from collections.abc import Mapping
from math import isfinite
from typing import NamedTuple, TypeAlias

from pydantic import BaseModel, ConfigDict

from newsclean.errors import SourceError
from newsclean.record import FIELDS, Failure, as_text

EVERYTHING = "*"
"""As a name to keep: every field of the input that newsclean does not read."""

Id: TypeAlias = str | int


class Rejected(BaseModel):
    """A page that has no article, and why.

    >>> Rejected(id="7", error=Failure(kind="timeout", message="took longer than 60 seconds")).error.kind
    'timeout'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    url: str | None = None
    error: Failure
    """`source`, `filter` and `unexpected` are what `clean` raised; `timeout`, `memory` and `worker_died` are what the
    page did to its worker; `bad_json`, `unreadable` and `truncated` are of the input."""


class FieldNames(BaseModel):
    """What the fields of an input record are called."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = "id"
    url: str = "url"
    html: str = "html"
    text: str = "text"
    charset: str = "charset"


class Line(NamedTuple):
    """A line of JSON, read only in the worker."""

    text: bytes


class File(NamedTuple):
    """A page in a file of its own, read only in the worker."""

    path: str
    field: str
    """`html` or `text`."""


class Source(NamedTuple):
    """A page of which nothing is known."""

    source: str | bytes


Payload: TypeAlias = Line | File | Source | Mapping[str, object] | Failure
"""What is known of a page; a failure where the input gave none."""


class Task(NamedTuple):
    """A page to be cleaned."""

    place: str
    """Its id where it names none: the input, and the position in it."""
    payload: Payload
    carried: Mapping[str, object] = {}
    """Fields that the input format adds to the record."""


class Facts(NamedTuple):
    """What a report counts of an article."""

    kind: str
    host: str | None
    """Of its address."""
    characters_in: int
    """Of all blocks of the page."""
    characters_out: int
    removed: tuple[tuple[str, str, int, int], ...]
    """Role, filter, blocks, characters."""
    warnings: tuple[str, ...]
    seconds: float


class Outcome(NamedTuple):
    """What became of a page: an article as JSON, or a failure."""

    id: Id
    url: str | None
    result: bytes | Failure
    kept: Mapping[str, object]
    facts: Facts | None = None

    @property
    def size(self) -> int:
        """The bytes that it holds, roughly."""
        return len(self.result) if isinstance(self.result, bytes) else 0

    def rejected(self) -> Rejected:
        """Return it as a rejected page."""
        if isinstance(self.result, bytes):
            message = f"{self.id} has an article"
            raise TypeError(message)
        return Rejected(id=self.id, url=self.url, error=self.result)

    def line(self) -> bytes:
        """Return it as a line of JSON: a record of the output, or of the rejects."""
        name, value = "article", self.result
        if isinstance(value, Failure):
            name, value = "error", value.model_dump_json().encode()
        kept = b"".join(b",%s:%s" % (as_json(key), as_json(kept)) for key, kept in self.kept.items())
        return b'{"id":%s,"url":%s,"%s":%s%s}\n' % (as_json(self.id), as_json(self.url), name.encode(), value, kept)


class UnreadableError(SourceError):
    """A file cannot be read."""


class BadJsonError(SourceError):
    """A line is no JSON object."""


_JSON = json.JSONDecoder(parse_constant=lambda _: None)


def fields_of(line: bytes) -> Mapping[str, object]:
    """Return the fields of a line of JSON.

    Raises:
        BadJsonError: it is none, or no object.

    >>> fields_of(b'{"id": 7, "html": "<p>The ferry sails again."}')["id"]
    7
    """
    try:
        value: object = _JSON.decode(line.decode().strip())
    except (ValueError, RecursionError) as error:
        message = f"the line is no JSON: {error}"
        raise BadJsonError(message) from error
    if not isinstance(value, dict):
        message = f"the line is no JSON object but {type(value).__name__}"
        raise BadJsonError(message)
    return value


def identity(fields: Mapping[str, object], names: FieldNames, place: str) -> tuple[Id, str | None]:
    """Return the id and the address of a page."""
    given, url = fields.get(names.id), fields.get(names.url)
    if isinstance(given, int) and not isinstance(given, bool):
        own: Id = given
    elif isinstance(given, str | bytes):
        own = as_text(given) or ""
    else:
        own = place if given is None else as_json(given).decode()
    return own, as_text(url)


def kept_of(fields: Mapping[str, object], names: FieldNames, keep: tuple[str, ...]) -> dict[str, object]:
    """Return the fields that are carried along; one that the page has not is None."""
    if EVERYTHING in keep:
        own = {*names.model_dump().values(), *FIELDS}
        return {name: value for name, value in fields.items() if name not in own}
    return {name: fields.get(name) for name in keep}


def as_json(value: object) -> bytes:
    """Return a value as JSON in UTF-8; what JSON has not (dates, decimals) as text, no number as null."""
    if isinstance(value, float) and not isfinite(value):
        return b"null"
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.encode("utf-8", "replace")


def _plain(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
