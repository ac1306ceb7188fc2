"""Bytes of a file or of standard input, unpacked: what gzip or zstandard packed is known by its first bytes.

A stream that breaks off ends there and says so, so that what came before is used.
"""

import gzip
import io
import zlib
from typing import TYPE_CHECKING

from newsclean.errors import ConfigurationError
from newsclean.record import Failure

if TYPE_CHECKING:
    from zstandard import ZstdDecompressionObj

STANDARD = "-"
"""The name of standard input and output."""

_GZIP, _ZSTANDARD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_PACKED = 1 << 14
_TAIL = 4


class Stream(io.RawIOBase):
    """The unpacked bytes of a file; `failure` says where it broke off."""

    def __init__(self, name: str) -> None:
        """Open a file; what cannot be opened is an empty stream with a failure."""
        self.failure: Failure | None = None
        self._file: io.BufferedReader | None = None
        self._head = b""
        self._given = 0
        self.tail = b""
        """The last bytes that were read."""
        try:
            standard = name == STANDARD
            self._file = open(0 if standard else name, "rb", closefd=not standard)  # noqa: SIM115
            self._unpacked = _unpacked(self._file)
        except OSError as error:
            self.failure = Failure(kind="unreadable", message=error.strerror or str(error))

    def readable(self) -> bool:  # noqa: D102
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read bytes into a buffer and return how many; none at the end, and where the stream breaks off."""
        if self._head:
            size = min(len(buffer), len(self._head))
            buffer[:size], self._head = self._head[:size], self._head[size:]
            return size
        if self.failure:
            return 0
        try:
            chunk = self._unpacked.read1(len(buffer))
        except EOFError:
            self.breaks_off("what is packed")
        except (OSError, zlib.error) as error:
            self.failure = Failure(kind="unreadable", message=f"{type(error).__name__}: {error}")
        else:
            buffer[: len(chunk)] = chunk
            self._given += len(chunk)
            self.tail = (self.tail + chunk[-_TAIL:])[-_TAIL:]
            return len(chunk)
        return 0

    def breaks_off(self, what: str) -> None:
        """Note that the input ends before its end."""
        self.failure = self.failure or Failure(kind="truncated", message=f"truncated input: {what} breaks off")

    def tell(self) -> int:
        """Return how many unpacked bytes have been read."""
        return self._given

    def starts_with(self, prefix: bytes) -> bool:
        """Look at the first bytes, before anything is read."""
        head = b""
        while len(head) < len(prefix) and (more := self.read(len(prefix) - len(head))):
            head += more
        self._head = head
        return head == prefix

    @property
    def position(self) -> int:
        """The bytes of the file that have been read."""
        return self._file.tell() if self._file and self._file.seekable() else 0

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()
        super().close()


def _unpacked(file: io.BufferedReader) -> "io.BufferedReader | gzip.GzipFile | _Zstandard":
    head = file.peek(4)[:4]
    if head.startswith(_GZIP):
        return gzip.GzipFile(fileobj=file)
    return _Zstandard(file) if head == _ZSTANDARD else file


class _Zstandard:
    """What zstandard packed, in any number of frames; EOFError where the last is not whole."""

    def __init__(self, packed: io.BufferedReader) -> None:
        try:
            import zstandard  # noqa: PLC0415 - an extra
        except ImportError as error:
            message = "zstandard input and output need: pip install 'newsclean[zstd]'"
            raise ConfigurationError(message) from error
        self._library = zstandard
        self._packed = packed
        self._frame: ZstdDecompressionObj | None = None
        self._rest = self._pending = b""

    def read1(self, size: int) -> bytes:
        """Return bytes, at most so many; none at the end."""
        while not self._pending:
            chunk = self._rest or self._packed.read(_PACKED)
            if not chunk:
                if self._frame:
                    raise EOFError
                return b""
            self._frame = self._frame or self._library.ZstdDecompressor().decompressobj()
            try:
                self._pending = self._frame.decompress(chunk)
            except self._library.ZstdError as error:
                raise OSError(str(error)) from error
            self._rest = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame = None
        taken, self._pending = self._pending[:size], self._pending[size:]
        return taken
