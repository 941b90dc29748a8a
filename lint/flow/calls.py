"""Calls: project functions are run in place, classes are constructed, outside names are asked of the models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .. import ir
from ..models.methods import pure_method
from . import ops
from .classes import ClassInfo, is_exception_name
from .state import DictObj, Effect, Inst, ListObj, State
from .statements import Raise, Return
from .values import (
    ABSENT,
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
    ReplyVal,
    Split,
    Super,
    Thrown,
    Tup,
    Unk,
    Value,
    Wrapped,
    key_of,
    narrow,
    parts,
    tainted,
)

if TYPE_CHECKING:
    from .interp import Cx, Interp

Found = list[tuple[State, Value]]
Args = list[Value]
Kwargs = list[tuple[str, Value]]
DEPTH: Final = 30
RECURSION: Final = 14
PURE: Final = (
    "builtins.",
    "decimal.",
    "datetime.",
    "json.",
    "copy.",
    "uuid.",
    "math.",
    "re.",
    "time.",
    "random.",
    "itertools.",
    "operator.",
    "collections.",
    "typing.",
    "enum.",
    "dataclasses.",
)
LOGGERS: Final = frozenset(
    {
        "debug",
        "info",
        "warning",
        "warn",
        "error",
        "exception",
        "critical",
        "log",
        "print",
        "echo",
        "inc",
        "increment",
        "incr",
        "observe",
        "capture_exception",
        "capture_message",
        "set_tag",
        "format_exc",
        "print_exc",
    }
)
REMEDY_WORDS: Final = (
    "refresh",
    "renew",
    "login",
    "log_in",
    "signin",
    "reauth",
    "authenticate",
    "relink",
    "reconnect",
    "rotate",
    "new_token",
    "invalidate",
    "ask_",
    "prompt",
    "correct",
    "repair",
    "fix_",
)


class Calls:
    """Mixin of the interpreter."""

    def v_Call(self: Interp, expr: ir.Call, st: State, cx: Cx) -> Found:
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
            capture, self.capture = (
                self.capture,
                isinstance(func, Ext)
                and func.name == "asyncio.gather"
                and any(k == "return_exceptions" for k, _ in expr.keywords),
            )
            evaluated = self.ev_many([*expr.args, *(v for _, v in expr.keywords)], s, cx)
            self.capture = capture
            for state, values in evaluated:
                if isinstance(values, Thrown):
                    found.append((state, values))
                    continue
                args, kwargs = self.spread(expr, values, state)
                one = narrow(func, state.mask)
                if _plain_methods(one) and not kwargs:
                    if any(p.recv.field == "message" for _, p in one.parts):  # type: ignore[union-attr]  # just checked
                        self.note_text(Unk(("message", site), "str", "message", True), state, site)
                    found.extend(
                        self.lifted(state, (one, *args), lambda f, *a, s=state: pure_method(self, s, f, *a), site)
                    )
                    continue
                pieces = self.by_part(state, one)
                for part, callee in pieces:
                    if len(pieces) > 1:
                        part.note("branch", site, "dispatch")
                    found.extend(self.call(callee, args, kwargs, part, cx, site))
        return self.rejoin(st, found) if len(found) > 4 else found

    def is_instance(self: Interp, st: State, value: Value, types: Value) -> bool | None:
        """isinstance where it can be told."""
        from ..models import stdlib

        return stdlib.is_instance(self, st, value, types)

    def loop_driver(self: Interp, source: Value) -> Any:
        """The model that runs a for loop over a made value, or None."""
        from ..models import table

        table.find("")
        return table.DRIVERS.get(source.name) if isinstance(source, Made) else None

    def self_of(self: Interp, st: State, cx: Cx) -> Value | None:
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

    def spread(self: Interp, expr: ir.Call, values: list[Value], st: State) -> tuple[Args, Kwargs]:
        """Evaluated arguments with `*args` and `**kwargs` unfolded where they are known."""
        args: Args = []
        for item, value in zip(expr.args, values, strict=False):
            if isinstance(item, ir.Star):
                known, more = self.items_of(st, value)
                args.extend(known or ())
                if more or known is None:
                    args.append(Unk(("star", key_of(value)), taint=tainted(value)))
            else:
                args.append(value)
        kwargs: Kwargs = []
        for (name, _), value in zip(expr.keywords, values[len(expr.args) :], strict=True):
            if name is not None:
                kwargs.append((name, value))
                continue
            obj = self.obj(st, value) if isinstance(value, Ref) else None
            if isinstance(obj, DictObj):
                kwargs.extend((k.v, v) for k, v in obj.items if isinstance(k, Const) and isinstance(k.v, str))
        return args, kwargs

    def call(self: Interp, func: Value, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any) -> Found:
        """Call a value."""
        self.step()
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

    def call_object(self: Interp, ref: Ref, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any) -> Found:
        """An object with __call__."""
        obj = self.obj(st, ref)
        if isinstance(obj, Inst) and isinstance(obj.cls, Cls) and (own := obj.cls.info.lookup("__call__")):
            return self.call(self.bind(own[0], ref, own[1]), args, kwargs, st, cx, site)
        return self.call_unknown(ref, args, kwargs, st, site)

    # --- project functions

    def call_func(self: Interp, func: Func, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """Run a project function in place."""
        from .interp import Cx as Context

        node = func.node
        nested, delivered = bool(self.stack), self.delivered
        repeats = sum(1 for n in self.stack if n is node)
        if len(self.stack) >= DEPTH or repeats >= RECURSION:
            if repeats >= RECURSION and st.sent:
                self.endless.append((st, site))
                return []
            self.facts.unresolved[site] = f"calls nested too deep at {node.name}"
            return [(st, Unk(("deep", site), taint=True))]
        frame = self.new_frame(func.frame)
        values = [func.bound, *args] if func.bound is not None else list(args)
        self.bind_params(node, values, kwargs, st, frame, func)
        if node.is_generator:
            return [(st, Made("generator", (Native("run", _never, key=(func, frame)),)))]
        before = len(st.sent)
        cx = Context(func.module, frame, node, func.owner)
        layer = ("recursion", (func.module, node.n))
        if repeats:
            st.layers = (*(x for x in st.layers if x[:2] != layer), (*layer, repeats + 1))
        self.stack.append(node)
        capture, self.capture = self.capture, False
        try:
            ends = self.exec_block(node.body, st, cx)
        finally:
            self.stack.pop()
            self.capture = capture
        if nested and self.delivered > delivered:
            self.inlined.add(id(node))
        found: Found = []
        for s, comp in ends:
            if s.sent and len(s.sent) == before and not isinstance(comp, Raise):
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
        return self.rejoin(st, found)

    def captured(self: Interp, node: ir.FunctionDef) -> bool:
        """Whether a function makes functions that may keep its variables."""
        known = self.classes.get(id(node))
        if known is None:
            known = _makes_functions(node.body)  # type: ignore[assignment]  # a small memo that shares the dict
            self.classes[id(node)] = known  # type: ignore[assignment]
        return bool(known)

    def bind_params(self: Interp, node: Any, values: Args, kwargs: Kwargs, st: State, frame: int, func: Any) -> None:
        """Give parameters their values; defaults are evaluated where the function was defined."""
        named = dict(kwargs)
        positional = list(values)
        variables: dict[str, Value] = {}
        for param in node.params:
            if param.kind == "pos" and positional:
                variables[param.name] = self.typed(param, positional.pop(0), func, st)
            elif param.kind == "var":
                variables[param.name] = Tup(tuple(positional))
                positional = []
            elif param.kind in ("pos", "kw") and param.name in named:
                variables[param.name] = named.pop(param.name)
            elif param.kind == "varkw":
                variables[param.name] = self.alloc(st, DictObj(tuple((Const(k), v) for k, v in named.items())))
            elif param.default is not None:
                variables[param.name] = self.default_of(param, func, st)
            else:
                variables[param.name] = Unk(("param", func.module, node.n, param.name))
        st.frames[frame] = variables

    def typed(self: Interp, param: ir.Param, value: Value, func: Any, st: State) -> Value:
        """An opaque argument is what the parameter's annotation says, where that is a class of the project or a session;
        an opaque URL is the service that the default names."""
        if isinstance(value, Unk) and not value.taint and isinstance(param.default, (ir.Const, ir.Name, ir.Attr)):
            default = self.default_of(param, func, st)
            if isinstance(default, Const) and isinstance(default.v, str) and default.v.startswith("http"):
                return default
        if not isinstance(value, Unk) or param.annotation is None or value.taint or value.type is not None:
            return value
        if not isinstance(value.key, tuple) or value.key[:1] not in (("param",), ("attr",), ("import",), ("item",)):
            return value
        from ..operations import symbolic

        made = symbolic(self, param, func, st, 1) if isinstance(func, Func) else value
        return value if isinstance(made, Unk) else made

    def default_of(self: Interp, param: ir.Param, func: Any, st: State) -> Value:
        """A parameter's default."""
        from .interp import Cx as Context

        assert param.default is not None
        frame = func.frame if func.frame is not None else self.module_frame(func.module)
        found = self.ev(param.default, st, Context(func.module, frame))
        return found[0][1] if found and not isinstance(found[0][1], Thrown) else Unk(("default", param.name))

    def call_lambda(self: Interp, func: Lam, args: Args, st: State) -> Found:
        """Run a lambda."""
        from .interp import Cx as Context

        frame = self.new_frame(func.frame)
        self.bind_params(func.node, args, [], st, frame, func)
        return self.ev(func.node.body, st, Context(func.module, frame))

    def run_generator(self: Interp, made: Made, st: State, hook: Any, site: Any) -> Found:
        """Run a generator's body; `hook` takes each yielded value and may raise into it."""
        from .interp import Cx as Context

        native = made.args[0]
        assert isinstance(native, Native)
        func, frame = native.key
        if len(self.stack) >= DEPTH:
            return [(st, NONE)]
        cx = Context(func.module, frame, func.node, func.owner, hook)
        self.stack.append(func.node)
        try:
            ends = self.exec_block(func.node.body, st, cx)
        finally:
            self.stack.pop()
        return [
            (s, Thrown(c.exc) if isinstance(c, Raise) else (c.value if isinstance(c, Return) else NONE))
            for s, c in ends
        ]

    # --- classes

    def construct(self: Interp, info: ClassInfo, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """Make an instance."""
        if info.is_enum():
            return self.enum_member(info, args, st, site)
        if info.is_typed_dict():
            return (
                [(st, self.alloc(st, DictObj(tuple((Const(k), v) for k, v in kwargs))))]
                if kwargs or not args
                else [(st, args[0])]
            )
        if (
            len(args) == 1
            and not kwargs
            and "__init__" not in _own(info)
            and info.outside() & {"builtins.str", "builtins.int"}
        ):
            return self.call_outside(
                "builtins.str" if "builtins.str" in info.outside() else "builtins.int", args, [], st, None, site
            )
        ref = self.alloc(st, Inst(Cls(info), {}, tuple(args)))
        init = info.lookup("__init__")
        if init is not None and isinstance(init[0], Func):
            found: Found = []
            for s, value in self.call(self.bind(init[0], ref, init[1]), args, kwargs, st, None, site):
                found.append((s, value if isinstance(value, Thrown) else ref))
            return found
        if info.is_record() or info.all_fields():
            return self.construct_record(info, ref, args, kwargs, st, site)
        attrs = dict(kwargs) if not info.is_exception() else dict(kwargs)
        st.heap[ref.id] = Inst(Cls(info), attrs, tuple(args))
        return [(st, ref)]

    def construct_record(
        self: Interp, info: ClassInfo, ref: Ref, args: Args, kwargs: Kwargs, st: State, site: Any
    ) -> Found:
        """A dataclass, NamedTuple, attrs class or pydantic model from its fields."""
        from .interp import Cx as Context

        named = dict(kwargs)
        positional = list(args)
        attrs: dict[str, Value] = {}
        for name, _, default, owner in info.all_fields():
            alias = _alias(default)
            if positional:
                attrs[name] = positional.pop(0)
            elif name in named:
                attrs[name] = named.pop(name)
            elif alias in named:
                attrs[name] = named.pop(alias)
            elif default is not None:
                attrs[name] = self.field_default(default, st, Context(owner.module, owner.frame or 0, None, owner))
            else:
                attrs[name] = Unk(("field", site, name))
        st.heap[ref.id] = Inst(Cls(info), attrs, tuple(args))
        post = info.lookup("__post_init__") or info.lookup("__attrs_post_init__")
        if post is not None and isinstance(post[0], Func):
            return [
                (s, v if isinstance(v, Thrown) else ref)
                for s, v in self.call(self.bind(post[0], ref, post[1]), [], [], st, None, site)
            ]
        return [(st, ref)]

    def field_default(self: Interp, default: ir.Expr, st: State, cx: Cx) -> Value:
        """A field's default; `field(default=…, default_factory=…)` is looked into."""
        found = self.ev(default, st, cx)
        value = found[0][1] if found else NONE
        if isinstance(value, Made) and value.name.rsplit(".", 1)[-1] in ("field", "Field", "ib", "attrib"):
            options = dict(value.kwargs)
            if "default_factory" in options or "factory" in options:
                factory = options.get("default_factory", options.get("factory", NONE))
                made = self.call(factory, [], [], st, cx, (cx.module, default.n))
                return made[0][1] if made else NONE
            if "default" in options:
                return options["default"]
            return (
                value.args[0]
                if value.args and not (isinstance(value.args[0], Const) and value.args[0].v is ...)
                else NONE
            )
        return value

    def enum_member(self: Interp, info: ClassInfo, args: Args, st: State, site: Any) -> Found:
        """`Code(20003)`: the member with this value, `_missing_`, or a ValueError."""
        members = [
            (m, self.obj(st, m).attrs["value"])
            for m in info.attrs.values()
            if isinstance(m, Ref) and isinstance(self.obj(st, m), Inst)
        ]
        missing = info.lookup("_missing_")
        value = args[0] if args else NONE
        self.note_comparison("in", value, tuple(v for _, v in members), st, site)

        def pick(one: Value) -> Value:
            unsure = False
            for member, own in members:
                same = ops.equal(one, own) if one != member else True
                if same:
                    return member
                unsure = unsure or same is None
            if unsure:
                return Unk(("member", info.name, key_of(one)), taint=tainted(one))
            return ABSENT

        found: Found = []
        for s, member in self.lifted(st, (value,), pick, site):
            for part, one in self.by_part(s, member):
                if one is not ABSENT:
                    found.append((part, one))
                elif missing is not None and isinstance(missing[0], Made):
                    for end, got in self.call(
                        self.bind(missing[0].args[0], Cls(info), info), [narrow(value, part.mask)], [], part, None, site
                    ):
                        none = isinstance(got, Const) and got.v is None
                        found.append((end, self.throw(end, "builtins.ValueError", site) if none else got))
                else:
                    found.append((part, self.throw(part, "builtins.ValueError", site)))
        return found

    def parse_model(self: Interp, info: ClassInfo, body: Value, st: State, site: Any) -> Found:
        """A pydantic model from a body: fields by name or alias; a required one that is missing is a ValidationError."""
        from .interp import Cx as Context

        going: list[tuple[State, dict[str, Value] | Thrown]] = [(st, {})]
        for name, annotation, default, owner in info.all_fields():
            cx = Context(owner.module, owner.frame or self.module_frame(owner.module), None, owner)
            alias = _alias(default) or name
            after: list[tuple[State, dict[str, Value] | Thrown]] = []
            for state, attrs in going:
                if isinstance(attrs, Thrown):
                    after.append((state, attrs))
                    continue
                fallback = self.field_default(default, state, cx) if default is not None else ABSENT
                required = default is None or (fallback is NONE and _required(default))
                for s, value in self.item(state, body, Const(alias), site, ABSENT if required else fallback):
                    for part, one in self.by_part(s, value):
                        if one is ABSENT or isinstance(one, Thrown):
                            after.append((part, self.throw(part, "pydantic.ValidationError", site)))
                        else:
                            after.extend(self.nested(annotation, one, name, attrs, part, cx, site))
            going = after
        found: Found = []
        for s, attrs in going:
            found.append((s, attrs if isinstance(attrs, Thrown) else self.alloc(s, Inst(Cls(info), attrs))))
        return found

    def nested(
        self: Interp,
        annotation: ir.Expr,
        value: Value,
        name: str,
        attrs: dict[str, Value],
        st: State,
        cx: Cx,
        site: Any,
    ) -> list[tuple[State, Any]]:
        """A field whose annotation is a model of the project is parsed too."""
        inner = self.model_in(annotation, st, cx)
        if inner is None or not isinstance(value, JsonVal):
            return [(st, {**attrs, name: value})]
        return [
            (s, v if isinstance(v, Thrown) else {**attrs, name: v}) for s, v in self.parse_model(inner, value, st, site)
        ]

    def model_in(self: Interp, annotation: ir.Expr, st: State, cx: Cx) -> ClassInfo | None:
        """`Error | None` → the model Error."""
        match annotation:
            case ir.Bin(op="|", left=left, right=right):
                return self.model_in(left, st, cx) or self.model_in(right, st, cx)
            case ir.Sub(value=ir.Name(id="Optional"), index=inner):
                return self.model_in(inner, st, cx)
            case ir.Name() | ir.Attr():
                found = self.ev(annotation, st, cx)
                if found and isinstance(found[0][1], Cls) and found[0][1].info.is_model():
                    info: ClassInfo = found[0][1].info
                    return info
        return None

    # --- outside calls

    def call_outside(self: Interp, name: str, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any) -> Found:
        """A call of an outside name: a model answers, else the result is kept structurally."""
        from ..models import table

        model = table.find(name)
        if model is not None:
            result: Found = model(self, st, args, kwargs, site, name)
            return result
        if is_exception_name(name):
            attrs = dict(kwargs)
            return [(st, self.alloc(st, Inst(Ext(name), attrs, tuple(args))))]
        return self.call_unknown(Ext(name), args, kwargs, st, site)

    def call_made(self: Interp, func: Made, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any) -> Found:
        """Calling what an outside call gave: a decorator of a library, most often."""
        from ..models import table

        model = table.find_made(func)
        if model is not None:
            result: Found = model(self, st, func, args, kwargs, site)
            return result
        if func.name == "generator":
            return [(st, func)]
        if len(args) == 1 and not kwargs and isinstance(args[0], (Func, Cls, Wrapped)):
            return [(st, args[0])]
        return self.call_unknown(func, args, kwargs, st, site)

    def is_layer(self: Interp, func: Value) -> bool:
        """Whether an outside decorator is one that a model implements."""
        from ..models import table

        return isinstance(func, Made) and table.find_made(func) is not None

    def call_wrapped(self: Interp, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """A function inside a layer that a model implements."""
        from ..models import table

        result: Found = table.LAYERS[func.kind](self, func, args, kwargs, st, site)
        return result

    def call_unknown(self: Interp, func: Value, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """A call that can't be followed: its result is unknown, its name may tell of a sleep, a log, a remedy."""
        name = self.name_of(func)
        last = name.rsplit(".", 1)[-1]
        values = [*args, *(v for _, v in kwargs)]
        guessed = self.guess(func, last, args, kwargs, st, site)
        if guessed is not None:
            return guessed
        if last in ("sleep", "_sleep", "delay_for", "pause") and args:
            return self.slept(st, args[0], site)
        self.remedy(st, name)
        if (
            st.sent
            and last not in LOGGERS
            and not _logger(name)
            and not name.startswith(PURE)
            and not last.startswith("__")
        ):
            self.effect(st, site, name, tuple(values))
        if any(
            isinstance(v, (Func, Lam, Wrapped)) or (isinstance(v, Partial) and isinstance(v.func, (Func, Lam, Wrapped)))
            for v in values
        ):
            self.facts.unresolved.setdefault(site, f"what {name or 'this call'} does with the function it is given")
        if name.startswith("re.") or last in ("search", "match", "fullmatch", "findall"):
            for value in values:
                self.note_text(value, st, site)
        serial = self.fresh() if last in FRESH or any(w in last for w in ("uuid", "random", "token_hex")) else 0
        taint = any(tainted(v) for v in values) or tainted(func)
        if isinstance(func, Ext):
            return [(st, Made(func.name, tuple(args), tuple(kwargs), serial, taint))]
        return [
            (
                st,
                Unk(
                    (
                        "call",
                        key_of(func),
                        tuple(key_of(a) for a in args),
                        tuple((k, key_of(v)) for k, v in kwargs),
                        serial,
                    ),
                    taint=taint,
                ),
            )
        ]

    def guess(self: Interp, func: Value, last: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
        """What a call on an unknown object must be: an HTTP client's verb, a task decorator, the one project method of
        that name."""
        if not (isinstance(func, Unk) and isinstance(func.key, tuple) and func.key and func.key[0] == "attr"):
            return None
        from ..models import celery, http

        recv = Unk(func.key[1])
        # A project class with a method of that name may be what stands behind the unknown object.
        own = last in self.binder.methods
        found: Found | None = None if own else http.maybe_request(self, recv, last, args, kwargs, st, site)
        if found is None and last == "task" and {k for k, _ in kwargs} & set(celery.OPTIONS):
            found = celery.shared_task(self, st, args, kwargs, site, "celery.shared_task")
        if (
            found is None
            and (owner := self.binder.only_method(self, last)) is not None
            and last not in {n.name for n in self.stack}
        ):
            for instance in self.binder.instance(self, owner, st):
                bound = self.attr(instance, last, st, None, site)
                return [
                    r
                    for s, m in bound
                    for r in ([(s, m)] if isinstance(m, Thrown) else self.call(m, args, kwargs, s, None, site))
                ]
        return found

    def name_of(self: Interp, func: Value) -> str:
        """A readable name of what is called."""
        match func:
            case Ext(name) | Made(name):
                return name
            case Method(recv, name):
                return f"{self.name_of(recv)}.{name}".lstrip(".")
            case Unk(key):
                return _key_name(key)
            case Func(_, node):
                return node.name
        return ""

    def effect(self: Interp, st: State, site: Any, name: str, values: tuple[Value, ...]) -> None:
        """Remember something done for good after the reply."""
        if st.sent:
            carries = any(self.carries(st, v) for v in values)
            st.effects = (*st.effects[-20:], Effect(site, name, carries))

    def remedy(self: Interp, st: State, name: str) -> None:
        """Remember a call whose name says that it changes what made the request fail."""
        lowered = name.lower()
        if (
            st.sent
            and any(word in lowered for word in REMEDY_WORDS)
            and "refresh_from_db" not in lowered
            and not _logger(lowered)
        ):
            st.remedies = (*st.remedies, name)

    def slept(self: Interp, st: State, seconds: Value, site: Any) -> Found:
        """A sleep that may differ from point to point."""
        found: Found = []
        for part, one in self.by_part(st, seconds):
            self.sleep(part, one, site)
            found.append((part, NONE))
        return found

    def sleep(self: Interp, st: State, seconds: Value, site: Any) -> None:
        """A sleep of so many seconds."""
        found = [self.seconds(p) for _, p in parts(seconds, st.mask)]
        st.note("sleep", site, "" if None in found else str(min(x for x in found if x is not None)))
        st.wait(None if None in found or not found else min(x for x in found if x is not None))

    def seconds(self: Interp, value: Value) -> float | None:
        """A number of seconds; None if unknown."""
        if isinstance(value, Const):
            if hasattr(value.v, "total_seconds"):
                return float(value.v.total_seconds())
            if isinstance(value.v, (int, float)):
                return float(value.v)
            try:
                return float(value.v)
            except (TypeError, ValueError):
                return None
        return None

    def carries(self: Interp, st: State, value: Value, depth: int = 0) -> bool:
        """Whether a value lets its holder learn which case it was: it holds a code, a status, a body or a response."""
        if depth > 5:
            return False
        match value:
            case ReplyVal() | JsonVal() | RawVal():
                return True
            case Const(_, field) | Unk(_, _, field):
                return field in ("code", "status", "advice", "code-text")
            case Split():
                return any(self.carries(st, p, depth + 1) for _, p in parts(value, st.mask))
            case Tup(items):
                return any(self.carries(st, i, depth + 1) for i in items)
            case Made(_, args, kwargs):
                return any(self.carries(st, a, depth + 1) for a in (*args, *(v for _, v in kwargs)))
            case Ref():
                obj = self.obj(st, value)
                if isinstance(obj, Inst):
                    inner = [
                        v for k, v in obj.attrs.items() if not k.startswith("__") or k in ("__reply__", "__cause__")
                    ]
                    return any(self.carries(st, v, depth + 1) for v in (*inner, *obj.args))
                if isinstance(obj, ListObj):
                    return any(self.carries(st, v, depth + 1) for v in obj.items)
                if isinstance(obj, DictObj):
                    return any(self.carries(st, v, depth + 1) for _, v in obj.items)
        return False

    # --- methods of plain values

    def call_method(
        self: Interp, recv: Value, name: str, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any
    ) -> Found:
        """A method of a value that is no project object."""
        from ..models import methods

        result: Found = methods.call(self, recv, name, args, kwargs, st, cx, site)
        return result


FRESH: Final = frozenset(
    {
        "next",
        "pop",
        "popleft",
        "get_nowait",
        "input",
        "getpass",
        "readline",
        "choice",
        "now",
        "utcnow",
        "time",
        "time_ns",
        "urandom",
        "prompt",
        "ask",
        "popitem",
        "perf_counter",
    }
)


def _plain_methods(value: Value) -> bool:
    """Whether a value that depends on the point is a method of plain values throughout."""
    return isinstance(value, Split) and all(
        isinstance(p, Method) and isinstance(p.recv, (Const, Unk)) and p.name in PLAIN for _, p in value.parts
    )


PLAIN: Final = frozenset(
    {"startswith", "endswith", "upper", "lower", "strip", "lstrip", "rstrip", "split", "partition", "replace", "isdigit",
     "isnumeric", "zfill", "removeprefix", "removesuffix", "casefold", "title", "isalpha", "is_integer", "total_seconds", "find"}
)  # fmt: skip


def _never(*_: Any) -> Found:
    return []


def _own(info: ClassInfo) -> dict[str, Value]:
    return info.attrs


def _alias(default: ir.Expr | None) -> str | None:
    """The alias in `Field(alias="Code")`."""
    if isinstance(default, ir.Call):
        for name, value in default.keywords:
            if (
                name in ("alias", "validation_alias", "data_key")
                and isinstance(value, ir.Const)
                and isinstance(value.value, str)
            ):
                return value.value
    return None


def _required(default: ir.Expr) -> bool:
    """`Field(alias="x")` and `Field(...)` have no default."""
    if isinstance(default, ir.Call):
        names = {n for n, _ in default.keywords}
        first = default.args[0] if default.args else None
        ellipsis = isinstance(first, ir.Const) and first.value is ...
        return not names & {"default", "default_factory"} and (first is None or ellipsis)
    return False


def _makes_functions(body: list[ir.Stmt]) -> bool:
    """Whether a body defines functions or lambdas (its variables may outlive the call)."""
    return any(_closes(node) for node in body)


def _closes(node: Any) -> bool:
    if isinstance(node, (ir.FunctionDef, ir.Lambda, ir.ClassDef)):
        return True
    if isinstance(node, ir.Comp):
        return node.kind == "gen" or any(_closes(getattr(node, s, None)) for s in node.__slots__)
    if isinstance(node, (list, tuple)):
        return any(_closes(item) for item in node)
    if isinstance(node, (ir.Node, ir.MatchCase, ir.Generator)):
        return any(_closes(getattr(node, s)) for cls in type(node).__mro__ for s in getattr(cls, "__slots__", ()))
    return False


def _key_name(key: Any) -> str:
    """The attribute or variable names in an unknown value's identity, such as `session.refresh`."""
    match key:
        case ("attr", inner, str(name)):
            return f"{_key_name(inner)}.{name}".lstrip(".")
        case ("param", _, _, str(name)):
            return name
        case ("import", _, str(name)):
            return name
        case ("made", str(name), *_):
            return name
    return ""


def _logger(name: str) -> bool:
    head = name.lower().split(".")
    return any(
        part
        in (
            "log",
            "logger",
            "logging",
            "_log",
            "_logger",
            "metrics",
            "statsd",
            "sentry_sdk",
            "warnings",
            "structlog",
            "registro",
            "registrador",
            "print",
            "tracer",
            "span",
            "counter",
            "stats",
        )
        for part in head[:-1] or head
    )
