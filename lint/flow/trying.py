"""try statements: which handler takes an exception."""

from __future__ import annotations

from typing import Any

from .. import ir
from ..exceptions import ancestors, canonical
from .classes import ClassInfo
from .contents import Contents
from .core import Cx
from .ends import Ends, Escape, Raise
from .state import Inst, State
from .values import (
    NONE,
    Cls,
    Ext,
    Made,
    Ref,
    Tup,
    Value,
)


class Trying(Contents):
    """Part of the interpreter."""

    def x_try(self, stmt: ir.Try, st: State, cx: Cx) -> Ends:
        ends: Ends = []
        self.guards.append((stmt, cx))
        tried = self.exec_block(stmt.body, st, cx)
        self.guards.pop()
        for s, comp in tried:
            if isinstance(comp, Raise) and not isinstance(comp.exc, Escape):
                ends.extend(self.handle(stmt, comp.exc, s, cx))
            elif comp is None and stmt.orelse:
                ends.extend(self.exec_block(stmt.orelse, s, cx))
            else:
                ends.append((s, comp))
        if not stmt.final:
            return ends
        done: Ends = []
        for s, comp in ends:
            for end, last in self.exec_block(stmt.final, s, cx):
                if isinstance(comp, Raise) and last is not None and not isinstance(last, Raise):
                    # A return, break or continue in finally drops the exception.
                    end.note("catch", (cx.module, stmt.final[-1].n))
                done.append((end, comp if last is None else last))
        return done

    def handle(self, stmt: ir.Try, exc: Value, st: State, cx: Cx) -> Ends:
        """Give a raised exception to the handlers in order."""
        done: Ends = []
        going = [st]
        self.shadowed(stmt, exc, st, cx)
        for handler in stmt.handlers:
            left: list[State] = []
            for state in going:
                for s, caught in self.caught_by(handler, exc, state, cx):
                    if caught:
                        done.extend(self.run_handler(handler, exc, s, cx))
                    else:
                        left.append(s)
            going = left
            if not going:
                break
        return done + [(s, Raise(exc)) for s in going]

    def shadowed(self, stmt: ir.Try, exc: Value, st: State, cx: Cx) -> None:
        """Note the points of a handler whose class an earlier handler's class takes in."""
        if st.target is None:
            return
        earlier: list[Value] = []
        for handler in stmt.handlers:
            if handler.type is None:
                return
            found = self.ev(handler.type, st.fork(), cx)
            types = found[0][1] if found else NONE
            if isinstance(types, Cls) and any(e in _bases(types) for e in earlier) and self.catches(st, exc, types):
                test = self.test_at((cx.module, handler.n), st)
                test.would |= st.mask
            known, _ = self.items_of(st, types) if isinstance(types, (Tup, Ref)) else ([types], False)
            earlier.extend(known or [])

    def caught_by(self, handler: ir.Handler, exc: Value, st: State, cx: Cx) -> list[tuple[State, bool]]:
        """Whether a handler takes an exception; an unknown type forks."""
        if handler.type is None:
            return [(st, True)]
        found: list[tuple[State, bool]] = []
        for s, types in self.ev(handler.type, st, cx):
            answers = {self.catches(s, one, types) for one in (self.grouped(exc, s) if handler.group else (exc,))}
            known = answers.pop() if len(answers) == 1 else None
            if known is None:
                other = s.fork()
                s.certain = other.certain = False
                found += [(s, True), (other, False)]
            else:
                found.append((s, known))
        return found

    def catches(self, st: State, exc: Value, types: Value) -> bool | None:
        """Whether an `except types` takes the exception; None if it can't be told."""
        if isinstance(types, (Tup, Ref)) and not isinstance(types, Cls):
            items, more = self.items_of(st, types)
            if items is None:
                return None
            answers = [self.catches(st, exc, t) for t in items]
            return True if True in answers else (None if None in answers or more else False)
        names = self.exception_names(st, exc)
        if names is None:
            if isinstance(types, Ext) and types.name in ("builtins.Exception", "builtins.BaseException"):
                return True
            return None
        if isinstance(types, Cls):
            return types.info in names
        if isinstance(types, Ext):
            return canonical(types.name) in names
        return None

    def exception_names(self, st: State, exc: Value) -> set[Any] | None:
        """The classes that an exception is an instance of: project classes, and names of outside ones."""
        if isinstance(exc, Ref) and isinstance(found := self.obj(st, exc), Inst):
            return class_names(found.cls)
        if isinstance(exc, Made):
            return set(ancestors(exc.name))
        return None

    def run_handler(self, handler: ir.Handler, exc: Value, st: State, cx: Cx) -> Ends:
        """Run a handler's body with the exception at hand."""
        st.note("catch", (cx.module, handler.n))
        st.handled = (*st.handled, exc)
        if handler.name:
            st.set(cx.frame, handler.name, self.group_of(self.grouped(exc, st), st) if handler.group else exc)
        done: Ends = []
        for s, comp in self.exec_block(handler.body, st, cx) if handler.body else [(st, None)]:
            s.handled = s.handled[:-1]
            if handler.name:
                s.unset(cx.frame, handler.name)  # as Python does
            done.append((s, comp))
        return done

    def group_of(self, errors: tuple[Value, ...], st: State) -> Ref:
        """A group of exceptions."""
        return self.alloc(st, Inst(Ext("builtins.ExceptionGroup"), {"exceptions": Tup(errors)}, errors))

    def grouped(self, exc: Value, st: State) -> tuple[Value, ...]:
        """The exceptions that `except*` looks at: those of a group, else the one."""
        obj = self.obj(st, exc) if isinstance(exc, Ref) else None
        held = obj.attrs.get("exceptions") if isinstance(obj, Inst) else None
        return held.items if isinstance(held, Tup) and held.items else (exc,)


def class_names(cls: Value) -> set[Any] | None:
    """A class with all that it inherits from: project classes, and names of outside ones."""
    if isinstance(cls, Ext):
        return set(ancestors(cls.name))
    if not isinstance(cls, Cls):
        return None
    names: set[Any] = set()
    for item in cls.info.mro():
        names |= {item} if isinstance(item, ClassInfo) else ancestors(item)
    return names | {"builtins.BaseException"}


def _bases(cls: Cls) -> list[Value]:
    """A class's bases, as values, without itself."""
    return [Cls(b) if isinstance(b, ClassInfo) else Ext(b) for b in cls.info.mro()[1:]]
