"""The run of sentences that is most of a page's body, found by shape alone: where headline, byline and bios stand.

In: what is known of a page's lines before any is judged. Out: the first and the last line of the run.
"""

import re
from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from newsclean.phrases import Hit

_COST: Final = 40
"""What a line that is no sentence costs a run of sentences, in characters."""
_BODY_CHARS: Final = 1_500
"""How much of the body is read for the words of its headline."""
_BODY_LINES: Final = 40
_TURN: Final = re.compile(r"[^\W\d_] ?[:：] ?\S")
_TURNS: Final = 2


class Measures(Protocol):
    """What was counted in each line of a page."""

    @property
    def chars(self) -> npt.NDArray[np.float32]:
        """Characters."""

    @property
    def words(self) -> npt.NDArray[np.float32]:
        """Words, by the script's measure."""

    @property
    def capitalised(self) -> npt.NDArray[np.float32]:
        """Words that start with a capital."""

    @property
    def sentences(self) -> npt.NDArray[np.float32]:
        """Sentence ends."""

    @property
    def ends_sentence(self) -> tuple[bool, ...]:
        """Whether it ends as a sentence does."""

    @property
    def prose(self) -> tuple[bool, ...]:
        """Whether it reads like sentences."""

    @property
    def word_counts(self) -> tuple[int, ...]:
        """`words` as whole numbers."""


class Lines(Protocol):
    """What is known of the lines of a page before a headline is looked for; evidence is this."""

    @property
    def shapes(self) -> Measures:
        """What was counted."""

    @property
    def folded(self) -> tuple[str, ...]:
        """The comparison key of each line."""

    @property
    def hits(self) -> tuple[Hit | None, ...]:
        """The junk phrase that fills it, if one does."""

    @property
    def sentences(self) -> tuple[int, int]:
        """The first and the last line of the stretch that holds most of the story's sentences: `main_run`."""

    @property
    def story(self) -> tuple[int, int]:
        """`sentences`, from the first line that is surely the story's, where that is known."""

    def __hash__(self) -> int:
        """Return what tells the lines of one page from another's."""


def main_run(chars: Sequence[int] | npt.NDArray[np.float32], prose: Sequence[bool]) -> tuple[int, int]:
    """Return the first and the last block of the stretch that holds most of the sentences and little else.

    >>> main_run([10, 10, 200, 12, 300, 10, 10], [False, False, True, False, True, False, False])
    (2, 4)
    """
    gains = np.where(np.asarray(prose, dtype=bool), np.minimum(chars, 1000), -_COST)
    sums = np.zeros(len(gains) + 1)
    np.cumsum(gains, out=sums[1:])
    totals = sums[1:] - np.minimum.accumulate(sums[:-1])
    if not len(totals) or totals.max() <= 0:
        return 0, 0
    end = int(totals.argmax())
    return end - int(sums[end::-1].argmin()), end


def story_prose(prose: Sequence[bool], hits: Sequence[Hit | None]) -> Sequence[bool]:
    """Return which lines read like sentences and are none of a consent notice, which may be longer than the story."""
    notice = [index for index, hit in enumerate(hits) if hit is not None and hit.family == "consent" and prose[index]]
    if not notice:
        return prose
    own = list(prose)
    for index in notice:
        own[index] = False
    return own


def body_head(lines: Lines) -> str:
    """Return the folded text of the first paragraphs of the body."""
    body, end = lines.story
    return " ".join(lines.folded[body : min(end, body + _BODY_LINES) + 1])[:_BODY_CHARS]


def turns_of(folded: Sequence[str]) -> frozenset[int]:
    """Return which lines are turns of an interview, "Q: ..." and "A: ...": three and more of one-letter labels."""
    found = [index for index, line in enumerate(folded) if _TURN.match(line)]
    return frozenset(found if len(found) > _TURNS else ())
