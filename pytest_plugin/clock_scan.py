"""Where the real clock functions are held: `time` itself, and every module that did `from time import sleep`.

Functions that captured one as a default argument (`def f(sleep=time.sleep)`) cannot be reached this way; `holders`
names them, and the early clock (`errpact_early_clock`) avoids them.
"""

from __future__ import annotations

import contextlib
import gc
import sys
import time
import types
from collections.abc import Iterator
from typing import Any, Final

from . import clock, clock_functions

EXCLUDED: Final = frozenset(
    [
        "_pytest",
        "asyncio",
        "concurrent",
        "errpact",
        "execnet",
        "hypothesis",
        "pluggy",
        "pytest",
        "queue",
        "selectors",
        "socketserver",
        "threading",
        "xdist",
    ]
)
"""Packages that must stay on the real clock: durations, deadlines, locks."""

_WALL: Final = tuple(getattr(clock.REAL, name) for name in clock_functions.WALL)
_FOUND: Final[list[tuple[dict[str, Any], str, Any, Any]]] = []
_SEEN: Final[dict[str, int]] = {}


class _Scanned:
    """What was imported when we last looked."""

    state: tuple[int, str, int] | None = None


@contextlib.contextmanager
def patched(*, wall: bool = True) -> Iterator[None]:
    """Put the virtual functions in place; those of the wall clock only where nothing else moves it."""
    _scan()
    left_out = () if wall else clock_functions.WALL
    fakes = {name: fake for name, (_, fake) in clock_functions.FAKES.items() if name not in left_out}
    found = _FOUND if wall else [each for each in _FOUND if each[2] not in _WALL]
    for name, fake in fakes.items():
        setattr(time, name, fake)
    for namespace, name, _, fake in found:
        namespace[name] = fake
    try:
        with _shared_tls():
            yield
    finally:
        for name, fake in fakes.items():
            early = name == "sleep" and clock.STATE.early
            setattr(time, name, fake if early else getattr(clock.REAL, name))
        for namespace, name, real, fake in found:
            if namespace.get(name) is fake:
                namespace[name] = real


def _scan() -> None:
    """Look through modules that were not seen yet; nothing to do while none was imported."""
    last = next(reversed(sys.modules))
    state = (len(sys.modules), last, id(sys.modules[last]))
    if _Scanned.state == state:
        return
    _Scanned.state = state
    kinds = {id(real): (real, fake) for real, fake in clock_functions.FAKES.values()}
    for name, module in list(sys.modules.items()):
        namespace = getattr(module, "__dict__", None)
        if namespace is None or _SEEN.get(name) == id(namespace) or module is time:
            continue
        _SEEN[name] = id(namespace)
        if name.partition(".")[0] in EXCLUDED:
            continue
        for key, value in list(namespace.items()):
            if (pair := kinds.get(id(value))) is not None:
                _FOUND.append((namespace, key, *pair))


def holders() -> tuple[str, ...]:
    """Who still holds the real `time.sleep`: qualified names of functions with it as a default, of classes' or
    objects' attributes."""
    found: list[str] = []
    for referrer in gc.get_referrers(clock.REAL.sleep):
        if isinstance(referrer, tuple):
            found += [
                f"{f.__module__}.{f.__qualname__} (default argument)"
                for f in gc.get_referrers(referrer)
                if isinstance(f, types.FunctionType) and f.__defaults__ is referrer
            ]
        elif isinstance(referrer, dict) and referrer is not vars(clock.REAL) and "__name__" not in referrer:
            found += [f"attribute {key!r}" for key, value in list(referrer.items()) if value is clock.REAL.sleep]
        elif isinstance(referrer, types.CellType):
            found.append("a closure")
    return tuple(sorted({name for name in found if not name.startswith(("errpact.", "_pytest."))}))


class _Tls:
    """TLS contexts made so far; one costs about 20 ms, and clients of plain HTTP often make one each time."""

    share: bool = True
    contexts: Final[dict[Any, Any]] = {}


def share_tls(on: bool) -> None:
    """Whether clients share TLS contexts of equal arguments while a case runs."""
    _Tls.share = on


@contextlib.contextmanager
def _shared_tls() -> Iterator[None]:
    ssl: Any = sys.modules.get("ssl")
    if ssl is None or not _Tls.share:
        yield
        return
    real = ssl.create_default_context

    def create_default_context(*args: Any, **options: Any) -> Any:
        try:
            key = (args, tuple(sorted(options.items())))
            if key not in _Tls.contexts:
                _Tls.contexts[key] = real(*args, **options)
        except TypeError:
            return real(*args, **options)
        return _Tls.contexts[key]

    ssl.create_default_context = create_default_context
    try:
        yield
    finally:
        ssl.create_default_context = real
