"""The command `newsclean run`: a job's options in, a job out; how the job is done is `newsclean.jobs`' affair."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from newsclean.cli.ending import FINE, UNREAD, complain, end_quietly
from newsclean.cli.options import CLEANER_OPTIONS, Decorator, adjusted_cleaner
from newsclean.errors import JobError
from newsclean.jobs.inputs import Inputs
from newsclean.jobs.many import PAGE_SECONDS, WORKER_BYTES
from newsclean.jobs.page import EVERYTHING, FieldNames
from newsclean.jobs.progress import shown
from newsclean.jobs.run import COMMIT_LINES, COMMIT_PARQUET, Job, Start
from newsclean.jobs.run import run as run_job
from newsclean.jobs.streams import STANDARD
from newsclean.jobs.worker import Setup
from newsclean.record import FIELDS


class _Memory(click.ParamType[int]):
    """Bytes, also as 500M or 2G."""

    name = "bytes"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value).upper().removesuffix("B")
        unit = {"K": 10**3, "M": 10**6, "G": 10**9}.get(text[-1:], 1)
        try:
            return int(float(text.rstrip("KMG")) * unit)
        except ValueError:
            self.fail(f"{value!r} is no number of bytes; write 500M or 2G", param, ctx)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_NAMED = tuple(
    click.option(f"--{name}-field", f"{name}_field", default=default, show_default=True, metavar="NAME", help=what)
    for (name, default), what in zip(
        FieldNames().model_dump().items(),
        ("The id of a page.", "Its address.", "Its HTML.", "Its text, read where there is no HTML.", "HTTP's charset."),
        strict=True,
    )
)

_OPTIONS: tuple[Decorator, ...] = (
    click.argument("inputs", nargs=-1, metavar="INPUT ..."),
    click.option("-o", "--output", required=True, metavar="OUTPUT", help=".jsonl[.gz|.zst], .parquet, or -."),
    click.option("--rejects", metavar="FILE", help="Where pages go that failed; OUTPUT's name with .rejects.jsonl."),
    click.option("--resume", is_flag=True, help="Go on with an output, or begin it."),
    click.option("--force", is_flag=True, help="Write an output anew."),
    click.option("--workers", type=click.IntRange(min=1), default=_cores, show_default="the cores", metavar="N"),
    click.option(
        "--page-seconds", type=click.FloatRange(min=0, min_open=True), default=PAGE_SECONDS, show_default=True,
        metavar="N", help="What a page may take.",
    ),
    click.option(
        "--worker-bytes", type=_Memory(), default=WORKER_BYTES, show_default="2G", metavar="BYTES",
        help="What a worker may hold.",
    ),
    click.option(
        "--commit", type=click.IntRange(min=1), metavar="N", show_default=f"{COMMIT_LINES}, Parquet {COMMIT_PARQUET}",
        help="Pages that a kill may cost; of Parquet, the pages of a file.",
    ),
    *_NAMED,
    click.option("--keep", multiple=True, metavar="FIELD", help="Carry a field along; * is all; repeatable."),
    *CLEANER_OPTIONS,
    click.option("--report", metavar="FILE", help="Write the report as JSON, too."),
    click.option("--quiet", is_flag=True, help="No progress and no report on standard error."),
    click.option("--log-json", is_flag=True, help="Progress and report as JSON lines."),
)  # fmt: skip


def _optioned(command: Callable[..., int]) -> Callable[..., int]:
    for decorate in reversed(_OPTIONS):
        command = decorate(command)
    return command


@click.command("run")
@_optioned
def run(  # noqa: PLR0913 - one per option
    *,
    inputs: tuple[str, ...],
    output: str,
    rejects: str | None,
    resume: bool,
    force: bool,
    workers: int,
    page_seconds: float,
    worker_bytes: int,
    commit: int | None,
    keep: tuple[str, ...],
    without: tuple[str, ...],
    added: tuple[str, ...],
    settings: tuple[str, ...],
    report: str | None,
    quiet: bool,
    log_json: bool,
    **names: str,
) -> int:
    """Clean many pages: any number of files in, one record a page out.

    INPUT is JSON lines (.jsonl, also .gz or .zst), Parquet, WARC, pages (.html, .txt), folders and globs of these, or
    standard input (-). A page that fails goes to the rejects with its reason, and the job goes on.
    """
    if not inputs and sys.stdin.isatty():
        message = "Name an input, or pipe pages in."
        raise click.UsageError(message)
    if resume and (force or output == STANDARD):
        message = f"--resume cannot go with {'--force' if force else 'standard output'}."
        raise click.UsageError(message)
    if taken := set(keep) & set(FIELDS):
        message = f"--keep {min(taken)}: newsclean has a field of that name; call it something else before."
        raise click.UsageError(message)
    fields = FieldNames(**{name.removesuffix("_field"): value for name, value in names.items()})
    cleaner = adjusted_cleaner(without, added, settings)
    job = Job(
        inputs=Inputs.of(inputs or (STANDARD,)),
        output=None if output == STANDARD else Path(output),
        rejects=Path(rejects) if rejects else None,
        setup=Setup(cleaner, fields, (EVERYTHING,) if EVERYTHING in keep else keep, page_seconds),
        workers=workers,
        memory=worker_bytes,
        commit=commit,
    )
    start: Start = "resume" if resume else "force" if force else "new"
    try:
        with shown(quiet=quiet, log=log_json) as view:
            done = run_job(job, start, view)
        view.report(done)
        if report:
            Path(report).write_text(f"{done.model_dump_json(indent=2)}\n", encoding="utf-8")
    except JobError as error:
        return complain(str(error), UNREAD)
    except BrokenPipeError:
        end_quietly()
    except OSError as error:
        return complain(f"{error.filename}: {error.strerror}", UNREAD)
    return UNREAD if done.rejected else FINE
