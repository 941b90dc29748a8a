"""Where the real clock functions are held: `time` itself, and every module that did `from time import sleep`.

Functions that captured one as a default argument (`def f(sleep=time.sleep)`) cannot be reached this way; `holders`
names them, and the early clock (`errpact_early_clock`) avoids them.
"""

from __future__ import annotations

import gc
import sys
import time
import types
from collections.abc import Callable
from typing import Any, Final

from . import clock

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

_FOUND: Final[list[tuple[dict[str, Any], str, Any, Any]]] = []
_SEEN: Final[dict[str, int]] = {}


class _Scanned:
    """What was imported when we last looked."""

    state: tuple[int, str, int] | None = None


def patch() -> Callable[[], None]:
    """Put the virtual functions in place; returns what undoes it."""
    _scan()
    for name, (_, fake) in clock.FAKES.items():
        setattr(time, name, fake)
    for namespace, name, _, fake in _FOUND:
        namespace[name] = fake
    undo_ssl = _share_tls_contexts()

    def undo() -> None:
        for name, (real, fake) in clock.FAKES.items():
            setattr(time, name, fake if name == "sleep" and clock._STATE.early else real)
        for namespace, name, real, fake in _FOUND:
            if namespace.get(name) is fake:
                namespace[name] = real
        undo_ssl()

    return undo


def _scan() -> None:
    """Look through modules that were not seen yet; nothing to do while none was imported."""
    last = next(reversed(sys.modules))
    state = (len(sys.modules), last, id(sys.modules[last]))
    if _Scanned.state == state:
        return
    _Scanned.state = state
    kinds = {id(real): (real, fake) for real, fake in clock.FAKES.values()}
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


def _share_tls_contexts() -> Callable[[], None]:
    ssl = sys.modules.get("ssl")
    if ssl is None or not _Tls.share:
        return lambda: None
    real = ssl.create_default_context

    def create_default_context(*args: Any, **options: Any) -> Any:
        try:
            key = (args, tuple(sorted(options.items())))
            if key not in _Tls.contexts:
                _Tls.contexts[key] = real(*args, **options)
        except TypeError:
            return real(*args, **options)
        return _Tls.contexts[key]

    ssl.create_default_context = create_default_context  # type: ignore[attr-defined]

    def undo() -> None:
        ssl.create_default_context = real  # type: ignore[attr-defined]

    return undo
