"""Boosted oblivious trees, evaluated with numpy: a table in, a probability for each row out.

An oblivious tree asks the same question of every row at each of its levels, so that a tree of depth d is d
comparisons and a look-up among 2**d leaves (Prokhorenkova et al. 2018, "CatBoost: unbiased boosting with
categorical features").
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsclean.evidence.shapes import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """A trained ensemble; every tree has the same depth."""

    columns: tuple[str, ...]
    """The names of the columns that `splits` counts."""
    splits: npt.NDArray[np.int32]
    """Column of each question, shape (depth, trees)."""
    borders: Floats
    """A row goes right where its value is greater, shape (depth, trees)."""
    leaves: Floats
    """Shape (trees, 2**depth), in log-odds."""
    bias: float

    @classmethod
    def load(cls, arrays: Mapping[str, npt.NDArray[np.generic]], name: str) -> "Trees":
        """Read the ensemble `name` from the arrays of a model file."""
        return cls(
            tuple(str(column) for column in arrays[f"{name}_columns"]),
            arrays[f"{name}_splits"].astype(np.int32),
            arrays[f"{name}_borders"].astype(np.float32),
            arrays[f"{name}_leaves"].astype(np.float32),
            float(arrays[f"{name}_bias"][0]),
        )

    def predict(self, table: Floats) -> Floats:
        """Return the probability of each row of `table`, whose columns are `columns`."""
        transposed = np.ascontiguousarray(table.T)
        trees = self.splits.shape[1]
        leaf = np.zeros((trees, table.shape[0]), dtype=np.int16)
        for level in range(self.splits.shape[0]):
            answers = transposed[self.splits[level]] > self.borders[level][:, None]
            leaf |= answers.astype(np.int16) << level
        logits = np.take_along_axis(self.leaves, leaf.astype(np.intp), axis=1).sum(axis=0) + self.bias
        chances: Floats = (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)
        return chances
