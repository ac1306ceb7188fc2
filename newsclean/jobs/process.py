"""A worker process as its job sees it: tasks in, messages out, none of it waiting; how it ended, when it did."""

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from time import monotonic

from newsclean.jobs.memory import resident
from newsclean.jobs.page import Outcome, Task
from newsclean.jobs.worker import LENGTH, READY, Setup
from newsclean.record import Failure

_CHUNK = 1 << 18
_PROGRAM = "import sys; sys.path[:] = {path!r}; from newsclean.jobs.worker import main; main()"
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""A process a core is what a job asks for."""


class WorkerProcess:
    """A worker, and the pages that it was sent: the first of them is the one that it has in hand."""

    def __init__(self, setup: Setup, memory: int) -> None:
        """Start it, which takes a second or so; nothing waits for it."""
        self.queue: deque[tuple[int, Task]] = deque()
        self.ready = False
        self.since = monotonic()
        """When it was last heard of."""
        self._memory = memory
        self._killed_for: Failure | None = None
        self._incoming = bytearray()
        self._outgoing: deque[memoryview] = deque()
        # pipes of our own, since those of Popen are streams that wait
        task_end, self.tasks = os.pipe()
        self.outcomes, outcome_end = os.pipe()
        # a session of its own, so that neither Ctrl-C nor Ctrl-Z at the terminal reaches it
        self._process = subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-c", _PROGRAM.format(path=sys.path)],
            stdin=task_end,
            stdout=outcome_end,
            env={**os.environ, **_ONE_THREAD},
            start_new_session=True,
        )
        os.close(task_end)
        os.close(outcome_end)
        for descriptor in (self.tasks, self.outcomes):
            os.set_blocking(descriptor, False)
        self._put(pickle.dumps(setup))

    @property
    def queued(self) -> int:
        """The bytes that wait to be written to it."""
        return sum(map(len, self._outgoing))

    def send(self, number: int, task: Task, message: bytes) -> None:
        """Give it a page, pickled; `flush` writes it."""
        if not self.queue:
            self.since = monotonic()
        self.queue.append((number, task))
        self._put(message)

    def _put(self, message: bytes) -> None:
        self._outgoing += (memoryview(LENGTH.pack(len(message))), memoryview(message))
        self.flush()

    def flush(self) -> None:
        """Write as much as it takes."""
        try:
            while self._outgoing:
                written = os.write(self.tasks, self._outgoing[0])
                if written < len(self._outgoing[0]):
                    self._outgoing[0] = self._outgoing[0][written:]
                else:
                    self._outgoing.popleft()
        except BlockingIOError:
            pass
        except BrokenPipeError:
            # it has ended; the reading side tells
            self._outgoing.clear()

    def received(self) -> Iterator[tuple[int, Task, Outcome]]:
        """Yield the outcomes that have come in, with the tasks that they are of.

        Raises:
            EOFError: after the last of them, when the worker has ended.
        """
        ended = False
        try:
            while chunk := os.read(self.outcomes, _CHUNK):
                self.since = monotonic()
                self._incoming += chunk
                if len(chunk) < _CHUNK:
                    break
            else:
                ended = True
        except BlockingIOError:
            ended = self._process.poll() is not None
        start = 0
        while len(self._incoming) >= (body := start + LENGTH.size):
            [length] = LENGTH.unpack_from(self._incoming, start)
            if len(self._incoming) < body + length:
                break
            message = bytes(self._incoming[body : body + length])
            start = body + length
            if message == READY:
                self.ready = True
            else:
                yield *self.queue.popleft(), pickle.loads(message)  # noqa: S301 - our own process
        del self._incoming[:start]
        if ended:
            raise EOFError

    def watch(self, seconds: float) -> None:
        """Kill it where it has grown too large, or is silent for longer than its own timer could let it be."""
        if resident(self._process.pid) > self._memory:
            self._kill("memory", f"needed more than {self._memory:,} bytes of memory")
        elif self.ready and self.queue and monotonic() - self.since > 2 * seconds + 30:
            self._kill("timeout", f"took longer than {seconds:g} seconds")

    def _kill(self, kind: str, message: str) -> None:
        self._killed_for = self._killed_for or Failure(kind=kind, message=message)
        self._process.kill()

    def verdict(self, seconds: float) -> Failure:
        """Say why it has ended."""
        code = self._process.wait()
        if self._killed_for:
            return self._killed_for
        if code == -signal.SIGALRM:
            return Failure(kind="timeout", message=f"took longer than {seconds:g} seconds")
        how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"
        return Failure(kind="worker_died", message=f"its worker {how}")

    def close(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.wait()
        os.close(self.tasks)
        os.close(self.outcomes)
