"""The contract of a filter: it points at junk and changes nothing."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from inspect import isabstract
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from newsclean.block import Mark, Page, Trim
from newsclean.evidence import Evidence


class Filter(BaseModel, ABC):
    """One kind of junk; its fields are its settings.

    A filter is frozen, so that a `Cleaner` can be shared between threads and compared with another one.
    A subclass sets `name`, documents in its docstring what it deliberately keeps, and yields a `Mark` for each
    block that is junk, or a `Trim` where only the head or tail of a block is.

    >>> from newsclean.block import Mark
    >>> class Shouting(Filter):
    ...     '''Lines in capitals only.'''
    ...     name = "acme.shouting"
    ...     min_words: int = 3
    ...     def find(self, page, evidence):
    ...         for block in page.blocks:
    ...             if block.text.isupper() and len(block.text.split()) >= self.min_words:
    ...                 yield Mark(block, "other", "line in capitals")
    >>> Shouting(min_words=2).min_words
    2
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str]
    """The public name: in `--without`, in reports, in a configuration. Plugins use `vendor.name`."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:  # noqa: ANN401 - pydantic's signature
        """Raise a TypeError for a filter without a name; a class between that defines no `find` needs none."""
        if not isabstract(cls) and not isinstance(getattr(cls, "name", None), str):
            message = f'{cls.__name__} has no name; write name = "vendor.junk" in its body, without a type'
            raise TypeError(message)

    @abstractmethod
    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark | Trim]:
        """Yield what this filter points at, in any order; the first mark on a block wins over later ones."""
