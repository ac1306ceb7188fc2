"""What makes a file outlast the machine's power; nothing else."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Wait until what is in a file, or which files are in a folder, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
