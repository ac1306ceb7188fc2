"""The catalogue: filters in, their documentation out, so that the docstrings are the one source of it."""

from collections.abc import Sequence
from inspect import cleandoc

from pydantic import BaseModel, ConfigDict
from pydantic_core import to_json

from newsclean.filters.base import Filter
from newsclean.report.attributedocs import attribute_docs


class Setting(BaseModel):
    """A setting of a filter: a field of its class."""

    model_config = ConfigDict(frozen=True)

    name: str
    type: str
    default: str
    description: str


class Entry(BaseModel):
    """What is documented of a filter."""

    model_config = ConfigDict(frozen=True)

    name: str
    summary: str
    """The first line of the docstring."""
    documentation: str
    settings: tuple[Setting, ...]


def entry_of(filter_: type[Filter]) -> Entry:
    """Return the documentation of a filter; a plugin without a docstring has an empty one."""
    documentation = cleandoc(filter_.__doc__ or "")
    descriptions = attribute_docs(filter_)
    settings = tuple(
        Setting(
            name=name,
            type=getattr(field.annotation, "__name__", str(field.annotation)),
            default="" if field.is_required() else to_json(field.get_default(call_default_factory=True)).decode(),
            description=cleandoc(field.description or descriptions.get(name, "")),
        )
        for name, field in filter_.model_fields.items()
    )
    return Entry(
        name=filter_.name,
        summary=documentation.partition("\n")[0],
        documentation=documentation,
        settings=settings,
    )


def as_list(entries: Sequence[Entry]) -> str:
    """Return one line a filter: name and summary."""
    width = max((len(entry.name) for entry in entries), default=0)
    return "\n".join(f"{entry.name:<{width}}  {entry.summary}" for entry in entries)


def as_page(entry: Entry) -> str:
    """Return all that is documented of a filter, for reading."""
    settings = [
        "\n    ".join(filter(None, (f"  {setting.name}: {setting.type} = {setting.default}", setting.description)))
        for setting in entry.settings
    ]
    return "\n".join([entry.name, "", entry.documentation, "", "Settings:", *(settings or ["  none"])])


def as_markdown(entries: Sequence[Entry]) -> str:
    """Return a Markdown table: name, what it points at, settings with their defaults.

    >>> print(as_markdown([Entry(name="related", summary="Rails of headlines.", documentation="", settings=())]))
    | filter | points at | settings |
    |---|---|---|
    | `related` | Rails of headlines. | |
    """
    rows = ["| filter | points at | settings |", "|---|---|---|"]
    for entry in entries:
        settings = ", ".join(f"`{setting.name}={setting.default}`" for setting in entry.settings)
        cells = (f"`{entry.name}`", entry.summary, settings)
        rows.append("|" + "|".join(f" {cell} ".replace("|", r"\|") if cell else " " for cell in cells) + "|")
    return "\n".join(rows)


def as_json(entries: Sequence[Entry]) -> str:
    """Return the entries as a JSON list."""
    return to_json([entry.model_dump() for entry in entries], indent=2).decode()
