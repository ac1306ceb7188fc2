"""The command `newsclean`: pages in, articles or reports out; it decides nothing about a page."""

from newsclean.cli.command import main

__all__ = ["main"]
