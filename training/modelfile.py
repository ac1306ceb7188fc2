"""Model files: scorers and calibrations to the arrays that newsclean ships, and back."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from newsclean.evidence.quality import Calibration
from newsclean.evidence.scorer import Scorer
from newsclean.evidence.shapes import Floats
from newsclean.evidence.trees import Trees


def arrays_of(name: str, trees: Trees) -> dict[str, npt.NDArray[np.generic]]:
    """Return the arrays that `Trees.load` reads an ensemble of a name from."""
    return {
        f"{name}_columns": np.asarray(trees.columns),
        f"{name}_splits": trees.splits.astype(np.int16),
        f"{name}_borders": trees.borders,
        f"{name}_leaves": trees.leaves.astype(np.float16),
        f"{name}_bias": np.asarray([trees.bias]),
    }


def write(path: Path, scorer: Scorer, calibration: Calibration, hearing: Floats | None = None) -> None:
    """Write a scorer, its calibration and how it hears the witness to a file that `Scorer` reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, npt.NDArray[np.generic]] = {
        **arrays_of("first", scorer.first),
        **arrays_of("second", scorer.second),
        "quality_mean": calibration.mean,
        "quality_scale": calibration.scale,
        "quality_weights": calibration.weights,
        "quality_bias": np.asarray([calibration.bias]),
    }
    if hearing is not None:
        arrays["hearing"] = hearing
    np.savez_compressed(path, allow_pickle=False, **arrays)
