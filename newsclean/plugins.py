"""Filters by name: the built-in ones, and those of other distributions by entry point.

In: names, settings and filters. Out: filters and what they are configured by. It runs no filter, and it reads the
entry points only when it is asked for a name that is not built in.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from newsclean.block import Json
from newsclean.errors import ConfigurationError
from newsclean.filters import FILTERS
from newsclean.filters.base import Filter

GROUP = "newsclean.filters"
"""The entry-point group in which a distribution announces its filters: `"vendor.name" = "module:Class"`."""

_BUILT_IN: Final = {filter_.name: type(filter_) for filter_ in FILTERS}

_Configured = TypeVar("_Configured", bound=BaseModel)


def filter_class(name: str) -> type[Filter]:
    """Return the class of a filter: a built-in one, or one that an installed distribution announces.

    Raises:
        ConfigurationError: nobody has a filter of that name, two distributions claim one name, or the plugin
            cannot be loaded; the message names the distribution.

    >>> filter_class("no.such.filter")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    newsclean.errors.ConfigurationError: there is no filter 'no.such.filter'; built in: ...
    """
    if name in _BUILT_IN:
        return _BUILT_IN[name]
    announced = _announced()
    if name not in announced:
        plugins = _listed(announced)
        message = f"there is no filter {name!r}; built in: {_listed(_BUILT_IN)}; installed plugins: {plugins}"
        raise ConfigurationError(message)
    return _load(announced[name])


def installed() -> tuple[str, ...]:
    """Return the names of the plugins that installed distributions announce, sorted; none is loaded.

    Raises:
        ConfigurationError: two distributions claim one name.

    >>> "related" in installed()
    False
    """
    return tuple(sorted(_announced()))


def build_filter(configuration: Mapping[str, object]) -> Filter:
    """Build a filter from `{"name": ..., setting: value}`, as the JSON of a `Cleaner` has it.

    Raises:
        ConfigurationError: the filter is unknown, or has no such setting or value.
    """
    settings = dict(configuration)
    name = settings.pop("name", None)
    if not isinstance(name, str):
        message = 'a filter is configured by {"name": ..., its settings}; "name" is missing'
        raise ConfigurationError(message)
    return _validated(filter_class(name), settings, name)


def configuration_of(filter_: Filter) -> dict[str, object]:
    """Return the name and the settings of a filter, equal in every process: sets are sorted.

    `build_filter` is the way back.
    """
    settings: dict[str, object] = {"name": filter_.name, **filter_.model_dump(mode="json")}
    for name in type(filter_).model_fields:
        value = settings[name]
        if isinstance(getattr(filter_, name), set | frozenset) and isinstance(value, list):
            settings[name] = sorted(value, key=json.dumps)
    return settings


def require_unique_names(filters: Sequence[Filter]) -> None:
    """Raise a ConfigurationError where two filters have one name, so that a report never means two things."""
    for name, count in Counter(filter_.name for filter_ in filters).items():
        if count > 1:
            message = f"{count} filters are called {name!r}; a cleaner holds each name once"
            raise ConfigurationError(message)


def adjusted_filters(
    filters: Sequence[Filter], *, without: Iterable[str], added: Iterable[str], settings: Mapping[str, str]
) -> tuple[Filter, ...]:
    """Return the filters with some left out, some added by name, and some settings changed.

    Args:
        filters: in order of precedence.
        without: names to leave out.
        added: names of plugins; they come before the others, so that their marks win.
        settings: `name.setting` to the value as text; the type is that of the filter's field.

    Raises:
        ConfigurationError: a name, a setting or a value is none; the message says what is allowed.
    """
    by_name = {name: filter_class(name)() for name in added} | {filter_.name: filter_ for filter_ in filters}
    left_out = frozenset(without)
    for name in sorted(left_out - by_name.keys()):
        raise _no_such(name, by_name)
    for key, value in settings.items():
        name, _, setting = key.rpartition(".")
        if name not in by_name:
            raise _no_such(name, by_name)
        by_name[name] = adjusted_settings(by_name[name], {setting: value}, name)
    return tuple(filter_ for name, filter_ in by_name.items() if name not in left_out)


def adjusted_settings(model: _Configured, settings: Mapping[str, str], label: str) -> _Configured:
    """Return the model with settings changed that are given as text: plain, or JSON where the field is no scalar.

    Args:
        model: what has the settings as fields.
        settings: names of fields to their values as text.
        label: what the model is called in an error.

    Raises:
        ConfigurationError: no such field, or no such value of it.
    """
    for name, text in settings.items():
        current = {field: getattr(model, field) for field in type(model).model_fields}
        try:
            model = _validated(type(model), {**current, name: text}, label)
        except ConfigurationError:
            value = _json(text)
            if isinstance(value, str):
                raise
            model = _validated(type(model), {**current, name: value}, label)
    return model


def _json(text: str) -> Json:
    try:
        value: Json = json.loads(text)
    except ValueError:
        return text
    return value


def _validated(model: type[_Configured], settings: Mapping[str, object], label: str) -> _Configured:
    for name in settings:
        if name not in model.model_fields:
            message = f"{label} has no setting {name!r}; it has: {_listed(model.model_fields)}"
            raise ConfigurationError(message)
    try:
        return model.model_validate(settings)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        message = f"{label}.{place} cannot be {first['input']!r}: {first['msg'].lower()}"
        raise ConfigurationError(message) from error


def _announced() -> dict[str, EntryPoint]:
    """Return the entry points of the group by name; no name may stand for two filters."""
    announced: dict[str, EntryPoint] = {}
    for entry in entry_points(group=GROUP):
        if entry.name in announced:
            first = _distribution(announced[entry.name])
            message = f"{first} and {_distribution(entry)} both call a filter {entry.name!r}; uninstall one of them"
            raise ConfigurationError(message)
        if entry.name in _BUILT_IN:
            message = f"{_distribution(entry)} calls a filter {entry.name!r}, which is built in; uninstall it"
            raise ConfigurationError(message)
        announced[entry.name] = entry
    return announced


def _load(entry: EntryPoint) -> type[Filter]:
    origin = f"the filter {entry.name!r} of {_distribution(entry)}"
    try:
        loaded: object = entry.load()
    except Exception as error:
        message = f"{origin} cannot be imported: {type(error).__name__}: {error}"
        raise ConfigurationError(message) from error
    if not (isinstance(loaded, type) and issubclass(loaded, Filter)):
        message = f"{origin} is no subclass of newsclean.Filter but {loaded!r}"
        raise ConfigurationError(message)
    if getattr(loaded, "name", None) != entry.name:
        message = f"{origin} calls itself {getattr(loaded, 'name', None)!r}; the entry point and the class must agree"
        raise ConfigurationError(message)
    return loaded


def _distribution(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else entry.value


def _no_such(name: str, present: Iterable[str]) -> ConfigurationError:
    if name in installed():
        return ConfigurationError(f"the plugin {name!r} is installed, but not in use; add it: --with {name}")
    return ConfigurationError(f"there is no filter {name!r} here; there are: {_listed(present)}")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
