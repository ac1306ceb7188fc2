"""The journal beside an output: how far the job has come, so that it can go on after any kill.

It is replaced as a whole, and only after the records that it counts are on the disk. So at every instant the output
and the rejects hold at least what the journal says, and what they hold beyond it is cut off when the job goes on.
"""

import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from newsclean.errors import ConfigurationError
from newsclean.jobs.disk import sync
from newsclean.jobs.page import FieldNames
from newsclean.jobs.tally import Tally


class Plan(BaseModel):
    """What has to be the same for a job to go on."""

    model_config = ConfigDict(frozen=True)

    newsclean: str
    """The version."""
    inputs: tuple[str, ...]
    cleaner: str
    """The configuration, as JSON."""
    fields: FieldNames
    keep: tuple[str, ...]
    rejects: str


class Journal(BaseModel):
    """How far a job has come."""

    plan: Plan
    pages: int = 0
    """Pages that are done, from the first on."""
    last: str | None = None
    """Where the last of them stands in the input."""
    output: int = 0
    """The place in the output: bytes, or part files."""
    rejects: int = 0
    """The bytes of the rejects."""
    finished: bool = False
    tally: Tally

    def write(self, path: Path) -> None:
        """Replace the journal on the disk."""
        half = path.with_name(f"{path.name}.half")
        with half.open("wb") as file:
            file.write(self.model_dump_json().encode())
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
        sync(path.parent)


def journal_of(output: Path) -> Path:
    """Return where the journal of an output is."""
    return output.with_name(f"{output.name}.journal")


def read_journal(path: Path, plan: Plan) -> Journal:
    """Return the journal of a job that is to go on.

    Raises:
        ConfigurationError: it is none, or that of another job.
    """
    try:
        journal = Journal.model_validate_json(path.read_bytes())
    except (FileNotFoundError, ValidationError) as error:
        message = f"{path} is no journal, so that nobody knows how far the job came; --force starts again"
        raise ConfigurationError(message) from error
    changed = [name for name in Plan.model_fields if getattr(plan, name) != getattr(journal.plan, name)]
    if changed:
        message = f"the job was begun with other {' and '.join(changed)}; use the same again, or --force to start again"
        raise ConfigurationError(message)
    return journal
