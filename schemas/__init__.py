"""The JSON Schemas that ship with errpact: the contract file format and each provider's envelopes.

All are 2020-12, have an absolute `$id` and refer to nothing outside themselves. Nothing here opens a socket: a
`$ref` to an address that is not among these schemas fails with `referencing.exceptions.Unresolvable`.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from referencing import Registry

SUFFIX: Final = ".schema.json"
ID_PREFIX: Final = "urn:errpact:schema:"


def names() -> tuple[str, ...]:
    """Names of the shipped schemas, sorted: `contract` and one for each provider."""
    folder = resources.files(__package__ or "errpact.schemas")
    return tuple(sorted(f.name.removesuffix(SUFFIX) for f in folder.iterdir() if f.name.endswith(SUFFIX)))


def text(name: str) -> str:
    """The file of a shipped schema as it stands. Raises KeyError for an unknown name."""
    if name not in names():
        raise KeyError(name)
    file = resources.files(__package__ or "errpact.schemas") / f"{name}{SUFFIX}"
    return file.read_text(encoding="utf-8")


def load(name: str) -> dict[str, Any]:
    """A shipped schema as a JSON value. Raises KeyError for an unknown name."""
    schema: dict[str, Any] = json.loads(text(name))
    return schema


def registry() -> Registry[Any]:
    """The shipped schemas by `$id`, beside the metaschemas of JSON Schema; it never fetches anything."""
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]
    from referencing import Resource

    resources_by_id = [(load(name)["$id"], Resource.from_contents(load(name))) for name in names()]
    known: Registry[Any] = REGISTRY.with_resources(resources_by_id)
    return known
