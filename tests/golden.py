"""Golden files: an expected `article.json` is read, compared with an article, and rewritten on request.

An expectation names the keys that it holds an article to; within a key, `{"any_of": [...]}` admits several values,
and an object inside a list is held to its own keys only. Roles and states may name alternatives: `"nav|other"`.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from newsclean import Article
from newsclean.block import Json

_UNCOMPARED = {"quality", "meta", "sources", "blocks"}
COMPARED = frozenset(Article.model_fields) - _UNCOMPARED | {"blocks"}
"""What an expectation may name: wording and figures that change with the program are not compared."""


def source_of(folder: Path) -> str:
    """Return the page of a fixture folder."""
    (path,) = folder.glob("page.*")
    return path.read_bytes().decode()


def expected_of(folder: Path) -> dict[str, Json]:
    """Return the expectation of a fixture folder."""
    return cast("dict[str, Json]", json.loads((folder / "article.json").read_text(encoding="utf-8")))


def texts_of(expected: Mapping[str, Json]) -> list[str]:
    """Return the texts that an expectation admits; none where any will do."""
    text = expected.get("text")
    if text is None:
        return []
    return [str(choice) for choice in cast("list[Json]", text["any_of"])] if isinstance(text, dict) else [str(text)]


def compared(article: Article) -> dict[str, Json]:
    """Return what of an article can be compared: each block as text, role and state, each warning as its code."""
    values: dict[str, Json] = article.model_dump(mode="json", exclude=_UNCOMPARED)
    values["warnings"] = [warning.code for warning in article.warnings]
    values["blocks"] = [{"text": block.text, "role": block.role, "state": block.state} for block in article.blocks]
    return values


def differences(expected: object, found: object, where: str = "") -> Iterator[str]:
    """Yield one line for each place in which what was found differs from what is expected."""
    if isinstance(expected, Mapping) and "any_of" in expected:
        choices = cast("list[object]", expected["any_of"])
        if all(any(differences(choice, found)) for choice in choices):
            yield f"{where}: none of {choices!r}, but {found!r}"
    elif isinstance(expected, Mapping) and isinstance(found, Mapping):
        for key, value in expected.items():
            yield from differences(value, found.get(key), f"{where}.{key}".lstrip("."))
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for number, (left, right) in enumerate(zip(expected, found, strict=True)):
            yield from differences(left, right, f"{where}[{number}]")
    elif expected != found:
        yield f"{where}: expected {expected!r}, found {found!r}"


def block_differences(expected: object, found: object) -> Iterator[str]:
    """Yield one line for each block that is missing, added, or in another role or state."""
    wanted, given = cast("list[dict[str, str]]", expected), cast("list[dict[str, str]]", found)
    texts = [block["text"] for block in given]
    position = 0
    for block in wanted:
        text = block["text"]
        if text not in texts[position:]:
            yield f"missing: {text!r}"
            continue
        here = texts.index(text, position)
        yield from (f"added: {extra!r}" for extra in texts[position:here])
        for key in ("role", "state"):
            if given[here][key] not in block[key].split("|"):
                yield f"{key} {given[here][key]}, not {block[key]}: {text!r}"
        position = here + 1
    yield from (f"added: {extra!r}" for extra in texts[position:])


def rewrite(folder: Path, article: Article) -> None:
    """Write what the article says into the keys of a golden file; alternatives that still hold are left alone."""
    old, new = expected_of(folder), compared(article)
    for key, value in old.items():
        differ = block_differences if key == "blocks" else differences
        holds = not any(differ(value, new[key]))
        new[key] = value if holds else new[key]
    lines = []
    for key in old:
        value = new[key]
        text = json.dumps(value, ensure_ascii=False)
        if key == "blocks" and isinstance(value, list):
            text = "[\n" + ",\n".join("  " + json.dumps(block, ensure_ascii=False) for block in value) + "\n ]"
        lines.append(f" {json.dumps(key)}: {text}")
    (folder / "article.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
