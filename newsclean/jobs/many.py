"""`clean_many`: any number of pages in, an article or a rejected page each out, in order, by worker processes."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

from newsclean.article import Article
from newsclean.errors import SourceError
from newsclean.jobs.page import FieldNames, Outcome, Rejected, Source, Task
from newsclean.jobs.pool import Pool
from newsclean.jobs.worker import Setup
from newsclean.pipeline import Cleaner
from newsclean.record import failure_of

PAGE_SECONDS = 60.0
"""What a page may take."""
WORKER_BYTES = 2_000_000_000
"""The bytes that a worker may hold."""


def clean_many(
    pages: Iterable[str | bytes | Mapping[str, object]],
    *,
    workers: int = 1,
    cleaner: Cleaner | None = None,
    page_seconds: float = PAGE_SECONDS,
    worker_bytes: int = WORKER_BYTES,
) -> Iterator[Article | Rejected]:
    """Clean any number of pages in worker processes, lazily and in order.

    Args:
        pages: sources, or mappings with `html` or else `text`, and if known `id`, `url` and `charset`.
        workers: how many processes; each takes a second to start, and then a core.
        cleaner: other filters or bounds than the default's; its filters have to be importable.
        page_seconds: what a page may take before it is rejected.
        worker_bytes: the bytes that a worker may hold before its page is rejected.

    Yields:
        For each page an `Article`, or a `Rejected` that says why there is none; its `id` is the page's own, or else
        its position. Only a bounded number of pages is held at a time.

    Raises:
        ConfigurationError: a filter cannot be imported by another process.
        JobError: workers do not start.

    >>> sentence = "The old bridge reopened on Friday, the mayor of the town said."
    >>> first, second = clean_many([sentence, {"html": b"%PDF-1.7", "id": "b"}])
    >>> first.text
    'The old bridge reopened on Friday, the mayor of the town said.'
    >>> second.id, second.error.kind
    ('b', 'source')
    """
    setup = Setup(cleaner or Cleaner(), FieldNames(), keep=(), seconds=page_seconds)
    with closing(Pool(setup, workers=workers, memory=worker_bytes)) as pool:
        for outcome in pool.outcomes(_task(position, page) for position, page in enumerate(pages)):
            yield _result(outcome)


def _task(position: int, page: object) -> Task:
    if isinstance(page, str | bytes):
        return Task(str(position), Source(page))
    if isinstance(page, Mapping):
        return Task(str(position), {name: page[name] for name in FieldNames.model_fields if name in page})
    problem = SourceError(f"a page is str, bytes or a mapping, not {type(page).__name__}")
    return Task(str(position), failure_of(problem))


def _result(outcome: Outcome) -> Article | Rejected:
    if isinstance(outcome.result, bytes):
        return Article.model_validate_json(outcome.result)
    return outcome.rejected()
