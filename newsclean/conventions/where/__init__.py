"""Where: the datelines that open a story."""
