"""Who took hold of the real `time.sleep` or of a clock (`time.monotonic`) other than by a module's name: default
arguments, attributes of classes and objects, closures. They are given ours instead, for good: it sleeps for real, or
tells the real time, where no clock is in force. What cannot be replaced is named where a client really slept.
"""

from __future__ import annotations

import functools
import gc
import types
from collections.abc import Iterator
from typing import Any, Final

from . import clock, clock_functions

_FAKES: Final = tuple(clock_functions.FAKES.values())
"""No table: what moves the wall clock changes what the real functions hash to."""
_NAMESPACE: Final = ("__name__", "__module__", "event_wait")


def rebind() -> None:
    """Replace the real `time.sleep` and the real clocks wherever they are held and may be replaced."""
    for owner, name, real in list(_held(*(real for real, _ in _FAKES))):
        fake = next(fake for known, fake in _FAKES if known is real)
        if name == "__defaults__":
            owner.__defaults__ = tuple(fake if value is real else value for value in owner.__defaults__)
        elif name == "__closure__":
            owner.cell_contents = fake
        elif isinstance(owner, functools.partial):
            owner.__setstate__((fake, owner.args, owner.keywords, None))  # type: ignore[attr-defined] # pickle's own, which typeshed leaves out
        elif isinstance(owner, types.FunctionType):
            owner.__kwdefaults__ = {**(owner.__kwdefaults__ or {}), name: fake}
        elif isinstance(owner, type):
            setattr(owner, name, staticmethod(fake))
        else:
            vars(owner)[name] = fake


def holders() -> tuple[str, ...]:
    """Who still holds the real `time.sleep`, in words."""
    found = set()
    for owner in gc.get_referrers(clock.REAL.sleep):
        # A list or a table of functions; namespaces and attributes are told by their owners.
        if isinstance(owner, list) or (isinstance(owner, dict) and owner.keys().isdisjoint(_NAMESPACE)):
            found.add(f"a {type(owner).__name__}")
    for owner, name, _ in _held(clock.REAL.sleep):
        if isinstance(owner, types.FunctionType):
            found.add(f"{owner.__module__}.{owner.__qualname__} (default argument)")
        else:
            found.add("a closure" if name == "__closure__" else f"attribute {name!r}")
    return tuple(sorted(found))


def _held(*reals: Any) -> Iterator[tuple[Any, str, Any]]:
    """Owner and name of each place that holds one of these functions, and which."""
    first = [r for r in gc.get_referrers(*reals) if not isinstance(r, (types.FrameType, types.ModuleType))]
    containers = [
        r
        for r in first
        if isinstance(r, (tuple, dict)) and r is not vars(clock.REAL) and r not in _FAKES and "__builtins__" not in r
    ]
    for owner in (*first, *gc.get_referrers(*containers)):
        for real in reals:
            for name in _names(owner, real):
                yield owner, name, real


def _names(owner: Any, real: Any) -> list[str]:
    """The names by which an owner holds a function."""
    if isinstance(owner, types.CellType):
        return ["__closure__"] if _content(owner) is real and not _is_own(owner) else []
    if isinstance(owner, functools.partial):
        return ["func"] if owner.func is real else []
    if isinstance(owner, types.FunctionType):
        if not _ours_to_change(owner):
            return []
        keywords = [name for name, value in (owner.__kwdefaults__ or {}).items() if value is real]
        return ["__defaults__", *keywords] if real in (owner.__defaults__ or ()) else keywords
    if isinstance(owner, (types.ModuleType, types.SimpleNamespace, dict, tuple, list)):
        return []
    return _attributes(owner, real)


def _is_own(cell: types.CellType) -> bool:
    """Whether one of our own functions closes over a cell."""
    return any(cell is one for _, fake in _FAKES for one in getattr(fake, "__closure__", None) or ())


def _content(cell: types.CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:
        return None


def _attributes(owner: Any, real: Any) -> list[str]:
    """The attributes of an object or a class that are the real function."""
    known = isinstance(owner, type) or isinstance(getattr(owner, "__dict__", None), dict)
    if not known or not _ours_to_change(owner if isinstance(owner, type) else type(owner)):
        return []
    return [name for name, value in vars(owner).copy().items() if value is real]


def _ours_to_change(owner: Any) -> bool:
    """Whether an owner is a client's; what must stay on the real clock says so by its package."""
    module = str(getattr(owner, "__module__", ""))
    return module.partition(".")[0] not in clock.EXCLUDED
