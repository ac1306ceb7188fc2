"""How time grows with a page: seconds of `clean()` at doubled sizes, for honest pages and hostile ones.

In: nothing; the pages are made here. Out: a line a shape with the seconds at each size, and how much the last doubling
multiplied them: about 2 is linear, 4 is quadratic. A shape that is slower than `--bound` seconds is named at the end.

    python benchmarks/growth.py --largest 10_000_000
    python benchmarks/growth.py --shapes article,nested,one-word-lines --largest 1_000_000
"""

import argparse
import time
from collections.abc import Callable
from typing import Final

from newsclean import clean

_SENTENCE: Final = "The harbour office said on Friday that bridge {n} would stay closed until the winter is over. "


def _article(size: int) -> str:
    paragraph = "".join(f"<p>{_SENTENCE * 3}</p><ul><li><a href='/{{n}}'>Story {{n}}</a></li></ul>\n")
    count = max(size // len(paragraph), 1)
    body = "".join(paragraph.replace("{n}", str(number)) for number in range(count))
    return f"<html><body><h1>The bridge</h1><article>{body}</article></body></html>"


def _dump(size: int) -> str:
    count = max(size // (3 * len(_SENTENCE)), 1)
    return "\n\n".join((_SENTENCE * 3).replace("{n}", str(number)) for number in range(count))


def _cues(size: int) -> str:
    """Return a story above headings of comments that quote as many headlines."""
    story = _dump(2_000)
    return story + "".join(f"{number} thoughts on “The ferry {number} sails”\n" for number in range(size // 40))


def _filled(unit: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + unit * (size // len(unit)) + after


HTML: Final[dict[str, Callable[[int], str]]] = {
    "article": _article,
    "nested": _filled("<div>", after="The bridge is closed."),
    "unclosed": _filled("<p><b><i>The bridge is closed"),
    "attributes": _filled(" data-a='b'", before="<p", after=">The bridge is closed.</p>"),
    "script": _filled("var a = '<p>b</p>';", before="<p>One.</p><script>", after="</script><p>Two.</p>"),
    "spans": _filled("<span></span>", before="<p>"),
    "breaks": _filled("word<br>", before="<p>"),
    "one-line-html": _filled("word ", before="<p>", after="</p>"),
    "entities": _filled("&#x110000;&amp &lt;&bogus;", before="<p>"),
    "controls": _filled("a\x00b\x01c\x1f", before="<p>"),
    "tables": _filled("<table><tr><td>a</td><td>b</td></tr>"),
    "links": _filled("<a href='/x' rel='tag' class='author'>word</a> ", before="<p>"),
    "plaintext": _filled("word </p>", before="<plaintext>"),
}
TEXT: Final[dict[str, Callable[[int], str]]] = {
    "dump": _dump,
    "one-line": _filled("word "),
    "one-word-lines": _filled("word\n"),
    "punctuation": _filled(".,;\n!? "),
    "scripts": _filled("Ко том\n好的，\nمرحبا\n, that\nไทย\n"),
    "control-lines": _filled("a\x01\x0b\x1fb\n"),
    "surrogates": _filled("\ud800a "),
    "cues": _cues,
    "copies": _filled("The ferry sails again on Monday, the council said.\n"),
    "broken-lines": _filled("Word\nof it\n, that\n"),
    "dashes": _filled("- a\n"),
}


def seconds(source: str, rounds: int) -> float:
    """Return the least processor time of cleaning a page."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        clean(source)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", type=int, default=10_000, help="characters")
    parser.add_argument("--largest", type=int, default=1_280_000, help="characters")
    parser.add_argument("--shapes", help="names, by commas; all without")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--bound", type=float, default=120.0, help="seconds from which on a shape is not doubled")
    args = parser.parse_args()
    shapes = HTML | TEXT
    names = args.shapes.split(",") if args.shapes else list(shapes)
    sizes = [args.smallest]
    while sizes[-1] * 2 <= args.largest:
        sizes.append(sizes[-1] * 2)
    clean("The first call reads the phrase packs and the models.")
    print(f"{'seconds':16}" + "".join(f"{size // 1_000:>8}K" for size in sizes) + f"{'last x':>9}")
    for name in names:
        times: list[float] = []
        for size in sizes:
            times.append(seconds(shapes[name](size), args.rounds))
            if times[-1] > args.bound:
                break
        last = f"{times[-1] / max(times[-2], 1e-9):9.2f}" if len(times) > 1 else ""
        print(f"{name:16}" + "".join(f"{spent:9.3f}" for spent in times) + last, flush=True)


if __name__ == "__main__":
    main()
