"""The training room: gold pages in, the scorer's data file and its report out; nothing of it is imported at run time."""
