"""What annotations mean, those too whose names a module imports for type checkers alone."""

import ast
import functools
import inspect
import sys
import typing
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


def hints_of(kind: Any) -> Mapping[str, Any]:
    """Return the types of the fields of a record; of a name that cannot be found the field takes anything."""
    names = typing_names(kind.__module__)
    hints: dict[str, Any] = {}
    for owner in reversed(kind.__mro__):
        for name, annotation in vars(owner).get("__annotations__", {}).items():
            hints[name] = resolved(annotation, {**vars(sys.modules[owner.__module__]), **names})
    return hints


def resolved(annotation: object, names: Mapping[str, object]) -> Any:
    """Return the type that an annotation names, `object` where a name in it cannot be found."""
    holder = type("Holder", (), {"__annotations__": {"held": annotation}})
    try:
        return typing.get_type_hints(holder, globalns=dict(names), include_extras=True)["held"]
    except (NameError, TypeError, AttributeError):
        return object


@functools.cache
def typing_names(module: str) -> Mapping[str, object]:
    """Return what a module imports below `if TYPE_CHECKING`."""
    names: dict[str, object] = {}
    source = inspect.getsource(sys.modules[module])
    for node in ast.parse(source).body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            imports = [each for each in node.body if isinstance(each, ast.Import | ast.ImportFrom)]
            exec(compile(ast.Module(body=list(imports), type_ignores=[]), module, "exec"), names)
    return MappingProxyType(names)
