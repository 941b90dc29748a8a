"""Calls: a value is called by what it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeGuard

from .. import ir
from .construct import Construct
from .core import Args, Cx, Found, Kwargs
from .functions import Functions
from .futures import STARTERS, future
from .generating import Generating
from .outside import Outside
from .spreading import BODY, GIVEN, Spreading
from .state import Inst, State
from .values import (
    NONE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Lam,
    Made,
    Method,
    Native,
    Partial,
    RawVal,
    Ref,
    Split,
    Super,
    Thrown,
    Unk,
    Value,
    Wrapped,
    field_of,
    narrow,
    parts,
    tainted,
)

DECIDING: Final = frozenset({"startswith", "endswith", "find", "index", "count"})
"""Methods of a text that a decision is made on; `strip` and `lower` only prepare one."""
PLAIN: Final = frozenset(
    {
        "startswith", "endswith", "upper", "lower", "strip", "lstrip", "rstrip", "split", "partition", "replace",
        "isdigit", "isnumeric", "zfill", "removeprefix", "removesuffix", "casefold", "title", "isalpha", "is_integer",
        "total_seconds", "find",
    }
)  # fmt: skip


class Calls(Construct, Spreading, Outside, Functions, Generating):
    """Part of the interpreter."""

    def v_call(self, expr: ir.Call, st: State, cx: Cx) -> Found:
        site = (cx.module, expr.n)
        found: Found = []
        if isinstance(expr.func, ir.Name) and expr.func.id == "super" and not expr.args:
            bound = self.self_of(st, cx)
            if bound is not None and cx.owner is not None:
                return [(st, Super(cx.owner, bound))]
        for s, func in self.ev(expr.func, st, cx):
            if isinstance(func, Thrown):
                found.append((s, func))
                continue
            capture, self.capture = self.capture, _capture(func, expr)
            starter = s.fork() if self.capture is future and len(expr.args) == 1 else None
            endless = len(self.endless)
            evaluated = self.ev_many([*expr.args, *(v for _, v in expr.keywords)], s, cx)
            self.capture = capture
            if starter is not None and len(self.endless) > endless:
                evaluated += [(b, [v, *[NONE] * len(expr.keywords)]) for b, v in self.parked(endless, starter, site)]
            for state, values in evaluated:
                if isinstance(values, Thrown):
                    found.append((state, values))
                    continue
                args, kwargs = self.spread(expr, values, state)
                one = narrow(func, state.mask)
                if kwargs and kwargs[-1][0] == BODY:
                    found.extend(self.call_with_body(one, args, kwargs[:-1], kwargs[-1][1], state, cx, site))
                    continue
                if type(one) is Split or type(one) is Method:
                    found_in = [p for _, p in parts(one, state.mask) if isinstance(p, Method) and p.name in DECIDING]
                    self.look(*(p.recv for p in found_in))
                if not kwargs and _plain_methods(one):
                    looks = (p for _, p in one.parts if isinstance(p, Method) and p.name in DECIDING)
                    if any(field_of(p.recv) == "message" for p in looks):
                        self.note_text(Unk(("message", site), "str", "message", True), state, site)
                    found.extend(
                        self.lifted(
                            state, (one, *args), lambda f, *a, s=state: self.library.pure_method(self, s, f, *a), site
                        )
                    )
                    continue
                pieces = self.by_part(state, one)
                chosen = len(pieces) > 1 and not _one_method([callee for _, callee in pieces])
                for part, callee in pieces:
                    if chosen:
                        part.note("branch", site, "dispatch")
                    if not part.sent and site not in self.kept:
                        self.early.add(site)
                    again = part.sent and site not in self.early
                    ends = self.call(callee, args, kwargs, part, cx, site)
                    if again and not args and not kwargs and _injected(callee, expr.func, site in self.kept):
                        ends = [(end, self.anew(value, site)) for end, value in ends]
                    found.extend(ends)
        return self.rejoin(st, found) if len(found) > 4 else found

    def parked(self, before: int, starter: State, site: Any) -> Found:
        """A task that waits for ever, for a queue say, or that goes on for ever and asks nobody: who started it goes on
        beside it."""
        found: Found = []
        for st, asks in self.endless[before:]:
            quiet = len(st.sent) == len(starter.sent)
            if asks is not None and not quiet:
                continue
            if quiet:
                st.clock, st.unsure, st.waited = starter.clock, starter.unsure, starter.waited
            st.layers, st.handled, st.idle = starter.layers, starter.handled, starter.idle
            found.append((st, future(Unk(("waits", site)))))
        rest = [(st, asks) for st, asks in self.endless[before:] if all(st is not other for other, _ in found)]
        self.endless[before:] = rest
        return found

    def anew(self, value: Value, site: Any) -> Value:
        """What a function that was passed in gives after a refusal: something new, for which a constant stands in."""
        if field_of(value) is None and (
            isinstance(value, (Unk, JsonVal)) or (isinstance(value, Const) and isinstance(value.v, str) and value.v)
        ):
            type_ = value.type if isinstance(value, Unk) else "str"
            return Unk(("given", site, self.fresh()), type_, taint=tainted(value))
        return value

    def self_of(self, st: State, cx: Cx) -> Value | None:
        """The first argument of the method that runs."""
        if cx.func is None or not cx.func.params:
            return None
        frame: int | None = cx.frame
        while frame is not None:
            value = st.get(frame, cx.func.params[0].name)
            if value is not None:
                return value
            frame = self.parents.get(frame)
        return None

    def call(self, func: Value, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any) -> Found:
        """Call a value."""
        self.step()
        if kwargs and not _takes_given(func):
            kwargs = [item for item in kwargs if item[0] != GIVEN]
        if self.named and isinstance(func, (Func, Ext, Method)):
            if (body := self.library.configured(self, func, args, kwargs, st, site)) is not None:
                return body
            if st.sent and self.library.mends(self, func):
                st.remedies = (*st.remedies, self.name_of(func))
        match func:
            case Func():
                return self.call_func(func, args, kwargs, st, site)
            case Lam():
                return self.call_lambda(func, args, st)
            case Cls(info):
                return self.construct(info, args, kwargs, st, site)
            case Partial(inner, before, named):
                merged = {**dict(named), **dict(kwargs)}
                return self.call(inner, [*before, *args], list(merged.items()), st, cx, site)
            case Native():
                result: Found = func.run(self, st, args, kwargs, site)
                return result
            case Wrapped():
                return self.call_wrapped(func, args, kwargs, st, site)
            case Split():
                return [r for s, f in self.by_part(st, func) for r in self.call(f, args, kwargs, s, cx, site)]
            case RawVal():
                return [(st, func)]
            case Const(None):
                return [(st, self.throw(st, "builtins.TypeError", site))]
            case Const():
                return [(st, self.throw(st, "builtins.TypeError", site))]
            case Method(recv, name):
                return self.call_method(recv, name, args, kwargs, st, cx, site)
            case Ext(name):
                return self.call_outside(name, args, kwargs, st, cx, site)
            case Ref():
                return self.call_object(func, args, kwargs, st, cx, site)
            case Made():
                return self.call_made(func, args, kwargs, st, cx, site)
        return self.call_unknown(func, args, kwargs, st, site)

    def call_object(self, ref: Ref, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any) -> Found:
        """An object with __call__."""
        obj = self.obj(st, ref)
        if isinstance(obj, Inst) and isinstance(obj.cls, Cls) and (own := obj.cls.info.lookup("__call__")):
            return self.call(self.bind(own[0], ref, own[1]), args, kwargs, st, cx, site)
        return self.call_unknown(ref, args, kwargs, st, site)


def _injected(func: Value, called: ir.Expr, kept: bool) -> bool:
    """Whether a function is called under a name that isn't its own: `self._tokens()`; of one that isn't known, whether
    it was passed in. kept: what it gives takes the place of what an attribute held; then a method of what was passed in
    will do (`self._key = self._vault.read()`)."""
    if isinstance(func, Unk):
        key = func.key
        while kept and isinstance(key, tuple) and key[:1] == ("attr",):
            key = key[1]
        return isinstance(key, tuple) and key[:1] == ("param",) and not func.taint
    name = called.attr if isinstance(called, ir.Attr) else getattr(called, "id", "")
    return isinstance(func, Lam) or (isinstance(func, Func) and func.bound is None and func.node.name != name)


def _takes_given(func: Value) -> bool:
    """Whether what is called is the project's own, or has that inside."""
    if isinstance(func, Cls):
        init = func.info.lookup("__init__")
        return init is not None and isinstance(init[0], Func)
    return isinstance(func, (Func, Partial, Wrapped, Split))


def _capture(func: Value, expr: ir.Call) -> Callable[[Thrown], Value] | None:
    """What becomes of an error in an argument: a task keeps it, gather may give it as a value; else it is thrown."""
    name = func.name if isinstance(func, (Ext, Method)) else ""
    if name == "asyncio.gather" and any(k == "return_exceptions" for k, _ in expr.keywords):
        return lambda thrown: thrown.exc
    return future if name.rsplit(".", 1)[-1] in STARTERS else None


def _one_method(callees: list[Value]) -> bool:
    """Whether what is called is the same method of several outside values: nothing is chosen by that."""
    names = {c.name if isinstance(c, Method) and not isinstance(c.recv, Ref) else None for c in callees}
    return len(names) == 1 and None not in names


def _plain_methods(value: Value) -> TypeGuard[Split]:
    """Whether a value that depends on the point is a method of plain values throughout."""
    return isinstance(value, Split) and all(
        isinstance(p, Method) and isinstance(p.recv, (Const, Unk)) and p.name in PLAIN for _, p in value.parts
    )
