"""The rules: one module each, found by its being here. The module's docstring is the user's documentation.

A module defines `RULE = Rule(code, name, severity, summary)`, is named for the rule, and has `check` (but for the
EP9xx, which the engine itself reports).
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import ModuleType
from typing import TYPE_CHECKING

from ...contracts.errors import ErrpactError, did_you_mean, nearest
from ...contracts.plain import value
from ..finding import Severity

if TYPE_CHECKING:
    from ..draft import Draft
    from ..judgement import Judgement


@value
class Rule:
    """A rule's identity. summary: what it reports, in one line."""

    code: str
    name: str
    severity: Severity
    summary: str


Check = Callable[["Judgement"], Iterable["Draft"]]
"""What a rule module's `check` is."""


class BrokenRule(RuntimeError):
    """A rule module that doesn't keep to the form: a mistake of ours or of a plug-in's author, found at load."""


class UnknownRule(ErrpactError):
    """No rule has this code, name or prefix."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        names = [*registry(), *(r.name for r in registry().values())]
        hint = did_you_mean(nearest(self.name, names))
        return f"no rule is called {self.name!r}{hint}; `errpact explain rules` lists them"


def modules() -> Iterator[ModuleType]:
    """The rule modules, in the order of their names."""
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        yield importlib.import_module(f"{__name__}.{info.name}")


def collect(found: Iterator[ModuleType]) -> dict[str, ModuleType]:
    """Rule code → module, sorted by code. Raises BrokenRule for a module that doesn't keep to the form."""
    by_code: dict[str, ModuleType] = {}
    for module in found:
        stem = module.__name__.rpartition(".")[2]
        rule = getattr(module, "RULE", None)
        if not isinstance(rule, Rule):
            raise BrokenRule(f"{module.__name__}: defines no RULE")
        if not (module.__doc__ or "").strip():
            raise BrokenRule(f"{module.__name__}: has no docstring, which is the rule's documentation")
        if rule.name.replace("-", "_") != stem:
            raise BrokenRule(f"{module.__name__}: is named {stem!r}, its rule {rule.name!r}")
        if rule.code in by_code:
            raise BrokenRule(f"{module.__name__}: {rule.code} is taken by {by_code[rule.code].__name__}")
        by_code[rule.code] = module
    return dict(sorted(by_code.items()))


@functools.cache
def registry() -> Mapping[str, Rule]:
    """All rules by code, sorted."""
    return {code: module.RULE for code, module in collect(modules()).items()}


@functools.cache
def checks() -> Mapping[str, Check]:
    """The rules' `check` functions by code, for those that have one."""
    return {code: m.check for code, m in collect(modules()).items() if hasattr(m, "check")}


def code_of(text: str) -> str | None:
    """The code of a rule given by code or name; None if there is none."""
    if text.upper() in registry():
        return text.upper()
    return next((code for code, rule in registry().items() if rule.name == text), None)


def expand(text: str) -> tuple[str, ...]:
    """The codes that a selector means: a code, a name, a prefix such as `EP1`, or `ALL`. Raises UnknownRule."""
    if text.upper() == "ALL":
        return tuple(registry())
    if (code := code_of(text)) is not None:
        return (code,)
    codes = tuple(c for c in registry() if text and c.startswith(text.upper()))
    if not codes:
        raise UnknownRule(text)
    return codes


def docstring(code: str) -> str:
    """A rule's documentation. Raises UnknownRule."""
    found = code_of(code)
    if found is None:
        raise UnknownRule(code)
    return (collect(modules())[found].__doc__ or "").strip()
