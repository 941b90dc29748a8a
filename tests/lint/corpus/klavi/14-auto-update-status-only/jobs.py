from __future__ import annotations

from collections.abc import Iterable

from auto_update import AutoUpdate


def enable_all(api: AutoUpdate, keys: Iterable[str]) -> dict[str, bool]:
    """Returns for each connection key whether automatic updates are on."""
    return {key: api.enable(key) for key in keys}
