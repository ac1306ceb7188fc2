"""Attribute docstrings: a class in, the strings under its fields out; pydantic would read them at every start."""

import ast
from inspect import cleandoc, getsource
from itertools import pairwise
from textwrap import dedent


def attribute_docs(class_: type) -> dict[str, str]:
    """Return the strings under the fields of a class, as far as its source can be read."""
    try:
        [definition] = ast.parse(dedent(getsource(class_))).body
    except (OSError, TypeError, SyntaxError):
        return {}
    found: dict[str, str] = {}
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    for field, below in pairwise(body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = cleandoc(text)
    return found
