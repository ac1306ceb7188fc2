"""The command and its parts: words in, exit code out; what one part needs is loaded when it is called."""

from collections.abc import Sequence
from importlib import import_module

import click

from newsclean.cli.ending import FINE, UNREAD, USAGE, complain
from newsclean.errors import ConfigurationError
from newsclean.pipeline import VERSION

_COMMANDS = {
    "clean": "newsclean.cli.pages",
    "explain": "newsclean.cli.pages",
    "run": "newsclean.cli.run",
    "filters": "newsclean.cli.pages",
    "schema": "newsclean.cli.schema",
}
"""Where each command is."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        arguments: the words after `newsclean`; those of the process where not given.
    """
    try:
        code = newsclean.main(arguments, prog_name="newsclean", standalone_mode=False)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "newsclean"
        return complain(f"{error.format_message()} '{command} --help' shows what it takes.", USAGE)
    except ConfigurationError as error:
        return complain(str(error), USAGE)
    except click.Abort:
        return complain("interrupted", UNREAD)
    return code if isinstance(code, int) else FINE


class _Commands(click.Group):
    """The commands, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
@click.version_option(VERSION, prog_name="newsclean")
def newsclean() -> None:
    """Scraped news pages in, clean articles out, and what was removed and why."""
