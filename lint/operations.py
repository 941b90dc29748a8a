"""Operations: the entry points from which provider calls are reached, run one by one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from posixpath import basename
from typing import Any

from . import ir
from .containment import internal_error
from .flow.classes import ClassInfo
from .flow.interp import Cx, Interp, OutOfBudget
from .flow.state import State
from .flow.values import NONE, Cls, Ext, Func, Made, Native, Ref, Thrown, Unk, Value, Wrapped
from .models.http import SESSIONS
from .watch import at

EVERYTHING = (1 << 4000) - 1


@dataclass(slots=True)
class Root:
    """A function that may be an entry point. owner: the class of a method."""

    path: str
    node: ir.FunctionDef
    name: str
    value: Value
    owner: ClassInfo | None = None


@dataclass(slots=True)
class Run:
    """What running a root gave: (state, value or Thrown) pairs, and the states that never end."""

    root: Root
    ends: list[tuple[State, Value]] = field(default_factory=list)
    endless: list[tuple[State, Any]] = field(default_factory=list)
    complete: bool = True


def is_test(path: str) -> bool:
    """Whether a file holds tests: what they call is not called by the program."""
    name = basename(path)
    return name.startswith("test_") or name.endswith("_test.py") or name == "conftest.py" or "/tests/" in f"/{path}"


def run_all(it: Interp, core: Collection[str] | None = None) -> list[Run]:
    """Run every function that no other run has run in place, callers first. core: the files whose functions are run;
    all if None."""
    roots = [r for r in find_roots(it) if core is None or r.path in core]
    runs: list[Run] = []
    for root in order(roots, it):
        if id(root.node) in it.inlined or (root.node.name.startswith("__") and root.node.name != "__call__"):
            continue
        at(root.path)
        runs.append(run(it, root))
    return runs


def find_roots(it: Interp) -> list[Root]:
    """All functions and methods of the project but those of its tests."""
    found: list[Root] = []
    for path in sorted(it.modules):
        if is_test(path):
            continue
        frame = it.module_frame(path)
        variables = it.globals.frames.get(frame, {})
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


def names_in(node: Any) -> set[str]:
    """All names and attributes that occur in a piece of IR."""
    found: set[str] = set()
    todo = [node]
    while todo:
        item = todo.pop()
        if isinstance(item, ir.Name):
            found.add(item.id)
        elif isinstance(item, ir.Attr):
            found.add(item.attr)
        if isinstance(item, (list, tuple)):
            todo.extend(item)
        elif isinstance(item, (ir.Node, ir.MatchCase, ir.Generator, ir.Param)):
            todo.extend(getattr(item, s) for c in type(item).__mro__ for s in getattr(c, "__slots__", ()))
    return found


def run(it: Interp, root: Root) -> Run:
    """Run one root with unknown arguments."""
    result = Run(root)
    st = State(EVERYTHING)
    before, inlined = len(it.endless), set(it.inlined)
    it.steps, it.stack = 0, []
    try:
        result.ends = _start(it, root, st)
    except OutOfBudget:
        result.complete = False
        it.facts.unresolved.setdefault((root.path, root.node.n), f"{root.name}: it takes too long")
    except RecursionError:
        result.complete = False
        it.facts.unresolved.setdefault((root.path, root.node.n), f"{root.name}: it nests too deep")
    except Exception as exc:  # a fault at one root must not take the others along
        result.complete = False
        it.errors.append(internal_error(f"the analysis of {root.name}", exc, (), root.path))
    finally:
        it.stack = []
    if not result.complete:
        # What it calls was not followed to the end here: that is tried by itself.
        it.inlined = inlined
    result.endless = it.endless[before:]
    return result


def _start(it: Interp, root: Root, st: State) -> list[tuple[State, Value]]:
    site = (root.path, root.node.n)
    value = root.value
    if (
        isinstance(value, Made)
        and value.args
        and value.name in ("staticmethod", "classmethod", "property", "cached_property")
    ):
        kind, value = value.name, value.args[0]
        if kind == "staticmethod":
            return _call(it, root, value, None, st, site)
        if kind == "classmethod" and root.owner is not None:
            return _call(it, root, value, Cls(root.owner), st, site)
    bound: Value | None = None
    if root.owner is not None:
        bound = symbolic_instance(it, Cls(root.owner), st, 0) or Unk(("self", root.path, root.owner.name))
    return _call(it, root, value, bound, st, site)


def _call(it: Interp, root: Root, value: Value, bound: Value | None, st: State, site: Any) -> list[tuple[State, Value]]:
    func = innermost(value)
    if func is None:
        return []
    args = arguments(it, func, bound is not None, st, task=isinstance(value, Wrapped) and value.kind == "celery")
    target = it.bind(value, bound, root.owner) if bound is not None else value
    if isinstance(target, Wrapped) and target.kind == "celery":
        from .models.celery import run_task

        found = run_task(it, target, args, st, site)
    else:
        found = it.call(target, args, [], st, None, site)
    return [r for s, v in found for r in _drained(it, s, v, site)]


def _drained(it: Interp, st: State, value: Value, site: Any) -> list[tuple[State, Value]]:
    """A generator that a root returns is run to its end."""
    if isinstance(value, Made) and value.name == "generator" and value.args and isinstance(value.args[0], Native):

        def hook(s: State, item: Value) -> list[tuple[State, Value]]:
            it.effect(s, site, "yield", (item,))
            return [(s, NONE)]

        return [
            (s, v if isinstance(v, Thrown) else Unk(("generated", site)))
            for s, v in it.run_generator(value, st, hook, site)
        ]
    return [(st, value)]


def innermost(value: Value) -> Func | None:
    """The project function inside layers and bindings."""
    while isinstance(value, Wrapped):
        value = value.func
    return value if isinstance(value, Func) else None


def arguments(it: Interp, func: Func, method: bool, st: State, task: bool = False) -> list[Value]:
    """Unknown arguments for a function's parameters; annotated ones of the kind that the annotation says."""
    params = [p for p in func.node.params if p.kind == "pos"]
    if method and params:
        params = params[1:]
    if task and params and params[0].name in ("self", "task") and not method:
        params = params[1:]
    found: list[Value] = []
    for param in params:
        if param.default is not None:
            found.append(it.default_of(param, func, st))
        else:
            found.append(symbolic(it, param, func, st, 0))
    return found


def symbolic(it: Interp, param: ir.Param, func: Func, st: State, depth: int) -> Value:
    """An unknown argument."""
    unknown = Unk(("param", func.module, func.node.n, param.name), annotated_type(param.annotation))
    if param.annotation is None:
        return unknown
    cx = Cx(func.module, func.frame if func.frame is not None else it.module_frame(func.module))
    return of_annotation(it, param.annotation, cx, st, depth) or unknown


def annotated_type(annotation: ir.Expr | None) -> str | None:
    """The plain type that an annotation names."""
    if isinstance(annotation, ir.Name) and annotation.id in ("str", "int", "float", "bool", "dict", "list", "bytes"):
        return annotation.id
    return None


def of_annotation(it: Interp, annotation: ir.Expr, cx: Cx, st: State, depth: int) -> Value | None:
    """An instance of the project class or HTTP session that an annotation names."""
    match annotation:
        case ir.Const(value=str(text)) if text.isidentifier():
            annotation = ir.Name(annotation.n, text)
        case ir.Bin(op="|", left=left, right=right):
            return of_annotation(it, left, cx, st, depth) or of_annotation(it, right, cx, st, depth)
        case ir.Sub(value=ir.Name(id="Optional" | "Annotated"), index=inner):
            first = inner.items[0] if isinstance(inner, ir.Seq) else inner
            return of_annotation(it, first, cx, st, depth)
    if not isinstance(annotation, (ir.Name, ir.Attr)):
        return None
    found = it.ev(annotation, st, cx)
    value = found[0][1] if found else None
    if isinstance(value, Cls):
        return symbolic_instance(it, value, st, depth)
    if isinstance(value, Ext) and value.name in SESSIONS:
        if (own := from_factory(it, value, st)) is not None:
            return own
        made = it.call(value, [], [], st, None, (cx.module, annotation.n))
        return made[0][1] if made else None
    return None


def from_factory(it: Interp, wanted: Ext, st: State) -> Value | None:
    """A session made by the one function of the project that is annotated to return such a session."""
    if not it.factories:
        it.factories["?"] = None
        for root in find_roots(it):
            func = innermost(root.value) if root.owner is None else None
            if func is None or not isinstance(func.node.returns, (ir.Name, ir.Attr)):
                continue
            found = it.ev(func.node.returns, st.fork(), Cx(func.module, it.module_frame(func.module)))
            name = found[0][1].name if found and isinstance(found[0][1], Ext) else ""
            if name in SESSIONS:
                it.factories[name] = None if name in it.factories else func
    func = it.factories.get(wanted.name)
    if func is None or any(n is func.node for n in it.stack):
        return None
    made = it.call(func, arguments(it, func, False, st), [], st, None, (func.module, func.node.n))
    return _settled(it, st, made)


def symbolic_instance(it: Interp, cls: Cls, st: State, depth: int) -> Value | None:
    """An instance made by its own constructor with unknown arguments; defaults stand."""
    info = cls.info
    if depth > 4 or info.is_enum() or info.is_typed_dict() or info.is_exception():
        return None
    site = (info.module, info.node.n)
    init = info.lookup("__init__")
    if init is None or not isinstance(init[0], Func):
        args = [
            _field(it, info, annotation, owner, default, name, st, depth)
            for name, annotation, default, owner in info.all_fields()
            if default is None
        ]
        if not info.is_record() and not info.all_fields():
            args = []
        made = it.construct(info, args, [], st, site) if info.is_record() or not args else []
        return _settled(it, st, made)
    params = [p for p in init[0].node.params[1:] if p.kind == "pos" and p.default is None]
    keywords = [p for p in init[0].node.params[1:] if p.kind == "kw" and p.default is None]
    values = [symbolic(it, p, init[0], st, depth + 1) for p in params]
    kwargs = [(p.name, symbolic(it, p, init[0], st, depth + 1)) for p in keywords]
    stack, it.stack = it.stack, [*it.stack]
    try:
        return _settled(it, st, it.construct(info, values, kwargs, st, site))
    finally:
        it.stack = stack


def _field(
    it: Interp, info: ClassInfo, annotation: ir.Expr, owner: ClassInfo, default: Any, name: str, st: State, depth: int
) -> Value:
    cx = Cx(owner.module, owner.frame or it.module_frame(owner.module), None, owner)
    return of_annotation(it, annotation, cx, st, depth + 1) or Unk(
        ("field", info.module, info.name, name), annotated_type(annotation)
    )


def _settled(it: Interp, st: State, made: list[tuple[State, Value]]) -> Value | None:
    """The first instance that a constructor gives; the state goes on from there."""
    for state, value in made:
        if isinstance(value, Ref):
            if state is not st:
                st.frames, st.heap = state.frames, state.heap
            return value
    return None
