"""The training room: gold pages in, the scorer's model files and a report out; nothing of it runs in newsclean."""
