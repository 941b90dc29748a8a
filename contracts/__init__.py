"""What providers document: contracts, and the questions that one can ask of them. Depends on nothing.

The names below are imported on first use: a command that needs none of them (a lint run in which nothing is relevant)
doesn't pay for them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from .case import Case, CodeRange, Sample
    from .classify import Match, Reply, classify
    from .contract import Advice, Contract, Surface
    from .envelope import Envelope, Property
    from .errors import ContractError, ErrpactError, InvalidContract, UnknownCase, UnknownProvider, UnknownSurface
    from .loader import load, load_all, load_path, parse, providers
    from .obligations import Obligation, State, applicable
    from .points import Point, code_types, points, strictest
    from .policy import Policy, Step, Wait
    from .terms import Actor, Basis, Channel, Kind, Source, StatusUnspecified, Verb
    from .wording import duration

_HOMES = {
    "classify": (
        "Match",
        "Reply",
        "classify",
    ),
    "errors": (
        "ContractError",
        "ErrpactError",
        "InvalidContract",
        "UnknownCase",
        "UnknownProvider",
        "UnknownSurface",
    ),
    "loader": (
        "load",
        "load_all",
        "load_path",
        "parse",
        "providers",
    ),
    "case": (
        "Case",
        "CodeRange",
        "Sample",
    ),
    "contract": (
        "Advice",
        "Contract",
        "Surface",
    ),
    "envelope": (
        "Envelope",
        "Property",
    ),
    "policy": (
        "Policy",
        "Step",
        "Wait",
    ),
    "terms": (
        "Actor",
        "Basis",
        "Channel",
        "Kind",
        "Source",
        "StatusUnspecified",
        "Verb",
    ),
    "wording": ("duration",),
    "obligations": (
        "Obligation",
        "State",
        "applicable",
    ),
    "points": (
        "Point",
        "code_types",
        "points",
        "strictest",
    ),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


class _Package(ModuleType):
    """This package. Two of its functions are named like their modules, and come first: `contracts.classify` is the
    function, whoever imported the module `contracts.classify` before."""

    def __setattr__(self, name: str, value: object) -> None:
        if isinstance(value, ModuleType) and _HOME.get(name) == name:
            value = getattr(value, name)
        super().__setattr__(name, value)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Package

__all__ = [
    "Actor",
    "Advice",
    "Basis",
    "Case",
    "Channel",
    "CodeRange",
    "Contract",
    "ContractError",
    "Envelope",
    "ErrpactError",
    "InvalidContract",
    "Kind",
    "Match",
    "Obligation",
    "Point",
    "Policy",
    "Property",
    "Reply",
    "Sample",
    "Source",
    "State",
    "StatusUnspecified",
    "Step",
    "Surface",
    "UnknownCase",
    "UnknownProvider",
    "UnknownSurface",
    "Verb",
    "Wait",
    "applicable",
    "classify",
    "code_types",
    "duration",
    "load",
    "load_all",
    "load_path",
    "parse",
    "points",
    "providers",
    "strictest",
]
