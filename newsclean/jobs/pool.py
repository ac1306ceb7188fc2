"""Worker processes under one job: tasks in, outcomes out in the same order, whatever becomes of a worker.

A worker that dies takes one page with it, the one that it had in hand: that page is the failure's, the worker is
replaced, and the others go on. A page whose worker ran out of memory or died is tried once more, in a fresh worker,
since its forerunners or the machine may be to blame. What is held at a time is bounded, in pages and in bytes.
"""

import pickle
import selectors
import threading
from collections.abc import Iterable, Iterator, Mapping

from newsclean.errors import ConfigurationError, JobError, SourceError
from newsclean.jobs.memory import INTERVAL
from newsclean.jobs.page import Line, Outcome, Task, fields_of, identity, kept_of
from newsclean.jobs.process import WorkerProcess
from newsclean.jobs.worker import Setup
from newsclean.record import Failure, failure_of

DEPTH = 16
"""Pages that a worker has been sent ahead, so that it never waits."""
WINDOW = 1024
"""Pages between the oldest that is not done and the newest: how far the others go on while one page hangs."""
BYTES = 64_000_000
"""What these may hold; a page that is larger goes alone."""
_STARTS = 3
_LOOK = 0.25


class Pool:
    """Workers that clean pages until they are closed.

    >>> from contextlib import closing
    >>> from newsclean.jobs.page import FieldNames, Source
    >>> from newsclean.pipeline import Cleaner
    >>> setup = Setup(Cleaner(), FieldNames(), keep=(), seconds=60)
    >>> with closing(Pool(setup, workers=1, memory=2_000_000_000)) as pool:
    ...     [outcome.id for outcome in pool.outcomes([Task("first", Source("The ferry sails again."))])]
    ['first']
    """

    def __init__(self, setup: Setup, *, workers: int, memory: int) -> None:
        """Start the workers.

        Args:
            setup: what they work by.
            workers: how many.
            memory: the bytes that one may hold.

        Raises:
            ConfigurationError: a filter is of a class that no other process can import.
        """
        local = [filter_.name for filter_ in setup.cleaner.filters if type(filter_).__module__ == "__main__"]
        if local:
            message = f"put the filter {local[0]!r} into a module: worker processes cannot import it from the script"
            raise ConfigurationError(message)
        self._setup, self._memory = setup, memory
        self._selector = selectors.DefaultSelector()
        self._workers: list[WorkerProcess] = []
        self._false_starts = 0
        self._retried: set[int] = set()
        self._finished: dict[int, Outcome] = {}
        self._held = 0
        self._sizes: dict[int, int] = {}
        self._closed = threading.Event()
        self.replaced = 0
        """Workers that have been replaced."""
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()
        try:
            for _ in range(workers):
                self._start()
        except JobError:
            self.close()
            raise

    def close(self) -> None:
        """End the workers, whatever they do."""
        self._closed.set()
        self._watcher.join()
        for worker in self._workers:
            worker.close()
        self._selector.close()

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Yield the outcomes of tasks, in order; tasks are taken as they are needed.

        Raises:
            JobError: workers do not start.
        """
        source = iter(tasks)
        first = taken = 0
        exhausted = False
        while not exhausted or first < taken:
            room = not exhausted and self._takes(taken - first)
            if room and (task := next(source, None)) is not None:
                self._dispatch(taken, task)
                taken += 1
            elif room:
                exhausted = True
            self._exchange(0 if room or first in self._finished else _LOOK)
            while outcome := self._finished.pop(first, None):
                self._held -= self._sizes.pop(first)
                first += 1
                yield outcome

    def _takes(self, ahead: int) -> bool:
        room = any(len(worker.queue) < DEPTH for worker in self._workers)
        return room and ahead < WINDOW and (self._held < BYTES or not ahead)

    def _dispatch(self, number: int, task: Task) -> None:
        if isinstance(task.payload, Failure):
            self._finish(number, self._failed(task, task.payload))
            return
        try:
            message = pickle.dumps(task)
        except Exception as error:  # noqa: BLE001 - a value of the caller's that no process can be sent
            self._finish(number, self._failed(task, failure_of(error)))
            return
        self._hold(number, len(message))
        worker = min(self._workers, key=lambda worker: len(worker.queue))
        worker.send(number, task, message)
        self._mind(worker)

    def _exchange(self, wait: float) -> None:
        """Read what workers have to say and write what they can take; wait for it, in seconds."""
        events = self._selector.select(wait)
        for key, _ in events:
            worker: WorkerProcess = key.data
            if worker not in self._workers:
                # replaced a moment ago, and its descriptors may be another's by now
                continue
            if key.fd == worker.tasks:
                worker.flush()
                self._mind(worker)
            else:
                self._read(worker)
        if not events and wait:
            # a process that a worker started may hold its pipe open, so that nothing tells that it has ended
            for worker in tuple(self._workers):
                self._read(worker)

    def _read(self, worker: WorkerProcess) -> None:
        try:
            for number, _, outcome in worker.received():
                self._finish(number, outcome)
        except EOFError:
            self._replace(worker)

    def _finish(self, number: int, outcome: Outcome) -> None:
        self._retried.discard(number)
        self._hold(number, outcome.size)
        self._finished[number] = outcome

    def _hold(self, number: int, size: int) -> None:
        self._held += size - self._sizes.get(number, 0)
        self._sizes[number] = size

    def _replace(self, worker: WorkerProcess) -> None:
        """Start another worker with the pages of one that has ended, but for the one that ended it."""
        failure = worker.verdict(self._setup.seconds)
        self._drop(worker)
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts == _STARTS:
                message = f"workers do not start; {failure.message}"
                raise JobError(message)
        elif worker.queue:
            self._false_starts = 0
            number, task = worker.queue[0]
            if failure.kind == "timeout" or number in self._retried:
                worker.queue.popleft()
                self._finish(number, self._failed(task, failure))
            else:
                self._retried.add(number)
        self.replaced += 1
        successor = self._start()
        for number, task in worker.queue:
            successor.send(number, task, pickle.dumps(task))
        self._mind(successor)

    def _failed(self, task: Task, failure: Failure) -> Outcome:
        """Return the outcome of a page that no worker could tell of."""
        payload, names = task.payload, self._setup.names
        try:
            fields = fields_of(payload.text) if isinstance(payload, Line) else payload
        except SourceError:
            fields = {}
        if not isinstance(fields, Mapping):
            return Outcome(task.place, None, failure, task.carried)
        own, url = identity(fields, names, task.place)
        return Outcome(own, url, failure, {**kept_of(fields, names, self._setup.keep), **task.carried})

    def _start(self) -> WorkerProcess:
        try:
            worker = WorkerProcess(self._setup, self._memory)
        except OSError as error:
            message = f"workers do not start; {error.strerror}"
            raise JobError(message) from error
        self._workers.append(worker)
        self._selector.register(worker.outcomes, selectors.EVENT_READ, worker)
        self._mind(worker)
        return worker

    def _drop(self, worker: WorkerProcess) -> None:
        self._workers.remove(worker)
        for descriptor in (worker.tasks, worker.outcomes):
            if descriptor in self._selector.get_map():
                self._selector.unregister(descriptor)
        worker.close()

    def _mind(self, worker: WorkerProcess) -> None:
        """Listen for when a worker takes more, while there is more for it."""
        listening = worker.tasks in self._selector.get_map()
        if worker.queued and not listening:
            self._selector.register(worker.tasks, selectors.EVENT_WRITE, worker)
        elif listening and not worker.queued:
            self._selector.unregister(worker.tasks)

    def _watch(self) -> None:
        while not self._closed.wait(INTERVAL):
            for worker in tuple(self._workers):
                worker.watch(self._setup.seconds)
