"""Many pages: worker processes under `clean_many` and the command `newsclean run`; one engine."""

from newsclean.jobs.many import clean_many
from newsclean.jobs.page import Rejected

__all__ = ["Rejected", "clean_many"]
