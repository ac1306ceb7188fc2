"""The learned scorer: a page's table in, the probability of each block being article text out, in two passes.

The first pass sees a block and its neighbours; the second sees what the first made of the whole page (stacking,
Wolpert 1992). One model file for HTML and one for text, trained by `training/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from newsclean.block import InputKind
from newsclean.evidence.context import with_context
from newsclean.evidence.groups import Groups
from newsclean.evidence.quality import Calibration, page_signs
from newsclean.evidence.shapes import Floats
from newsclean.evidence.trees import Trees
from newsclean.evidence.words import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """Two ensembles of trees for one input kind, and how far their verdict on a page can be trusted."""

    first: Trees
    second: Trees
    calibration: Calibration | None = None
    hearing: Floats | None = None
    """Weights of the own log-odds, of the witness's verdict and of one: how a doubtful page's blocks are settled."""

    @classmethod
    def load(cls, arrays: Mapping[str, npt.NDArray[np.generic]]) -> "Scorer":
        """Read a scorer from the arrays of a model file."""
        hearing = arrays["hearing"].astype(np.float32) if "hearing" in arrays else None
        return cls(Trees.load(arrays, "first"), Trees.load(arrays, "second"), Calibration.load(arrays), hearing)

    def score(self, table: Floats, words: Floats, vocabulary: Vocabulary, groups: Groups) -> Floats:
        """Return the probability of each block; `words` is their number of words."""
        if not len(table):
            return np.zeros(0, dtype=np.float32)
        scores = self.first.predict(table)
        likely = scores > _HOPELESS
        context = with_context(table, scores, words, vocabulary, groups)
        # picked from a column a row, as it was filled and as the trees read it
        scores[likely] = self.second.predict(context.T[:, likely].T)
        return scores

    def hear(self, scores: Floats, verdicts: Floats) -> Floats:
        """Return the scores with a witness's verdicts (0 to 1 a block) weighed in."""
        if self.hearing is None:
            return scores
        logits = log_odds(scores) * self.hearing[0] + verdicts * self.hearing[1] + self.hearing[2]
        heard: Floats = (1 / (1 + np.exp(-logits))).astype(np.float32)
        return heard

    def quality(self, scores: Floats, words: Floats, prose: Floats) -> float:
        """Return the probability that what the scores keep of the page is right."""
        if self.calibration is None:
            return _UNKNOWN
        return self.calibration.quality(page_signs(scores, words, prose))


_HOPELESS = 0.003
"""What the first pass scores below this, half of most pages, the second would not lift to a cut: 2 of 85,000 blocks."""
_SURE = 1e-4
"""Log-odds are taken of no chance nearer to 0 or 1 than this."""
_UNKNOWN = 0.5
"""The quality of a page by a scorer that was never calibrated."""


def log_odds(scores: Floats) -> Floats:
    """Return the log-odds of probabilities, of none nearer to 0 or 1 than `_SURE`."""
    sure = np.clip(scores, _SURE, 1 - _SURE)
    return np.asarray(np.log(sure / (1 - sure)), dtype=np.float32)


@cache
def shipped(kind: InputKind) -> Scorer:
    """Return the scorer that newsclean ships for an input kind, read once."""
    with files("newsclean.evidence").joinpath(f"models/{kind}.npz").open("rb") as file, np.load(file) as arrays:
        return Scorer.load(arrays)
