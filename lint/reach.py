"""Which functions can reach code that knows a provider: a reply can come from there only, so that the rest of a project
needn't be followed. Pure.

Names tell, taken together over the project: what a function names, what is anywhere defined under those names, what
that names, and so on. Too much is reached rather than too little.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any, Final

from . import ir
from .roots import Root, calls_what_it_is_given

BY_TEXT: Final = frozenset({"getattr", "import_module", "__import__", "methodcaller", "attrgetter", "eval", "globals"})
"""Calls that find what they give by its name; a literal one counts as a name."""

ASSIGNMENTS: Final = (ir.Assign, ir.AnnAssign, ir.AugAssign)

Naming = Callable[[ir.Node], set[str]]
"""What a node names, kept: each definition is asked for several times."""


class Reach:
    """informed: the files that know a provider: they name a host of one, or are bound to one."""

    def __init__(self, modules: Mapping[str, ir.Module], informed: Container[str]) -> None:
        self._informed = informed
        naming: Naming = cache(_names)
        own: dict[str, set[str]] = {}
        for module in modules.values():
            for name, keeps in _keepers(module, naming):
                own.setdefault(name, set()).update(keeps)
        held = _held(modules.values())
        users: dict[str, set[str]] = {}
        for module in modules.values():
            for name, used in chain(_links(module, own, naming), _given(module, held)):
                for other in used:
                    users.setdefault(other, set()).add(name)
        self._live: set[str] = set()
        for path, module in modules.items():
            self._live.update(
                _defined(module) if path in informed else (d.name for d in _definitions(module) if d.provider)
            )
        todo = list(self._live)
        while todo:
            new = users.get(todo.pop(), set()) - self._live
            self._live |= new
            todo.extend(new)

    def possible(self, root: Root) -> bool:
        """Whether a reply of a provider may come to an entry point."""
        return (
            root.path in self._informed
            or not self._live.isdisjoint(_names([root.node, *_always(root)]))
            or _finds_by_text(root.node)
            or calls_what_it_is_given(root.node)
        )


def _always(root: Root) -> list[ir.Node]:
    """What of its class runs or counts whichever method is called."""
    node = root.owner.node if root.owner is not None else None
    if not isinstance(node, ir.ClassDef):
        return []
    return [*node.bases, *node.decorators, *(s for s in node.body if not _is_plain_method(s))]


def _is_plain_method(stmt: ir.Stmt) -> bool:
    return isinstance(stmt, ir.FunctionDef) and not stmt.name.startswith("__")


def _names(node: Any) -> set[str]:
    """What a piece of code names, in annotations and where it asks for something by its name too."""
    found: set[str] = set()
    for item in node.whole() if isinstance(node, ir.FunctionDef) else ir.walk(node):
        match item:
            case ir.Name(id=name) | ir.Attr(attr=name):
                found.add(name)
            case ir.Call(func=ir.Name(id=name) | ir.Attr(attr=name), args=args) if name in BY_TEXT:
                found.update(a.value for a in args if isinstance(a, ir.Const) and isinstance(a.value, str))
            case ir.Param(annotation=ir.Const(value=str(name))) | ir.AnnAssign(annotation=ir.Const(value=str(name))):
                found.add(name)
            case ir.FunctionDef(returns=ir.Const(value=str(name))):
                found.add(name)
    return found


def _variables(module: ir.Module) -> set[str]:
    """What a module assigns at its top level."""
    found = (item for stmt in module.body if isinstance(stmt, ASSIGNMENTS) for item in _unpacked(stmt))
    return {item.id for item in found if isinstance(item, ir.Name)}


def _keepers(module: ir.Module, naming: Naming) -> Iterator[tuple[str, set[str]]]:
    """What may keep what it is given (a decorator, a base class, a registry), with the variables that keep it."""
    variables = _variables(module)
    yield from ((name, {name}) for name in variables)
    for definition in _definitions(module):
        yield definition.name, {definition.name} | (naming(definition) & variables)


def _links(module: ir.Module, own: Mapping[str, set[str]], naming: Naming) -> Iterator[tuple[str, Iterable[str]]]:
    """Names of a module with the names that stand behind them. own: what of the project may keep what it is given."""
    for definition in _definitions(module):
        yield definition.name, naming(definition)
        given_to = [*definition.decorators, *(definition.bases if isinstance(definition, ir.ClassDef) else ())]
        for keeper in _names(given_to) & own.keys():
            yield from ((name, (definition.name,)) for name in own[keeper])
    for function in module.nodes(ir.FunctionDef):
        for stmt in function.body:
            if isinstance(stmt, ir.Global):
                yield from ((name, (function.name,)) for name in stmt.names)
    for name, assigned in _bindings(module):
        yield name, naming(assigned)
    for imported in module.nodes(ir.ImportFrom):
        yield from ((alias, (name,)) for name, alias in imported.names if alias is not None)
    for call in module.nodes(ir.Call):
        yield from ((name, _names(value)) for name, value in call.keywords if name is not None)
    for stmt in module.body:
        if not isinstance(stmt, (ir.FunctionDef, ir.ClassDef, *ASSIGNMENTS)):  # a registration changes what it names
            names = _names(stmt)
            yield from ((name, names) for name in names)


def _held(modules: Iterable[ir.Module]) -> dict[str, set[str]]:
    """The attributes that objects of each class have, by the class's name; what its bases give them too."""
    found: dict[str, set[str]] = {}
    bases: dict[str, set[str]] = {}
    for cls in (c for module in modules for c in module.nodes(ir.ClassDef)):
        inside = ir.Module(cls.body, 0)
        found.setdefault(cls.name, set()).update(name for name, _ in _bindings(inside))
        bases.setdefault(cls.name, set()).update(_names(cls.bases))
    for name, attributes in found.items():
        todo, seen = list(bases[name]), {name}
        while todo:
            base = todo.pop()
            if base in found and base not in seen:
                seen.add(base)
                attributes |= found[base]
                todo.extend(bases[base])
    return found


def _given(module: ir.Module, held: Mapping[str, set[str]]) -> Iterator[tuple[str, Iterable[str]]]:
    """What objects may hold since it was given to their class: `Service(client.fetch)`."""
    for call in module.nodes(ir.Call):
        name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
        if call.args and name in held:
            given = _names(call.args)
            yield from ((attribute, given) for attribute in held[name])


def _bindings(module: ir.Module) -> Iterator[tuple[str, ir.Stmt]]:
    """The names that others see, with the assignments that give them something: variables of the module and of its
    classes, and wherever it is, attributes and what has items."""
    shared = {id(stmt) for body in (module.body, *(c.body for c in module.nodes(ir.ClassDef))) for stmt in body}
    variables = _variables(module)
    for kind in ASSIGNMENTS:
        for stmt in module.nodes(kind):
            for item in _unpacked(stmt):
                while isinstance(item, ir.Sub):
                    item = item.value
                if isinstance(item, ir.Attr):
                    yield item.attr, stmt
                elif isinstance(item, ir.Name) and (id(stmt) in shared or item.id in variables):
                    yield item.id, stmt


def _unpacked(stmt: Any) -> Iterator[ir.Expr]:
    todo = list(stmt.targets) if isinstance(stmt, ir.Assign) else [stmt.target]
    while todo:
        match todo.pop():
            case ir.Seq(items=items):
                todo.extend(items)
            case ir.Star(value=inner):
                todo.append(inner)
            case target:
                yield target


def _definitions(module: ir.Module) -> Iterator[ir.FunctionDef | ir.ClassDef]:
    yield from module.nodes(ir.FunctionDef)
    yield from module.nodes(ir.ClassDef)


def _defined(module: ir.Module) -> Iterator[str]:
    """The names by which others reach a module's content."""
    yield from (d.name for d in _definitions(module))
    yield from (name for name, _ in _bindings(module))


def _finds_by_text(node: ir.FunctionDef) -> bool:
    calls = (item for item in node.whole() if type(item) is ir.Call)
    return any(
        (getattr(c.func, "id", "") or getattr(c.func, "attr", "")) in BY_TEXT
        and not all(isinstance(a, ir.Const) for a in c.args[1:2] or c.args)
        for c in calls
    )
