"""What crawlers leave, for the tests of jobs: small invented pages, and files of many of them in every format."""

import gzip
import json
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import zstandard
from fastwarc.warc import WarcRecord, WarcRecordType
from pyarrow import parquet

TOWNS = ("Obernau", "Velkov", "Port Tessel", "Brine Hill", "Ostra", "Carrow", "Lumen Bay")
THINGS = ("bridge", "ferry", "library", "lighthouse", "market hall", "observatory", "tram")


def story(number: int) -> str:
    """Return the HTML of a page: a menu, a headline, three paragraphs, a share row."""
    town, thing = TOWNS[number % len(TOWNS)], THINGS[number // len(TOWNS) % len(THINGS)]
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{thing} of {town} reopens</title></head><body>'
        "<nav><ul><li><a href='/a'>World</a></li><li><a href='/b'>Business</a></li></ul></nav>"
        f"<article><h1>The {thing} of {town} reopens after {number} days</h1>"
        f"<p>The old {thing} of {town} reopened on Friday after {number} days of repairs, the mayor said.</p>"
        f"<p>“We counted {number + 41} visitors before noon,” said Petra Voln, who sells plum brandy at the pier.</p>"
        f"<p>Work on the roof of the {thing} took longer than planned, and the town will pay for it until May.</p>"
        "<p>Share this article</p></article></body></html>"
    )


def pages(count: int, start: int = 0) -> list[dict[str, object]]:
    """Return so many pages as the fields of records."""
    return [
        {"id": f"p{number}", "url": f"https://site{number % 5}.example/{number}", "html": story(number), "n": number}
        for number in range(start, start + count)
    ]


def json_lines(records: Iterable[object]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def warc(records: Sequence[dict[str, object]]) -> bytes:
    """Return a WARC with a response for each page, and before each what crawlers leave out: a request, an image."""
    written = BytesIO()
    for record in records:
        for body, mime in ((b"\x89PNG", b"image/png"), (str(record["html"]).encode("cp1252"), b"text/html")):
            response = WarcRecord()
            response.init_headers(record_type=WarcRecordType.response)
            response.headers["WARC-Target-URI"] = str(record["url"])
            response.headers["WARC-Date"] = "2024-03-12T10:15:00Z"
            head = b"HTTP/1.1 200 OK\r\nContent-Type: %s; charset=windows-1252\r\n" % mime
            packed = gzip.compress(body, mtime=0)
            response.set_bytes_content(
                head + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed) + packed
            )
            response.headers["Content-Type"] = "application/http; msgtype=response"
            response.write(written)
    return written.getvalue()


def written(folder: Path, name: str, records: Sequence[dict[str, object]]) -> Path:
    """Write a file of many pages in the format of its name, and return its path."""
    path = folder / name
    folder.mkdir(exist_ok=True, parents=True)
    if path.suffix == ".parquet":
        parquet.write_table(pa.Table.from_pylist(list(records)), path, row_group_size=7)
        return path
    data = warc(records) if ".warc" in name else json_lines(records)
    if path.suffix == ".gz":
        data = b"".join(gzip.compress(part, mtime=0) for part in (data[: len(data) // 2], data[len(data) // 2 :]))
    elif path.suffix == ".zst":
        data = b"".join(zstandard.compress(part) for part in (data[: len(data) // 2], data[len(data) // 2 :]))
    path.write_bytes(data)
    return path


def plugin(folder: Path) -> Path:
    """Install a filter into a folder for the import path; by a word of a page it hangs, grows, dies or fails."""
    info = folder / "trouble-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: trouble\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[newsclean.filters]\ntest.trouble = trouble:Trouble\n", encoding="utf-8")
    (folder / "trouble.py").write_text(TROUBLE, encoding="utf-8")
    return folder


TROUBLE = '''"""A filter that troubles its process."""

import os
import signal

from newsclean import Filter


class Trouble(Filter):
    """Trouble, by a word of the page."""

    name = "test.trouble"

    def find(self, page, evidence):
        words = {word for block in page.blocks for word in block.text.split()}
        if "HANG" in words:
            sum(range(10**15))  # in C, with every lock held
        if "GROW" in words:
            held = []
            while True:
                held.append(b"x" * 20_000_000)
        if "DIE" in words:
            os.kill(os.getpid(), signal.SIGKILL)
        if "LEAVE" in words:
            os._exit(3)
        if "FAIL" in words:
            raise ValueError("no such ferry")
        return ()
'''
