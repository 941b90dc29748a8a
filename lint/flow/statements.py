"""Statements: each takes a state and gives (state, completion) pairs; completion None means that it went on."""

from __future__ import annotations

from typing import Any

from .. import ir
from .core import Cx
from .definitions import Definitions
from .ends import BREAK, CONTINUE, Ends, Raise, Return
from .importing import Importing
from .loops import Loops
from .managers import Managers
from .matching import Matching
from .state import Inst, State
from .values import (
    NONE,
    Cls,
    Const,
    Ext,
    Ref,
    Thrown,
    Unk,
    Value,
)


class Statements(Managers, Loops, Matching, Definitions, Importing):
    """Part of the interpreter."""

    def exec_block(self, body: list[ir.Stmt], st: State, cx: Cx) -> Ends:
        """Run statements in order."""
        going = [st]
        done: Ends = []
        before, self.since = self.since, self.mark()
        for index, stmt in enumerate(body):
            if (
                isinstance(stmt, ir.If)
                and len(going) == 1
                and index + 1 < len(body)
                and isinstance(body[index + 1], ir.If)
            ):
                self.would(_chain(body, index), going[0], cx)
            after: list[State] = []
            for state in going:
                for end, comp in self.exec_stmt(stmt, state, cx):
                    if comp is None:
                        after.append(end)
                    else:
                        done.append((end, comp))
            going = self.merge(after, len(going))
            if not going:
                break
        self.since = before
        return done + [(s, None) for s in going]

    def exec_stmt(self, stmt: ir.Stmt, st: State, cx: Cx) -> Ends:
        """Run one statement."""
        self.step()
        method = self.execute[type(stmt)]
        return [(st, None)] if method is None else method(self, stmt, st, cx)

    def x_expr_stmt(self, stmt: ir.ExprStmt, st: State, cx: Cx) -> Ends:
        return [(s, Raise(v.exc) if isinstance(v, Thrown) else None) for s, v in self.ev(stmt.value, st, cx)]

    def x_return(self, stmt: ir.Return, st: State, cx: Cx) -> Ends:
        if stmt.value is None:
            return [(st, Return(NONE))]
        found = self.ev(stmt.value, st, cx)
        for s, v in found:
            if cx.func is not None and not isinstance(v, Thrown) and s.sent:
                s.note("return", (cx.module, stmt.n), "root" if len(self.stack) == 1 else "")
        return [(s, Raise(v.exc) if isinstance(v, Thrown) else Return(v)) for s, v in found]

    def x_raise(self, stmt: ir.Raise, st: State, cx: Cx) -> Ends:
        site = (cx.module, stmt.n)
        if stmt.exc is None:
            exc = st.handled[-1] if st.handled else Unk(("reraise", site))
            st.note("raise", site, "again")
            return [(st, Raise(exc))]
        done: Ends = []
        for s, value in self.ev(stmt.exc, st, cx):
            if isinstance(value, Thrown):
                done.append((s, Raise(value.exc)))
                continue
            for part, one in self.by_part(s, value):
                for state, exc in self.as_exception(part, one, site, cx):
                    self.chain(state, exc, stmt, cx)
                    state.note("raise", site, "" if state.target is None or self.carries(state, exc) else "bare")
                    done.append((state, Raise(exc)))
        return done

    def as_exception(self, st: State, value: Value, site: Any, cx: Cx) -> list[tuple[State, Value]]:
        """`raise Class` makes an instance; raising what is no exception is a TypeError."""
        if isinstance(value, (Cls, Ext)):
            found = self.call(value, [], [], st, cx, site)
            return [(s, v.exc if isinstance(v, Thrown) else v) for s, v in found]
        if isinstance(value, Const):
            return [(st, self.throw(st, "builtins.TypeError", site).exc)]
        return [(st, value)]

    def chain(self, st: State, exc: Value, stmt: ir.Raise, cx: Cx) -> None:
        """`raise new from old` keeps the old one in reach as __cause__."""
        cause: Value | None = None
        if stmt.cause is not None and not (isinstance(stmt.cause, ir.Const) and stmt.cause.value is None):
            for _, value in self.ev(stmt.cause, st.fork(), cx):
                cause = value
        if cause is not None and isinstance(exc, Ref) and isinstance(found := self.obj(st, exc), Inst):
            st.heap[exc.id] = Inst(found.cls, {**found.attrs, "__cause__": cause}, found.args)

    def x_delete(self, stmt: ir.Delete, st: State, cx: Cx) -> Ends:
        return [(st, None)]

    def x_break(self, stmt: ir.Break, st: State, cx: Cx) -> Ends:
        return [(st, BREAK)]

    def x_continue(self, stmt: ir.Continue, st: State, cx: Cx) -> Ends:
        return [(st, CONTINUE)]


def _chain(body: list[ir.Stmt], start: int) -> list[ir.If]:
    """Ifs in a row, all but the last of which leave (return, raise, continue, break) and have no else."""
    chain: list[ir.If] = []
    for stmt in body[start:]:
        if not isinstance(stmt, ir.If) or stmt.orelse:
            break
        chain.append(stmt)
        if not stmt.body or not isinstance(stmt.body[-1], (ir.Return, ir.Raise, ir.Continue, ir.Break)):
            break
    return chain
