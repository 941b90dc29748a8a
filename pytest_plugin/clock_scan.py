"""Where the real clock functions are held: `time` itself, and every module that did `from time import sleep`. Who took
hold of `time.sleep` otherwise (`def f(sleep=time.sleep)`) is for `clock_holders`."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import Any, Final

from . import clock, clock_functions, clock_holders

_WALL: Final = tuple(getattr(clock.REAL, name) for name in clock_functions.WALL)
_FOUND: Final[list[tuple[dict[str, Any], str, Any, Any]]] = []
_SEEN: Final[dict[str, dict[str, Any]]] = {}
"""Module → its namespace, kept: a number that tells it would be given to another one after it is gone."""


class _Scanned:
    """What was imported when we last looked: how many modules, and the last of them."""

    count: int = 0
    last: Any = None


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
    count, module = len(sys.modules), sys.modules[last]
    if _Scanned.count == count and _Scanned.last is module:
        return
    _Scanned.count, _Scanned.last = count, module
    kinds = {id(real): (real, fake) for real, fake in clock_functions.FAKES.values()}
    others = False
    # A copy is made at once; while a list is, the garbage collector may run a finalizer that imports something.
    for name, module in sys.modules.copy().items():
        namespace = getattr(module, "__dict__", None)
        if namespace is None or _SEEN.get(name) is namespace or module is time:
            continue
        _SEEN[name] = namespace
        top = name.partition(".")[0]
        if top in clock.EXCLUDED:
            continue
        others = others or top not in sys.stdlib_module_names
        for key, value in namespace.copy().items():
            if (pair := kinds.get(id(value))) is not None:
                _FOUND.append((namespace, key, *pair))
    if others:
        clock_holders.rebind()


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
