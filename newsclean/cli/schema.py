"""`newsclean schema`: nothing in, the JSON Schema of an article out."""

import json

import click

from newsclean.report.jsonschema import json_schema


@click.command("schema")
def schema() -> None:
    """Print the JSON Schema of an article.

    It holds for the output of 'clean --format json', and for 'article' in the records of 'run'.
    """
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
