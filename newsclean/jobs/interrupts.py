"""Ctrl-C and the end that a machine's owner asks for (SIGTERM): at once, but not in the middle of a record."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts:
    """While it listens, either signal is a KeyboardInterrupt, which waits for the end of what must not be cut."""

    def __init__(self) -> None:
        """Take no notice yet."""
        self._pending = self._uncut = False

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take the signals, where this is the main thread; others get none."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._arrived) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def uncut(self) -> Iterator[None]:
        """Do what must not be cut."""
        self._uncut = True
        try:
            yield
        finally:
            self._uncut = False
        if self._pending:
            raise KeyboardInterrupt

    def _arrived(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        if not self._uncut:
            raise KeyboardInterrupt
        self._pending = True
