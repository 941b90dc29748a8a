"""Classes are constructed: objects, records, enum members, parsed models."""

from __future__ import annotations

from typing import Any

from .. import ir
from . import ops
from .classes import ClassInfo
from .core import Args, Cx, Found, Kwargs
from .state import DictObj, Inst, State
from .subscripts import Subscripts
from .values import (
    ABSENT,
    NONE,
    Cls,
    Const,
    Func,
    JsonVal,
    Made,
    Ref,
    Thrown,
    Unk,
    Value,
    key_of,
    narrow,
    tainted,
)


class Construct(Subscripts):
    """Part of the interpreter."""

    def construct(self, info: ClassInfo, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
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
        st.heap[ref.id] = Inst(Cls(info), dict(kwargs), tuple(args))
        return [(st, ref)]

    def construct_record(self, info: ClassInfo, ref: Ref, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """A dataclass, NamedTuple, attrs class or pydantic model from its fields."""
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
                attrs[name] = self.field_default(default, st, Cx(owner.module, owner.frame or 0, None, owner))
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

    def field_default(self, default: ir.Expr, st: State, cx: Cx) -> Value:
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

    def enum_member(self, info: ClassInfo, args: Args, st: State, site: Any) -> Found:
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

    def parse_model(self, info: ClassInfo, body: Value, st: State, site: Any) -> Found:
        """A pydantic model from a body: fields by name or alias; a missing required one is a ValidationError."""
        going: list[tuple[State, dict[str, Value] | Thrown]] = [(st, {})]
        for name, annotation, default, owner in info.all_fields():
            cx = Cx(owner.module, owner.frame or self.module_frame(owner.module), None, owner)
            alias = _alias(default) or name
            after: list[tuple[State, dict[str, Value] | Thrown]] = []
            for state, attrs in going:
                if isinstance(attrs, Thrown):
                    after.append((state, attrs))
                    continue
                fallback = self.field_default(default, state, cx) if default is not None else ABSENT
                required = default is None or (fallback is NONE and _required(default))
                place = (owner.module, annotation.n)
                for s, value in self.item(state, body, Const(alias), place, ABSENT if required else fallback):
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
        self,
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

    def model_in(self, annotation: ir.Expr, st: State, cx: Cx) -> ClassInfo | None:
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
