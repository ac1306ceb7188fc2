"""The JSON Schema: published, current, and held by every article; the table of field names in the docs."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from golden import source_of
from trafilatura.settings import Document

import newsclean
from newsclean import Article, clean
from newsclean.cli import main

PUBLISHED: dict[str, Any] = json.loads((Path(newsclean.__file__).parent / "article.schema.json").read_text("utf-8"))
FIELDS = (Path(__file__).parent.parent / "docs" / "fields.md").read_text(encoding="utf-8")
VALIDATOR = jsonschema.Draft202012Validator(PUBLISHED, format_checker=jsonschema.FormatChecker())


def test_the_published_schema_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == PUBLISHED, "make fix renews it"


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(PUBLISHED)


def test_an_article_follows_the_schema(page_folder: Path) -> None:
    article = clean(source_of(page_folder), url="https://example.org/story")

    VALIDATOR.validate(json.loads(article.model_dump_json()))


@pytest.mark.parametrize("time", ["2024-03-12T10:15:00Z", "2024-03-12T10:15:00+05:30", "2024-03-12T10:15:00.123"])
def test_dates_with_a_zone_and_without_follow_the_schema(time: str) -> None:
    article = Article.model_validate({**json.loads(clean("Ferry").model_dump_json()), "published": time})

    VALIDATOR.validate(json.loads(article.model_dump_json()))


@pytest.mark.parametrize(
    "change", [{"headline": "Ferry"}, {"page_kind": "story"}, {"quality": "high"}, {"published": "yesterday"}]
)
def test_what_is_no_article_does_not_follow_the_schema(change: dict[str, object]) -> None:
    value = {**json.loads(clean("Ferry").model_dump_json()), **change}

    assert not VALIDATOR.is_valid(value)


def test_the_schema_says_what_fields_mean() -> None:
    assert PUBLISHED["properties"]["byline"]["description"] == "The byline as printed."
    assert PUBLISHED["$defs"]["FieldSource"]["properties"]["confidence"]["description"].startswith("0 to 1;")


def test_the_table_of_names_has_every_field() -> None:
    table = FIELDS[FIELDS.index("| newsclean |") :].split("\n\n", maxsplit=1)[0]
    named = set(re.findall(r"`(\w+)(?:\[\])?(?:\.\w+)?`", " ".join(line.split("|")[1] for line in table.splitlines())))

    assert named == set(Article.model_fields)


def test_the_example_of_the_docs_runs(capsys: pytest.CaptureFixture[str]) -> None:
    [example] = re.findall(r"^```python\n(.*?)^```$", FIELDS, re.MULTILINE | re.DOTALL)

    exec(compile(example, "fields.md", "exec"), {})  # noqa: S102 - our own page

    found = json.loads(capsys.readouterr().out)
    assert (found["@type"], found["headline"]) == ("NewsArticle", "Ferry sails again")
    assert found["author"] == [{"@type": "Person", "name": "Petra Voln"}]
    assert found["dateline"].startswith("OBERNAU")


def test_what_the_table_calls_trafilatura_s_is_so() -> None:
    rows = [line.split("|") for line in FIELDS.splitlines() if line.startswith("| `")]
    theirs = {name for row in rows if len(row) == 10 for name in re.findall(r"`(\w+)`", row[2])}

    assert theirs > {"author", "sitename", "categories"}
    assert theirs <= set(Document.__slots__)
