"""Metaclasses of the project: what they do with each class (registries of exceptions and handlers, most often)."""

from __future__ import annotations

from .. import ir
from .classes import ClassInfo
from .core import Cx
from .members import Members
from .state import DictObj, State
from .values import Cls, Const, Func, Ref, Thrown, Tup, Value


class Metaclasses(Members):
    """Part of the interpreter."""

    def made_by_metaclass(self, info: ClassInfo, stmt: ir.ClassDef, st: State, cx: Cx) -> None:
        """Run what the metaclass does where a class is defined: its `__new__`, then its `__init__`."""
        info.meta = self.metaclass_of(info, stmt, st, cx)
        if info.meta is None:
            return
        space = tuple((Const(name), value) for name, value in info.attrs.items())
        given = [Const(info.name), Tup(info.bases), self.alloc(st, DictObj(space))]
        named = [
            (name, value)
            for name, expr in stmt.keywords
            if name not in (None, "metaclass")
            for _, value in self.ev(expr, st, cx)[:1]
        ]
        for hook, first in (("__new__", Cls(info.meta)), ("__init__", Cls(info))):
            own = info.meta.lookup(hook)
            if own is None or not isinstance(own[0], Func):
                continue
            self.making.append(info)
            try:
                told = self.call(own[0], [first, *given], [(n, v) for n, v in named if n], st, cx, (cx.module, stmt.n))
            finally:
                self.making.pop()
            if len(told) == 1 and told[0][0] is not st and not isinstance(told[0][1], Thrown):
                st.frames, st.heap = told[0][0].frames, told[0][0].heap

    def metaclass_of(self, info: ClassInfo, stmt: ir.ClassDef, st: State, cx: Cx) -> ClassInfo | None:
        """The metaclass that a class names, or has from a base; None where it isn't one of the project's."""
        for name, expr in stmt.keywords:
            if name == "metaclass":
                found = next((v for _, v in self.ev(expr, st, cx)[:1]), None)
                return found.info if isinstance(found, Cls) else None
        return next((c.meta for c in info.mro()[1:] if isinstance(c, ClassInfo) and c.meta is not None), None)

    def new_class(self, args: list[Value], st: State) -> Value | None:
        """What `type.__new__(mcs, name, bases, namespace)` gives where a metaclass is at it: the class that is being
        made, with what was put into its namespace."""
        if not self.making:
            return None
        info = self.making[-1]
        space = self.obj(st, args[-1]) if args and isinstance(args[-1], Ref) else None
        if isinstance(space, DictObj):
            info.attrs.update({k.v: v for k, v in space.items if isinstance(k, Const) and isinstance(k.v, str)})
        return Cls(info)
