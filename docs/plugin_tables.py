"""The tables of docs/reference/pytest.md, from the plugin's signatures, docstrings, options and settings.

A docstring names its arguments as `name: what it is.`; who adds an argument, a field or a member without that is told.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import Field, fields
from enum import StrEnum
from types import ModuleType
from typing import Any

import errpact.pytest_plugin as plugin
from errpact.contracts import Obligation, Reply, State
from errpact.contracts.off import SORTS
from errpact.contracts.settings import PytestSettings
from errpact.pytest_plugin import cases, collect, strategies
from errpact.pytest_plugin.actions import Hit
from errpact.pytest_plugin.check import UNSET
from errpact.pytest_plugin.handle import CaseHandle
from errpact.pytest_plugin.manual import ManualServer
from errpact.pytest_plugin.options import Options
from errpact.pytest_plugin.record import Record
from errpact.pytest_plugin.report import SIGNS
from errpact.pytest_plugin.wire import Request

Rows = Iterable[tuple[str, ...]]
ARGUMENTS = ("argument", "type", "default", "")
FIELDS = ("field", "type", "")
SETTINGS = {f.name: f for f in fields(PytestSettings)}


class Undescribed(Exception):
    """Something public of which no docstring says what it is."""


def tables() -> dict[str, tuple[tuple[str, ...], Rows]]:
    """Name of a table on a page → its head and rows."""
    check = list(arguments(CaseHandle.check))
    chosen = [row for row in check if row[0].strip("`") in collect.DEFAULTS]
    return {
        "fixtures": (("fixture", "gives", ""), fixtures(plugin)),
        "marker": (ARGUMENTS, [*arguments(cases.select, but=("off", "root")), *chosen]),
        "check": (ARGUMENTS, check),
        "case": (("member", ""), members(CaseHandle)),
        "record": (FIELDS, held(Record)),
        "reply": (ARGUMENTS, arguments(Reply)),
        "request": (("member", ""), members(Request)),
        "server": (("member", ""), members(ManualServer, but=("close",))),
        "hit": (FIELDS, held(Hit)),
        "strategies": (
            ("function", ""),
            ((call(f), summary(f)) for f in (strategies.from_contract, strategies.from_case)),
        ),
        "options": (("option", ""), options()),
        "settings": (("setting", "command line", "pytest's ini", "`[tool.errpact.pytest]`", "default", ""), settings()),
        "plugin-keys": (("key", "default", "holds"), keys()),
        "obligations": (("obligation", "in words"), words(Obligation)),
        "states": (("state", "in the terminal", ""), states()),
        "off": (("item", "reply"), ((f"`PROVIDER:off:{sort}`", text) for sort, text in SORTS.items())),
    }


# --- functions and classes ----------------------------------------------------------------------------------------


def arguments(function: Callable[..., Any], but: Iterable[str] = ()) -> Iterator[tuple[str, ...]]:
    """What a function or class takes: name, type, default, description."""
    taken = [p for p in inspect.signature(function).parameters.values() if p.name not in (*but, "self")]
    texts = described(function, [p.name for p in taken])
    for each in taken:
        yield f"`{each.name}`", f"`{annotation(function, each.annotation)}`", default(each.default), texts[each.name]


def held(kind: Any) -> Iterator[tuple[str, ...]]:
    """The fields of a dataclass: name, type, description."""
    texts = described(kind, [f.name for f in fields(kind)])
    for each in fields(kind):
        yield f"`{each.name}`", f"`{each.type}`", texts[each.name]


def members(kind: type, but: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """What an object of a class has: attributes that the class' docstring names, properties, methods."""
    own = {n: v for n, v in vars(kind).items() if not n.startswith("_") and inspect.getdoc(v) and hasattr(v, "__doc__")}
    found = {n: v for n, v in own.items() if isinstance(v, property) or inspect.isfunction(v)}
    for name, text in named(kind).items():
        if name not in found:
            yield f"`{name}`", text
    for name, member in found.items():
        if name not in but:
            yield f"`{name}`" if isinstance(member, property) else call(member), summary(member)


def call(function: Callable[..., Any]) -> str:
    """A function as it is called: names and defaults alone."""
    signature = inspect.signature(function)
    bare = [p.replace(annotation=p.empty) for p in signature.parameters.values() if p.name != "self"]
    shown = str(signature.replace(parameters=bare, return_annotation=signature.empty))
    return f"`{function.__name__}{shown.replace(repr(UNSET), '…')}`"


def annotation(function: Callable[..., Any], written: str) -> str:
    """A type as it is written; an alias by what it stands for."""
    meant = getattr(inspect.unwrap(function), "__globals__", {}).get(written)
    if meant is None or isinstance(meant, type):
        return written
    return re.sub(r"\b(?:\w+\.)+(?=\w)", "", repr(meant))


def default(value: Any) -> str:
    """A default as a cell."""
    if value is inspect.Parameter.empty:
        return "required"
    if value is None or value is UNSET or value == {} or "factory" in repr(value):
        return "none"
    return f"`{str(value).lower() if isinstance(value, bool) else repr(value)}`"


# --- docstrings ---------------------------------------------------------------------------------------------------


def summary(documented: Any) -> str:
    """A docstring's first paragraph on one line."""
    text = " ".join((inspect.getdoc(documented) or "").split("\n\n")[0].split())
    if not text:
        raise Undescribed(f"{documented!r} has no docstring")
    return text


def named(documented: Any) -> dict[str, str]:
    """All that a docstring describes as `name: what it is.`"""
    found: dict[str, str] = {}
    for paragraph in (inspect.getdoc(documented) or "").split("\n\n"):
        text = re.sub(r"(^| )Raises [A-Z].*", "", " ".join(paragraph.split()))
        _, *parts = re.split(r"(?:^|(?<=\. ))(\w+): ", text)
        found |= {name: sentence(what) for name, what in zip(parts[::2], parts[1::2], strict=True)}
    return found


def described(documented: Any, wanted: Iterable[str]) -> dict[str, str]:
    """The descriptions of these names. Raises Undescribed."""
    found = named(documented)
    if missing := [name for name in wanted if name not in found]:
        raise Undescribed(f"{documented.__qualname__}: its docstring doesn't say what {', '.join(missing)} is")
    return found


def sentence(text: str) -> str:
    """One description as a cell: a single sentence goes without its full stop."""
    text = text.strip()
    return text if ". " in text else text.removesuffix(".")


def words(kind: type[StrEnum]) -> Iterator[tuple[str, str]]:
    """The members of an enum, each with the text that stands below it."""
    (node,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(node, ast.ClassDef)
    texts: dict[str, str] = {}
    for line, below in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            text = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else None
            if not isinstance(text, str):
                raise Undescribed(f"{kind.__name__}.{line.targets[0].id} has no text below it")
            texts[line.targets[0].id] = text
    for member in kind:
        yield f"`{member}`", texts[member.name]


def states() -> Iterator[tuple[str, ...]]:
    for name, text in words(State):
        sign = SIGNS[State(name.strip("`"))].strip()
        yield name, f"`{sign}`" if sign else "", text


def fixtures(module: ModuleType) -> Iterator[tuple[str, ...]]:
    """The fixtures of a plugin: name, what it gives, description."""
    for node in ast.parse(inspect.getsource(module)).body:
        decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
        if isinstance(node, ast.FunctionDef) and "pytest.fixture" in map(ast.unparse, decorators):
            given = re.sub(r"Generator\[(.*)\]", r"\1", ast.unparse(node.returns) if node.returns else "")
            yield f"`{node.name}`", f"`{given}`", ast.get_docstring(node) or ""


# --- options and settings -----------------------------------------------------------------------------------------


class Registry:
    """Stands in for pytest's parser and notes what the plugin adds."""

    def __init__(self) -> None:
        self.options: dict[str, dict[str, Any]] = {}
        self.ini: dict[str, str] = {}
        plugin.pytest_addoption(self)  # type: ignore[arg-type]  # it has all that is asked for

    def getgroup(self, *_: str) -> Registry:
        return self

    def addoption(self, name: str, **more: Any) -> None:
        self.options[name] = more

    def addini(self, name: str, help: str, **_: Any) -> None:  # noqa: A002  # pytest's name
        self.ini[name] = help


def options() -> Iterator[tuple[str, str]]:
    for name, more in Registry().options.items():
        yield f"`{name}`" + (f" `{more['metavar']}`" if "metavar" in more else ""), more["help"]


def settings() -> Iterator[tuple[str, ...]]:
    """Whatever can be set, with each place where it can."""
    known = Registry()
    own, defaults = described(PytestSettings, SETTINGS), {f.name: f for f in fields(Options)} | SETTINGS
    only_ini = [name.removeprefix("errpact_") for name in known.ini]
    for name in dict.fromkeys((*SETTINGS, *only_ini)):
        option, ini, key = f"--errpact-{name.replace('_', '-')}", f"errpact_{name}", name.replace("_", "-")
        places = (option, option in known.options), (ini, ini in known.ini), (key, name in SETTINGS)
        cells = [f"`{place}`" if there else "" for place, there in places]
        text = own.get(name) or known.ini[ini]
        yield key, *cells, preset(defaults[name]), text


def keys() -> Iterator[tuple[str, str, str]]:
    texts = described(PytestSettings, SETTINGS)
    for name, field in SETTINGS.items():
        yield f"`{name.replace('_', '-')}`", preset(field), texts[name]


def preset(field: Field[Any]) -> str:
    """A field's default as a cell, without ticks for numbers."""
    return default({} if field.default is NO_DEFAULT else field.default).replace(".0`", "`")
