"""Definitions of functions and classes."""

from __future__ import annotations

from .. import ir
from ..models.request import VERBS
from .classes import ClassInfo
from .core import Cx
from .ends import Ends
from .metaclasses import Metaclasses
from .state import Site, State
from .values import (
    Cls,
    Const,
    Ext,
    Func,
    Lam,
    Made,
    Native,
    Partial,
    Ref,
    Thrown,
    Unk,
    Value,
)


class Definitions(Metaclasses):
    """Part of the interpreter."""

    def x_function_def(self, stmt: ir.FunctionDef, st: State, cx: Cx) -> Ends:
        value: Value = Func(cx.module, stmt, self.enclosing(cx.frame), owner=cx.owner)
        for decorator in reversed(stmt.decorators):
            value = self.decorated(decorator, value, st, cx)
        st.set(cx.frame, stmt.name, value)
        return [(st, None)]

    def decorated(self, decorator: ir.Expr, value: Value, st: State, cx: Cx) -> Value:
        """A function or class after one decorator; an unknown decorator leaves it as it is."""
        if _is_route(decorator):
            return value
        site = (cx.module, decorator.n)
        found = self.ev(decorator, st, cx)
        func = found[0][1] if found else None
        if func is None or isinstance(func, Thrown):
            return value
        if isinstance(func, (Unk, Made)) and not self.is_layer(func):
            return value
        result = self.call(func, [value], [], st, cx, site)
        if len(result) == 1 and (not isinstance(result[0][1], (Thrown, Unk, Made)) or _descriptor(result[0][1])):
            state, made = result[0]
            if state is not st:
                st.frames, st.heap = state.frames, state.heap
            return made
        return value

    def x_class_def(self, stmt: ir.ClassDef, st: State, cx: Cx) -> Ends:
        bases = tuple(v for b in stmt.bases for _, v in self.ev(b, st, cx)[:1] if not isinstance(v, Thrown))
        info = ClassInfo(cx.module, stmt, stmt.name, bases)
        frame = self.new_frame(self.enclosing(cx.frame))
        self.bodies.add(frame)
        info.frame = frame
        inner = Cx(cx.module, frame, None, info)
        for item in stmt.body:
            if isinstance(item, ir.AnnAssign) and isinstance(item.target, ir.Name) and not _class_var(item.annotation):
                info.fields.append((item.target.id, *_field(item.annotation, item.value)))
            ends = self.exec_stmt(item, st, inner)
            if ends and ends[0][0] is not st:
                st.frames, st.heap = ends[0][0].frames, ends[0][0].heap
        info.attrs = dict(st.frames.get(frame, {}))
        value: Value = Cls(info)
        info.dataclass = any(
            _dataclass(v.key if isinstance(v, Native) else v.name)  # a Native is `@dataclass(frozen=True)`
            for d in stmt.decorators
            for _, v in self.ev(d, st, cx)[:1]
            if isinstance(v, (Ext, Made, Native))
        )
        if info.is_enum():
            self.make_members(info, st)
        st.set(cx.frame, stmt.name, value)
        self.defined.append(info)
        self.name_descriptors(info, st, cx, (cx.module, stmt.n))
        self.made_by_metaclass(info, stmt, st, cx)
        self.init_subclass(info, stmt, st, cx)
        for decorator in reversed(stmt.decorators):
            value = self.decorated_class(decorator, value, st, cx)
        st.set(cx.frame, stmt.name, value)
        return [(st, None)]

    def decorated_class(self, decorator: ir.Expr, value: Value, st: State, cx: Cx) -> Value:
        """A class after one decorator of the project's own, which may put it into a registry; others leave it."""
        found = self.ev(decorator, st, cx)
        if len(found) != 1 or not isinstance(found[0][1], (Func, Lam, Partial)):
            return value
        told = self.call(found[0][1], [value], [], found[0][0], cx, (cx.module, decorator.n))
        if len(told) != 1:
            return value
        state, made = told[0]
        if state is not st:
            st.frames, st.heap = state.frames, state.heap
        return made if isinstance(made, Cls) else value

    def name_descriptors(self, info: ClassInfo, st: State, cx: Cx, site: Site) -> None:
        """Objects that answer for attributes of the class are told what they are called there."""
        for name, value in [(n, v) for n, v in info.attrs.items() if isinstance(v, Ref)]:
            if self.special(st, value, "__set__") is not None:
                self.setters.add(name)
            if (hook := self.special(st, value, "__set_name__")) is not None:
                told = self.call(hook, [Cls(info), Const(name)], [], st, cx, site)
                if told and told[0][0] is not st:
                    st.frames, st.heap = told[0][0].frames, told[0][0].heap

    def init_subclass(self, info: ClassInfo, stmt: ir.ClassDef, st: State, cx: Cx) -> None:
        """A base with `__init_subclass__` is told of the class (registries of handlers and exceptions)."""
        for base in info.mro()[1:]:
            hook = base.attrs.get("__init_subclass__") if isinstance(base, ClassInfo) else None
            if isinstance(hook, Made) and hook.args:
                hook = hook.args[0]
            if isinstance(hook, Func):
                named = [
                    (name, value)
                    for name, expr in stmt.keywords
                    if name not in (None, "metaclass")
                    for _, value in self.ev(expr, st, cx)[:1]
                ]
                told = self.call(self.bind(hook, Cls(info), base), [], named, st, cx, (cx.module, stmt.n))
                if told and told[0][0] is not st:
                    st.frames, st.heap = told[0][0].frames, told[0][0].heap
                return


def _is_route(decorator: ir.Expr) -> bool:
    """Whether a decorator is written like a request (`@app.post("/hooks")`): no reply can be called with a function, so
    it says which requests of others the function answers."""
    return isinstance(decorator, ir.Call) and isinstance(decorator.func, ir.Attr) and decorator.func.attr in VERBS


def _field(annotation: ir.Expr, default: ir.Expr | None) -> tuple[ir.Expr, ir.Expr | None]:
    """A field's type and default; of `Annotated[T, Field(alias="Code")] = None` the type is T, the default a Field."""
    if not (isinstance(annotation, ir.Sub) and isinstance(annotation.index, ir.Seq) and annotation.index.items):
        return annotation, default
    name = annotation.value.attr if isinstance(annotation.value, ir.Attr) else getattr(annotation.value, "id", "")
    if name != "Annotated":
        return annotation, default
    plain, *metadata = annotation.index.items
    for item in metadata:
        if isinstance(item, ir.Call) and getattr(item.func, "attr", getattr(item.func, "id", "")) == "Field":
            given = item.args if default is None else [default]
            return plain, ir.Call(item.n, item.func, given, item.keywords)
    return plain, default


def _class_var(annotation: ir.Expr) -> bool:
    if isinstance(annotation, ir.Sub):
        annotation = annotation.value
    return (isinstance(annotation, ir.Name) and annotation.id == "ClassVar") or (
        isinstance(annotation, ir.Attr) and annotation.attr == "ClassVar"
    )


def _dataclass(name: object) -> bool:
    return name in (
        "dataclasses.dataclass", "attr.s", "attr.attrs", "attr.define", "attr.frozen", "attrs.define", "attrs.frozen",
        "attrs.mutable", "attr.dataclass", "pydantic.dataclasses.dataclass",
    )  # fmt: skip


def _descriptor(value: Value) -> bool:
    return isinstance(value, Made) and value.name in ("property", "cached_property", "staticmethod", "classmethod")
