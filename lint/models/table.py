"""Which model answers for an outside name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

MODELS: Final[dict[str, Callable[..., Any]]] = {}
MADE: Final[dict[str, Callable[..., Any]]] = {}
LAYERS: Final[dict[str, Callable[..., Any]]] = {}
DRIVERS: Final[dict[str, Callable[..., Any]]] = {}
RUNS: Final[dict[str, Callable[..., Any]]] = {}


def model(*names: str) -> Callable[[F], F]:
    """Register a model for calls of outside names: model(interp, st, args, kwargs, site, name) -> results."""

    def register(func: F) -> F:
        for name in names:
            MODELS[name] = func
        return func

    return register


def made(*names: str) -> Callable[[F], F]:
    """Register a model for calling what an outside call gave: model(interp, st, made, args, kwargs, site)."""

    def register(func: F) -> F:
        for name in names:
            MADE[name] = func
        return func

    return register


def layer(kind: str) -> Callable[[F], F]:
    """Register how a Wrapped function of a kind is called: layer(interp, wrapped, args, kwargs, st, site)."""

    def register(func: F) -> F:
        LAYERS[kind] = func
        return func

    return register


def runner(kind: str) -> Callable[[F], F]:
    """Register how a worker runs a Wrapped function of a kind: runner(interp, wrapped, args, st, site)."""

    def register(func: F) -> F:
        RUNS[kind] = func
        return func

    return register


def driver(*names: str) -> Callable[[F], F]:
    """Register how a for loop over a Made value runs (`for attempt in Retrying(…)`)."""

    def register(func: F) -> F:
        for name in names:
            DRIVERS[name] = func
        return func

    return register
