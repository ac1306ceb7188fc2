"""The resident memory of a process, as the system tells it; nothing else."""

import os
import subprocess
import sys

_LINUX = sys.platform == "linux"
_PAGE = os.sysconf("SC_PAGE_SIZE")
INTERVAL = 0.05 if _LINUX else 1.0
"""Seconds between two looks; elsewhere each look is a process."""


def resident(pid: int) -> int:
    """Return the bytes of memory that a process holds; 0 where there is no such process.

    >>> resident(os.getpid()) > 1_000_000
    True
    """
    if not _LINUX:
        shown = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=False)  # noqa: S603, S607
        return int(shown.stdout or b"0") * 1024
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:  # noqa: PTH123 - twenty times a second
            return int(file.read().split()[1]) * _PAGE
    except (FileNotFoundError, ProcessLookupError):
        return 0
