"""A job from its inputs to its output: what the command `newsclean run` does once it has been read.

Records go out in the order of the input. Every so many of them all is put on the disk, and the journal says so; a job
that goes on skips as many pages as the journal counts.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Literal, Protocol, TypeAlias

from newsclean.errors import ConfigurationError, JobError
from newsclean.jobs.formats import Reading
from newsclean.jobs.inputs import Inputs
from newsclean.jobs.interrupts import Interrupts
from newsclean.jobs.journal import Journal, Plan, journal_of, read_journal
from newsclean.jobs.outputs import (
    STANDARD_ERROR,
    STANDARD_OUTPUT,
    Lines,
    Output,
    Standard,
    is_parquet,
    output_at,
    rejects_of,
    require_output,
)
from newsclean.jobs.page import Outcome, Task
from newsclean.jobs.pool import Pool
from newsclean.jobs.tally import Report, Tally
from newsclean.jobs.worker import Setup
from newsclean.pipeline import VERSION

Start: TypeAlias = Literal["new", "resume", "force"]
"""What is done about an output that is there: it is refused, gone on with, or written anew."""

COMMIT_LINES, COMMIT_PARQUET = 500, 5000
"""Pages between two commits: what is cleaned twice after a kill; for Parquet also the pages of a part file."""
_ESCAPE, _FIELDS = 6, 1_000_000
"""How much longer a page can be in JSON, and the bytes of its other fields."""


@dataclass(frozen=True, slots=True)
class Job:
    """Which pages go where, and by what."""

    inputs: Inputs
    output: Path | None
    """None is standard output."""
    rejects: Path | None
    """None is the output's name with another ending, or standard error."""
    setup: Setup
    workers: int
    memory: int
    commit: int | None = None
    """Pages between two commits."""


class Shown(Protocol):
    """Who is told how a job gets on."""

    def page(self, tally: Tally, share: float | None) -> None:
        """Take the figures after a page, and how much of the input has been read."""


def run(job: Job, start: Start, shown: Shown) -> Report:
    """Run a job to its end.

    Raises:
        ConfigurationError: the output is there already, or is not that of this job.
        JobError: it cannot go on: workers do not start, nothing can be written, it was interrupted; the message says
            what to do. What has been committed stands.
        BrokenPipeError: the reader of standard output has seen enough.
    """
    rejects = job.rejects or (rejects_of(job.output) if job.output else None)
    journal = Journal(plan=_plan(job, rejects), tally=Tally())
    if job.output:
        require_output(job.output, job.setup.keep)
    there = [path for path in (job.output, rejects, job.output and journal_of(job.output)) if path and _is_there(path)]
    if there and start == "new":
        how = "--resume goes on with it, --force writes it anew" if job.output else "--force writes it anew"
        message = f"{there[0]} exists; {how}"
        raise ConfigurationError(message)
    if there and start == "resume" and job.output:
        journal = read_journal(journal_of(job.output), journal.plan)
    begun, before = monotonic(), journal.pages
    replaced = 0 if journal.finished else _Run(job, rejects, journal).to_its_end(shown)
    seconds = monotonic() - begun
    return Report.of(journal.tally, pages=journal.pages - before, seconds=seconds, replaced=replaced)


class _Run:
    """A job in its run: what has been done of it."""

    def __init__(self, job: Job, rejects: Path | None, journal: Journal) -> None:
        self._job, self._rejects_path, self._journal = job, rejects, journal
        every = COMMIT_PARQUET if job.output and is_parquet(job.output) else COMMIT_LINES
        self._every = job.commit or every
        self._interrupts = Interrupts()
        self._places: deque[str] = deque()
        self._output: Output
        self._rejects: Output

    def to_its_end(self, shown: Shown) -> int:
        """Clean what is left, and return how many workers were replaced."""
        job, tally = self._job, self._journal.tally
        with self._interrupts.listening(), self._explained(), ExitStack() as opened:
            tasks = self._tasks()
            self._open(opened)
            try:
                pool = opened.enter_context(closing(Pool(job.setup, workers=job.workers, memory=job.memory)))
                for outcome in pool.outcomes(tasks):
                    with self._interrupts.uncut():
                        self._record(outcome)
                    shown.page(tally, job.inputs.share)
            except KeyboardInterrupt:
                self._commit()
                message = f"interrupted after {tally.pages:,} pages{self._going_on}"
                raise JobError(message) from None
            self._journal.finished = True
            self._commit()
            return pool.replaced

    def _tasks(self) -> Iterator[Task]:
        """Return the pages that are left."""
        job, journal = self._job, self._journal
        reading = Reading(job.setup.names, job.setup.keep, _ESCAPE * job.setup.cleaner.max_bytes + _FIELDS)
        own = [path for path in (job.output, self._rejects_path) if path]
        tasks = job.inputs.tasks(reading, leave_out=own)
        if journal.pages:
            last = next(islice(tasks, journal.pages - 1, None), None)
            if last is None or last.place != journal.last:
                message = f"the inputs are not what they were: page {journal.pages:,} was {journal.last}"
                raise ConfigurationError(message)
        return self._noted(tasks)

    def _noted(self, tasks: Iterator[Task]) -> Iterator[Task]:
        for task in tasks:
            self._places.append(task.place)
            yield task

    def _open(self, opened: ExitStack) -> None:
        journal, keep = self._journal, self._job.setup.keep
        self._rejects = Standard(STANDARD_ERROR)
        if self._rejects_path:
            self._rejects = Lines(self._rejects_path, journal.rejects)
            opened.callback(self._rejects.close)
        self._output = Standard(STANDARD_OUTPUT)
        if self._job.output:
            # before the output, so that whatever stands there can be gone on with
            journal.write(journal_of(self._job.output))
            columns = (*keep, "fetched") if self._job.inputs.have_dates and "fetched" not in keep else keep
            self._output = output_at(self._job.output, journal.output, columns)
            opened.callback(self._output.close)

    def _record(self, outcome: Outcome) -> None:
        journal = self._journal
        (self._output if isinstance(outcome.result, bytes) else self._rejects).write(outcome)
        journal.tally.add(outcome)
        journal.pages += 1
        journal.last = self._places.popleft()
        if journal.pages % self._every == 0:
            self._commit()

    def _commit(self) -> None:
        self._journal.output = self._output.commit()
        self._journal.rejects = self._rejects.commit()
        if self._job.output:
            self._journal.write(journal_of(self._job.output))

    @property
    def _going_on(self) -> str:
        return "; the same command with --resume goes on" if self._job.output else ""

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say what could not be written."""
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            message = f"cannot write {self._job.output or 'standard output'}: {error.strerror or error}{self._going_on}"
            raise JobError(message) from error


def _plan(job: Job, rejects: Path | None) -> Plan:
    return Plan(
        newsclean=VERSION,
        inputs=job.inputs.names,
        cleaner=job.setup.cleaner.model_dump_json(),
        fields=job.setup.names,
        keep=job.setup.keep,
        rejects=str(rejects),
    )


def _is_there(path: Path) -> bool:
    """Whether something stands at the path; an empty file is what a kill right at the start leaves."""
    return path.is_dir() or (path.exists() and path.stat().st_size > 0)
