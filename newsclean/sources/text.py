"""A flat text dump to blocks."""

from newsclean.block import Block, Page


def read_text(
    text: str, *, url: str | None = None, encoding: str | None = None, warnings: tuple[tuple[str, str], ...] = ()
) -> Page:
    """Read a text dump."""
    blocks: list[Block] = []
    offset, gap = 0, 0
    for line in text.split("\n"):
        clean = " ".join(line.split())
        if clean:
            start = offset + len(line) - len(line.lstrip())
            blocks.append(
                Block(
                    len(blocks),
                    clean,
                    gap=gap,
                    indent=len(line) - len(line.lstrip()),
                    start=start,
                    end=start + len(line.strip()),
                )
            )
            gap = 0
        else:
            gap += 1
        offset += len(line) + 1
    return Page("text", text, tuple(blocks), url, encoding, warnings=warnings)
