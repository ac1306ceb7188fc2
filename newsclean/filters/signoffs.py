"""Sign-offs: points at the lines that end a story: who reported and edited, whose standards, where it first ran."""

from collections.abc import Iterator

from newsclean.block import Mark, Page
from newsclean.conventions.who.signoffs import may_be_signoffs, read_signoff
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter


class Signoffs(Filter):
    """Lines that credit who worked on a story and end it: "(Reporting by A; Editing by B)", "C contributed to this".

    Keeps sentences in which something else contributed to something.
    """

    name = "signoffs"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Yield the lines that sign a story off."""
        for index in may_be_signoffs(evidence.folded):
            if index and read_signoff(page.blocks[index].text) is not None:
                yield Mark(page.blocks[index], "signoff", "line that signs the story off")
