"""The JSON Schema of an article: nothing in, the schema that `Article`'s JSON follows out.

`newsclean/article.schema.json` is this schema, published with each release.
"""

import sys

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from newsclean.article import SCHEMA_VERSION, Article
from newsclean.report.attributedocs import attribute_docs

_MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$"


class _Writer(GenerateJsonSchema):
    """Writes dates as they are: the format `date-time` would ask for a zone that not every page states."""

    def datetime_schema(self, schema: core_schema.DatetimeSchema) -> JsonSchemaValue:
        del schema
        return {"type": "string", "pattern": _MOMENT}


def json_schema() -> dict[str, object]:
    """Return the schema of `Article.model_dump_json()`, with what each field means.

    >>> json_schema()["$id"]
    'urn:newsclean:article:1'
    """
    schema = Article.model_json_schema(mode="serialization", schema_generator=_Writer)
    models = {"Article": schema, **schema["$defs"]}
    for name, model in models.items():
        for field, meaning in attribute_docs(getattr(sys.modules[Article.__module__], name)).items():
            model["properties"][field]["description"] = " ".join(meaning.split())
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:newsclean:article:{SCHEMA_VERSION}"}
    return {**head, **schema}
