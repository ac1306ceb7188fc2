"""Evidence: one pass over a page's blocks that gives filters what they weigh; it points at nothing."""

from newsclean.evidence.weighing import Evidence, weigh

__all__ = ["Evidence", "weigh"]
