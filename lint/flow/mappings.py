"""Objects of the project that are mappings: classes that inherit from dict, or from UserDict."""

from __future__ import annotations

from typing import Final

HELD: Final = "[]"
"""The attribute in which what such an object holds stands."""
MAPPINGS: Final = frozenset(
    {"builtins.dict", "collections.UserDict", "collections.OrderedDict", "typing.Dict", "typing.OrderedDict"}
)
"""What their classes inherit from."""
MAPPED: Final = frozenset({"get", "items", "keys", "values", "pop", "setdefault", "update", "copy", "popitem"})
"""Methods that they have from there."""
