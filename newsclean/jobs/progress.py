"""How a job gets on, on standard error: a moving line at a terminal, or JSON lines; figures in, nothing out."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import click

from newsclean.jobs.tally import Report, Tally

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_MOVING, _LOGGED = 0.2, 10.0
"""Seconds between two views."""


class Quiet:
    """Nothing is shown."""

    def page(self, tally: Tally, share: float | None) -> None:
        """Take the figures after a page."""

    def report(self, report: Report) -> None:
        """Take the report at the end."""


class Plain(Quiet):
    """The report at the end, as lines."""

    def report(self, report: Report) -> None:
        """Print the report."""
        for line in report.lines():
            click.echo(line, err=True)


class Log(Quiet):
    """JSON lines: the figures every ten seconds, and the report."""

    def __init__(self) -> None:
        """Begin to count the time."""
        self._rate = _Rate(_LOGGED)

    def page(self, tally: Tally, share: float | None) -> None:
        """Take the figures after a page."""
        if self._rate.is_due():
            rejected = sum(tally.rejected.values())
            speed = round(self._rate.of(tally.pages), 2)
            _log("progress", {"pages": tally.pages, "pages_per_second": speed, "rejected": rejected, "share": share})

    def report(self, report: Report) -> None:
        """Print the report."""
        _log("report", report.model_dump(mode="json"))


class Moving(Plain):
    """A line at the terminal: pages, pages a second, rejected, time left; and the report as lines."""

    def __init__(self, progress: "Progress", task: "TaskID") -> None:
        """Take the line that moves."""
        self._progress, self._task = progress, task
        self._rate = _Rate(_MOVING)

    def page(self, tally: Tally, share: float | None) -> None:
        """Take the figures after a page."""
        if self._rate.is_due():
            rejected = sum(tally.rejected.values())
            said = f"{tally.pages:,} pages, {self._rate.of(tally.pages):,.1f} a second, {rejected:,} rejected"
            self._progress.update(
                self._task, description=said, completed=share or 0, total=None if share is None else 1
            )


class _Rate:
    """How many a second, since the first were seen."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._begun = self._shown = monotonic()
        self._first: int | None = None

    def is_due(self) -> bool:
        if monotonic() - self._shown < self._interval:
            return False
        self._shown = monotonic()
        return True

    def of(self, count: int) -> float:
        if self._first is None:
            self._first = count
            self._begun = monotonic()
        return (count - self._first) / max(monotonic() - self._begun, self._interval)


@contextmanager
def shown(*, quiet: bool, log: bool) -> Iterator[Quiet]:
    """Show how a job gets on, as it was asked for and as standard error can."""
    if quiet or log:
        yield Log() if log else Quiet()
        return
    if not sys.stderr.isatty():
        yield Plain()
        return
    from rich.console import Console  # noqa: PLC0415 - only where it is shown
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Moving(progress, progress.add_task("starting", total=None))


def _log(event: str, figures: dict[str, object]) -> None:
    click.echo(json.dumps({"event": event, **figures}), err=True)
