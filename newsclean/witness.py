"""The witness: trafilatura's view of an HTML page, as evidence and never as a replacement; removes nothing.

The only module that imports trafilatura. In: a `Page`, which keeps its source. Out: a `Testimony`, or None for no
opinion. Without `deduplicate`, whose memory outlives a call.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsclean.block import Page
from newsclean.folding import fold_lines

_PIECE_CHARS = 60


@dataclass(frozen=True, slots=True)
class Testimony:
    """What trafilatura makes of a page."""

    text: str

    def verdicts(self, folded: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return for each folded block whether its head and its tail stand in trafilatura's text: 0, 0.5 or 1."""
        said = "\n".join(fold_lines(self.text.split("\n")))
        return np.asarray(
            [((line[:_PIECE_CHARS] in said) + (line[-_PIECE_CHARS:] in said)) / 2 if line else 0.0 for line in folded],
            dtype=np.float32,
        )


def testify(page: Page) -> Testimony | None:
    """Ask trafilatura about a page; None where it has no opinion, as it has none of a text dump.

    What trafilatura stumbles over is no opinion either: a witness that faints is not heard, and nobody else is
    silenced by it.
    """
    if page.kind != "html":
        return None
    import trafilatura  # noqa: PLC0415 - its import costs more than cleaning a page

    try:
        # no metadata: ours is read by then, and its date search is the slower half
        found = trafilatura.bare_extraction(
            page.source, url=page.url, include_comments=False, with_metadata=False, deduplicate=False
        )
    except Exception:  # noqa: BLE001 - documented above: any failure of a foreign parser is "no opinion"
        return None
    if found is None or isinstance(found, dict) or not found.text:
        return None
    return Testimony(found.text)
