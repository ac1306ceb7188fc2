"""Boosted oblivious trees, evaluated with numpy: a table in, a probability for each row out.

An oblivious tree asks the same question of every row at each of its levels, so that a tree of depth d is d
comparisons and a look-up among 2**d leaves (Prokhorenkova et al. 2018, "CatBoost: unbiased boosting with
categorical features").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.evidence.shapes import Floats

_ROWS_AT_ONCE: Final = 512
_AT_ONCE: Final = 256
"""Questions that are asked of all rows before the next: what they make stays in the processor's cache."""
_BITS: Final = 8


@dataclass(frozen=True, eq=False)
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

    @cached_property
    def _questions(self) -> "_Questions":
        return _Questions.of(self)

    def predict(self, table: Floats) -> Floats:
        """Return the probability of each row of `table`, whose columns are `columns`."""
        columns = np.ascontiguousarray(table.T)
        logits = np.empty(len(table), dtype=np.float32)
        for start in range(0, len(table), _ROWS_AT_ONCE):
            rows = slice(start, start + _ROWS_AT_ONCE)
            logits[rows] = self._questions.sums(columns[:, rows])
        chances: Floats = (1.0 / (1.0 + np.exp(-(logits + self.bias)))).astype(np.float32)
        return chances


@dataclass(frozen=True, slots=True, eq=False)
class _Questions:
    """An ensemble laid out for speed: each question that any tree asks is answered once."""

    column: npt.NDArray[np.intp]
    """The column of each question, ascending."""
    border: Floats
    """Shape (questions, 1)."""
    asked: tuple[npt.NDArray[np.intp], ...]
    """For each level of the trees, the deepest first, the question that each tree asks there."""
    leaves: Floats
    """The leaves of all trees, one after another."""
    first: npt.NDArray[np.intp]
    """Where the leaves of each tree begin, shape (trees, 1)."""

    @classmethod
    def of(cls, trees: Trees) -> "_Questions":
        borders, ranks = np.unique(trees.borders, return_inverse=True)
        keys = trees.splits.astype(np.intp) * len(borders) + ranks.reshape(trees.borders.shape)
        unique, asked = np.unique(keys, return_inverse=True)
        column, rank = np.divmod(unique, len(borders))
        count, size = trees.leaves.shape
        return cls(
            column,
            borders[rank][:, None],
            tuple(asked.reshape(keys.shape).astype(np.intp)[::-1]),
            trees.leaves.ravel(),
            np.arange(0, count * size, size, dtype=np.intp)[:, None],
        )

    def sums(self, columns: Floats) -> Floats:
        """Return the sum of the leaves that each row comes to; `columns` is the table with a column a row."""
        size = columns.shape[1]
        answers = np.empty((len(self.column), size), dtype=np.bool_)
        for start in range(0, len(answers), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            np.greater(columns.take(self.column[part], axis=0), self.border[part], out=answers[part])
        # up to eight levels fit one byte
        bits = answers.view(np.uint8) if len(self.asked) <= _BITS else answers.astype(np.uint16)
        leaf = bits.take(self.asked[0], axis=0)
        for asked in self.asked[1:]:
            leaf += leaf
            leaf |= bits.take(asked, axis=0)
        values = np.empty(leaf.shape, dtype=np.float32)
        for start in range(0, len(leaf), _AT_ONCE // 4):
            part = slice(start, start + _AT_ONCE // 4)
            self.leaves.take(leaf[part] + self.first[part], out=values[part], mode="clip")
        total: Floats = values.sum(axis=0)
        return total
