"""How the command speaks and ends: lines to standard output and standard error, exit codes; it knows no command."""

import os
import sys

import click

FINE, UNREAD, USAGE = 0, 1, 2
"""Exit codes: every page was read; some page could not be read; the command was called wrongly."""


def complain(message: str, code: int) -> int:
    """Say on standard error what is wrong, in one line, and return the exit code."""
    click.echo(f"newsclean: {' '.join(message.split())}", err=True)
    return code


def put(text: str) -> None:
    """Write a line to standard output as UTF-8, whatever the locale."""
    try:
        click.echo(text.encode("utf-8", "replace"))
    except BrokenPipeError:
        end_quietly()


def end_quietly() -> None:
    """End the command after the reader of its output has seen enough, which is no error."""
    # nothing may be flushed into the pipe at exit
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise click.exceptions.Exit(FINE) from None
