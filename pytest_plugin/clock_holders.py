"""Who took hold of the real `time.sleep` other than by a module's name: default arguments, attributes of classes and
objects, closures. They are given ours instead, for good: it sleeps for real where no clock is in force. What cannot be
replaced is named where a client really slept.
"""

from __future__ import annotations

import functools
import gc
import types
from collections.abc import Iterator
from typing import Any, Final

from . import clock, clock_functions

_NAMESPACE: Final = ("__name__", "__module__", "event_wait")


def rebind() -> None:
    """Replace the real `time.sleep` wherever it is held and may be replaced."""
    for owner, name in list(_held()):
        if name == "__defaults__":
            owner.__defaults__ = tuple(_virtual(value) for value in owner.__defaults__)
        elif name == "__closure__":
            owner.cell_contents = clock_functions.sleep
        elif isinstance(owner, functools.partial):
            state = (clock_functions.sleep, owner.args, owner.keywords, None)
            owner.__setstate__(state)  # type: ignore[attr-defined] # pickle's own, which typeshed leaves out
        elif isinstance(owner, types.FunctionType):
            owner.__kwdefaults__ = {key: _virtual(value) for key, value in (owner.__kwdefaults__ or {}).items()}
        elif isinstance(owner, type):
            setattr(owner, name, staticmethod(clock_functions.sleep))
        else:
            vars(owner)[name] = clock_functions.sleep


def _virtual(value: Any) -> Any:
    return clock_functions.sleep if value is clock.REAL.sleep else value


def holders() -> tuple[str, ...]:
    """Who still holds the real `time.sleep`, in words."""
    found = set()
    for owner in gc.get_referrers(clock.REAL.sleep):
        # A list or a table of functions; namespaces and attributes are told by their owners.
        if isinstance(owner, list) or (isinstance(owner, dict) and owner.keys().isdisjoint(_NAMESPACE)):
            found.add(f"a {type(owner).__name__}")
    for owner, name in _held():
        if isinstance(owner, types.FunctionType):
            found.add(f"{owner.__module__}.{owner.__qualname__} (default argument)")
        else:
            found.add("a closure" if name == "__closure__" else f"attribute {name!r}")
    return tuple(sorted(found))


def _held() -> Iterator[tuple[Any, str]]:
    """Owner and name of each place that holds the real `time.sleep`."""
    real = clock.REAL.sleep
    first = [r for r in gc.get_referrers(real) if not isinstance(r, (types.FrameType, types.ModuleType))]
    containers = [r for r in first if isinstance(r, (tuple, dict)) and r is not vars(clock.REAL)]
    for owner in (*first, *gc.get_referrers(*containers)):
        if isinstance(owner, types.CellType):
            yield owner, "__closure__"
        elif isinstance(owner, functools.partial):
            yield owner, "func"
        elif isinstance(owner, types.FunctionType):
            if real in (owner.__defaults__ or ()) and _ours_to_change(owner):
                yield owner, "__defaults__"
            for name, value in (owner.__kwdefaults__ or {}).items():
                if value is real and _ours_to_change(owner):
                    yield owner, name
        elif not isinstance(owner, (types.ModuleType, types.SimpleNamespace, dict, tuple, list)):
            for name in _attributes(owner, real):
                yield owner, name


def _attributes(owner: Any, real: Any) -> list[str]:
    """The attributes of an object or a class that are the real function."""
    known = isinstance(owner, type) or isinstance(getattr(owner, "__dict__", None), dict)
    if not known or not _ours_to_change(owner if isinstance(owner, type) else type(owner)):
        return []
    return [name for name, value in list(vars(owner).items()) if value is real]


def _ours_to_change(owner: Any) -> bool:
    """Whether an owner is a client's; what must stay on the real clock says so by its package."""
    module = str(getattr(owner, "__module__", ""))
    return module.partition(".")[0] not in clock.EXCLUDED
