"""The parsed form of a shipped contract file, kept beside it as Python keeps `.pyc` files: TOML is slow to parse.

Nothing depends on it: without a place to write (or with `PYTHONDONTWRITEBYTECODE`) the file is parsed each time.
"""

from __future__ import annotations

import marshal
import os
import sys
from typing import Any, Final

from .reader import parse_toml

_SUFFIX: Final = f".{sys.implementation.cache_tag}.toml1"


def read(path: str) -> dict[str, Any]:
    """The table in a TOML file of ours, from its compiled form where that is fresh."""
    stamp = os.stat(path)
    key = (stamp.st_mtime_ns, stamp.st_size)
    folder, name = os.path.split(path)
    kept = os.path.join(folder, "__pycache__", name + _SUFFIX)
    data = _kept(kept, key)
    if data is None:
        with open(path, encoding="utf-8") as file:
            data = parse_toml(file.read(), name)
        _keep(kept, key, data)
    return data


def _kept(path: str, key: tuple[int, int]) -> dict[str, Any] | None:
    try:
        with open(path, "rb") as file:
            found = marshal.load(file)  # noqa: S302 (our own file, trusted as much as a .pyc beside it)
        return found["data"] if found["key"] == key else None
    except (OSError, EOFError, ValueError, TypeError, KeyError):
        return None


def _keep(path: str, key: tuple[int, int], data: dict[str, Any]) -> None:
    if sys.dont_write_bytecode:
        return
    new = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(new, "wb") as file:
            marshal.dump({"key": key, "data": data}, file)
        os.replace(new, path)
    except (OSError, ValueError):
        # A read-only installation, or a value that cannot be kept: the next run parses again.
        return
