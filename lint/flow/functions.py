"""Project functions, lambdas and generators are run in place."""

from __future__ import annotations

from typing import Any, Final

from .. import ir
from .core import Args, Cx, Found, Kwargs
from .effects import Effects, names_remedy
from .ends import Raise, Return
from .merging import Merging
from .spreading import BODY, GIVEN
from .state import DictObj, Frame, Inst, ListObj, State
from .values import (
    NONE,
    Const,
    Func,
    Lam,
    Made,
    Native,
    Ref,
    Thrown,
    Tup,
    Unk,
    Value,
    narrow,
)

DEPTH: Final = 30
RECURSION: Final = 14


def _stands_in(node: ir.FunctionDef) -> bool:
    """Whether a function does nothing by itself: it stands in for one that does, or is to be overridden. One that
    only makes a structure of what it is given (the body of a login) does neither."""
    return all(
        (isinstance(stmt, ir.Return) and not _makes_of(stmt.value, {p.name for p in node.params} - {"self", "cls"}))
        or (isinstance(stmt, ir.ExprStmt) and isinstance(stmt.value, ir.Const))
        for stmt in node.body
    )


def _makes_of(value: ir.Expr | None, params: set[str]) -> bool:
    return isinstance(value, (ir.Dict, ir.Seq, ir.FStr)) and any(
        isinstance(node, ir.Name) and node.id in params for node in ir.walk(value)
    )


def _mended(st: State, effects: tuple[Any, ...], heap: dict[int, Any]) -> bool:
    """Whether anything is different after a call: something was done for good, or an object changed."""
    return st.effects is not effects or any(st.heap.get(n) != obj for n, obj in heap.items())


class Functions(Effects, Merging):
    """Part of the interpreter."""

    def call_func(self, func: Func, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """Run a project function in place."""
        node = func.node
        nested, delivered = bool(self.stack), self.delivered
        repeats = sum(1 for n in self.stack if n is node)
        if len(self.stack) >= DEPTH or repeats >= RECURSION:
            if repeats >= RECURSION and st.sent:
                self.endless.append((st, site))
                return []
            self.facts.unresolved[site] = f"calls nested too deep at {node.name}"
            return [(st, Unk(("deep", site), taint=True))]
        since, frame = self.mark(), self.new_frame(func.frame)
        values = [func.bound, *args] if func.bound is not None else list(args)
        vague = self.is_vague(node, values, kwargs)
        self.bind_params(node, values, kwargs, st, frame, func)
        if node.is_generator:
            return [(st, Made("generator", (Native("run", _never, key=(func, frame, vague)),)))]
        before = len(st.sent)
        done = (st.effects, dict(st.heap)) if st.sent and names_remedy(node.name) and not _stands_in(node) else None
        cx = Cx(func.module, frame, node, func.owner)
        layer = ("recursion", (func.module, node.n))
        if repeats:
            st.layers = (*(x for x in st.layers if x[:2] != layer), (*layer, repeats + 1))
        self.stack.append(node)
        capture, self.capture = self.capture, None
        try:
            ends = self.exec_block(node.body, st, cx)
        finally:
            self.stack.pop()
            self.capture = capture
        if nested and self.delivered > delivered and not vague:
            self.inlined.add(id(node))
        found: Found = []
        gives = any(isinstance(c, Return) and c.value != NONE for _, c in ends)
        for s, comp in ends:
            if comp is None and gives and len(s.sent) > before:
                s.note("fell", (func.module, node.n))
            if s.sent and len(s.sent) == before and not isinstance(comp, Raise) and (done is None or _mended(s, *done)):
                self.remedy(s, node.name)
            if repeats:
                s.layers = tuple(x for x in s.layers if x[:2] != layer)
            if not self.captured(node):
                s.frames.pop(frame, None)
            match comp:
                case Return(value):
                    found.append((s, narrow(value, s.mask)))
                case Raise(exc):
                    found.append((s, Thrown(exc)))
                case _:
                    found.append((s, NONE))
            asked = len(s.sent) > before and not isinstance(comp, Raise)
            if asked and not self.carries(s, found[-1][1]) and not self.tells_apart(s, found[-1][1]):
                s.note("lost", (func.module, node.n))
        return self.few_ends(self.unlike_ends(self.rejoin(st, found), since))

    def is_vague(self, node: ir.FunctionDef, values: Args, kwargs: Kwargs) -> bool:
        """Whether a call says less than the defaults do: something that its own caller was given takes a default's
        place. What the function does by default is told by a run of its own."""
        told = [v for v in (*values, *(v for _, v in kwargs)) if type(v) is Unk and type(v.key) is tuple]
        if not any(v.key[:1] == ("param",) for v in told):
            return False
        named = dict(kwargs)
        params = [p for p in node.params if p.kind == "pos"]
        given = [*zip(params, values, strict=False), *((p, named[p.name]) for p in node.params if p.name in named)]
        return any(
            p.default is not None and isinstance(v, Unk) and isinstance(v.key, tuple) and v.key[:1] == ("param",)
            for p, v in given
        )

    def captured(self, node: ir.FunctionDef) -> bool:
        """Whether a function makes functions that may keep its variables."""
        known = self.closures.get(id(node))
        if known is None:
            known = self.closures[id(node)] = _makes_functions(node)
        return known

    def bind_params(self, node: Any, values: Args, kwargs: Kwargs, st: State, frame: int, func: Any) -> None:
        """Give parameters their values; defaults are evaluated where the function was defined. What `*args` and
        `**options` of an entry point hold is its caller's: what is read of them is there, as what its parameters ask
        for is."""
        named = dict(kwargs)
        given = named.pop(GIVEN, None) if self.stack else Unk(("param", func.module, node.n, "**"))
        positional = list(values)
        variables = Frame()
        for param in node.params:
            if param.kind == "pos" and positional:
                variables[param.name] = self.typed(param, positional.pop(0), func, st)
            elif param.kind == "var":
                known = self.stack or positional
                variables[param.name] = Tup(tuple(positional)) if known else self.alloc(st, ListObj((), kind="given"))
                positional = []
            elif param.kind in ("pos", "kw") and param.name in named:
                variables[param.name] = named.pop(param.name)
            elif param.kind == "varkw" and list(named) == [BODY]:
                variables[param.name] = named[BODY]
            elif param.kind == "varkw":
                variables[param.name] = self.alloc(
                    st, DictObj(tuple((Const(k), v) for k, v in named.items()), given=given)
                )
            elif param.default is not None:
                variables[param.name] = self.default_of(param, func, st)
            else:
                variables[param.name] = Unk(("param", func.module, node.n, param.name))
        st.frames[frame] = variables

    def typed(self, param: ir.Param, value: Value, func: Any, st: State) -> Value:
        """An opaque argument is what the parameter's annotation says, where that is a class of the project or a
        session; an opaque URL is the service that the default names."""
        if isinstance(value, Unk) and not value.taint and isinstance(param.default, (ir.Const, ir.Name, ir.Attr)):
            default = self.default_of(param, func, st)
            if isinstance(default, Const) and isinstance(default.v, str) and default.v.startswith("http"):
                return default
        if not isinstance(value, Unk) or param.annotation is None or value.taint or value.type is not None:
            return value
        if not isinstance(value.key, tuple) or value.key[:1] not in (("param",), ("attr",), ("import",), ("item",)):
            return value
        made = self.binder.argument(self, param, func, st) if isinstance(func, Func) else value
        if isinstance(made, Ref) and value.key[0] == "item":
            self.keep_apart(made, value.key, st)
        return value if isinstance(made, Unk) else made

    def keep_apart(self, made: Ref, item: Any, st: State) -> None:
        """The fields of a record that one item of an unknown collection is are other ones than those of the next."""
        obj = self.obj(st, made)
        if isinstance(obj, Inst):
            attrs = {
                name: Unk(("attr", item, name), value.type) if isinstance(value, Unk) and _is_field(value) else value
                for name, value in obj.attrs.items()
            }
            st.heap[made.id] = Inst(obj.cls, attrs, obj.args)

    def default_of(self, param: ir.Param, func: Any, st: State) -> Value:
        """A parameter's default."""
        assert param.default is not None
        frame = func.frame if func.frame is not None else self.module_frame(func.module)
        found = self.ev(param.default, st, Cx(func.module, frame))
        return found[0][1] if found and not isinstance(found[0][1], Thrown) else Unk(("default", param.name))

    def call_lambda(self, func: Lam, args: Args, st: State) -> Found:
        """Run a lambda."""
        frame = self.new_frame(func.frame)
        self.bind_params(func.node, args, [], st, frame, func)
        return self.ev(func.node.body, st, Cx(func.module, frame))


def _never(*_: Any) -> Found:
    return []


def _is_field(value: Unk) -> bool:
    """Whether a value is a field of a record that only an annotation tells of."""
    return isinstance(value.key, tuple) and value.key[:1] == ("field",)


def _makes_functions(function: ir.FunctionDef) -> bool:
    """Whether a function defines functions or lambdas (its variables may outlive the call)."""
    return any(
        isinstance(node, (ir.FunctionDef, ir.Lambda, ir.ClassDef)) or (isinstance(node, ir.Comp) and node.kind == "gen")
        for node in function.inside()
    )
