"""Many pages: worker processes under `clean_many` and the command `newsclean run`; one engine."""

from newsclean.jobs.many import clean_many
from newsclean.jobs.page import Rejected
from newsclean.jobs.pool import JobError

__all__ = ["JobError", "Rejected", "clean_many"]
