"""The functions of a project that may be entry points, callers before those they call."""

from __future__ import annotations

from posixpath import basename

from ..contracts.plain import changeable
from . import ir
from .flow.classes import ClassInfo
from .flow.interp import Interp
from .flow.state import Frame
from .flow.values import Cls, Func, Value, Wrapped


@changeable
class Root:
    """A function that may be an entry point. owner: the class of a method."""

    path: str
    node: ir.FunctionDef
    name: str
    value: Value
    owner: ClassInfo | None = None


def is_test(path: str) -> bool:
    """Whether a file holds tests: what they call is not called by the program."""
    name = basename(path)
    return name.startswith("test_") or name.endswith("_test.py") or name == "conftest.py" or "/tests/" in f"/{path}"


def find_roots(it: Interp) -> list[Root]:
    """All functions and methods of the project but those of its tests."""
    found: list[Root] = []
    for path in sorted(it.modules):
        if is_test(path):
            continue
        frame = it.module_frame(path)
        variables = it.globals.frames.get(frame, Frame())
        for stmt in it.modules[path].body:
            if isinstance(stmt, ir.FunctionDef):
                value = variables.get(stmt.name)
                if value is not None:
                    found.append(Root(path, stmt, stmt.name, value))
            elif isinstance(stmt, ir.ClassDef) and isinstance(cls := variables.get(stmt.name), Cls):
                found.extend(_methods(path, stmt, cls.info))
    return found


def _methods(path: str, stmt: ir.ClassDef, info: ClassInfo) -> list[Root]:
    return [
        Root(path, item, f"{stmt.name}.{item.name}", info.attrs[item.name], info)
        for item in stmt.body
        if isinstance(item, ir.FunctionDef) and item.name in info.attrs
    ]


def order(roots: list[Root], it: Interp) -> list[Root]:
    """Callers before those they name, as far as names tell; else by file and place."""
    by_name: dict[str, list[Root]] = {}
    for root in roots:
        by_name.setdefault(root.node.name, []).append(root)
    names = {id(r.node): names_in(r.node) for r in roots}
    visited: set[int] = set()
    finished: list[Root] = []

    def visit(root: Root) -> None:
        if id(root.node) in visited:
            return
        visited.add(id(root.node))
        for name in sorted(names[id(root.node)] & by_name.keys()):
            for callee in by_name[name]:
                visit(callee)
        finished.append(root)

    for root in roots:
        visit(root)
    return finished[::-1]


def calls_what_it_is_given(node: ir.FunctionDef) -> bool:
    """Whether a function calls one of its parameters inside a try: whom it calls, only its callers know."""
    names = {p.name for p in node.params}
    tries = (item for item in node.inside() if type(item) is ir.Try)
    calls = (item for block in tries for item in ir.walk(block.body) if type(item) is ir.Call)
    return any(isinstance(c.func, ir.Name) and c.func.id in names for c in calls)


def names_in(function: ir.FunctionDef) -> set[str]:
    """All names and attributes that occur in a function."""
    found: set[str] = set()
    for item in function.whole():
        if type(item) is ir.Name:
            found.add(item.id)
        elif type(item) is ir.Attr:
            found.add(item.attr)
    return found


def innermost(value: Value) -> Func | None:
    """The project function inside layers and bindings."""
    while isinstance(value, Wrapped):
        value = value.func
    return value if isinstance(value, Func) else None
