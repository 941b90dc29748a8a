"""Classes are constructed: objects, records, enum members, parsed models."""

from __future__ import annotations

from typing import Any

from .. import ir
from . import ops
from .attrs_fields import AttrsFields, has_converter
from .classes import ClassInfo
from .core import Args, Cx, Found, Kwargs
from .mappings import HELD, MAPPINGS
from .parsed import alias_of
from .state import DictObj, Inst, State
from .values import (
    ABSENT,
    NONE,
    Cls,
    Const,
    Func,
    Made,
    Ref,
    Thrown,
    Unk,
    Value,
    field_of,
    key_of,
    narrow,
    parts,
    tainted,
)


class Construct(AttrsFields):
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
            kind = "builtins.str" if "builtins.str" in info.outside() else "builtins.int"
            made = self.call_outside(kind, args, [], st, None, site)
            if all(name.startswith("__") for name in _own(info)):
                return made
            # What its own methods say of it isn't known: the value alone would have none of them.
            return [
                (s, v if isinstance(v, Thrown) else Unk(("made", info.name, key_of(v)), taint=True)) for s, v in made
            ]
        if info.outside() & MAPPINGS and info.lookup("__init__") is None:
            return self.construct_mapping(info, args, kwargs, st, site)
        inherited = self.library.inherited(self, st, info)
        ref = self.alloc(st, Inst(Cls(info), inherited, tuple(args)))
        init = info.lookup("__init__")
        if init is not None and isinstance(init[0], Func):
            found: Found = []
            for s, value in self.call(self.bind(init[0], ref, init[1]), args, kwargs, st, None, site):
                found.append((s, value if isinstance(value, Thrown) else ref))
            return found
        if info.is_record() or info.all_fields():
            return self.construct_record(info, ref, args, kwargs, st, site)
        st.heap[ref.id] = Inst(Cls(info), inherited | dict(kwargs), tuple(args))
        return [(st, ref)]

    def construct_mapping(self, info: ClassInfo, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """An object of a class that is a dict, or has one: what it was made of is what it holds."""
        found: Found = []
        for s, held in self.call_outside("builtins.dict", args, kwargs, st, None, site):
            made = held if isinstance(held, Thrown) else self.alloc(s, Inst(Cls(info), {HELD: held}, tuple(args)))
            found.append((s, made))
        return found

    def construct_record(self, info: ClassInfo, ref: Ref, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """A dataclass, NamedTuple, attrs class or pydantic model from its fields."""
        named = dict(kwargs)
        positional = list(args)
        attrs: dict[str, Value] = {}
        for name, _, default, owner in info.all_fields():
            alias = alias_of(default)
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
        going: list[tuple[State, dict[str, Value] | Thrown]] = [(st, attrs)]
        for name, _, default, owner in info.all_fields():
            if default is not None and has_converter(default):
                cx = Cx(owner.module, owner.frame or 0, None, owner)
                going = [e for s, a in going for e in self.converted_field(default, name, a, s, cx, site)]
        post = info.lookup("__post_init__") or info.lookup("__attrs_post_init__")
        after = self.bind(post[0], ref, post[1]) if post is not None and isinstance(post[0], Func) else None
        found: Found = []
        for s, made in going:
            if isinstance(made, Thrown):
                found.append((s, made))
                continue
            passed = [made.pop(name) for name, annotation, *_ in info.all_fields() if _is_init_var(annotation)]
            s.heap[ref.id] = Inst(Cls(info), made, tuple(args))
            for seen, thrown in self.looked_at(info, ref, s, site):
                if thrown is not None:
                    found.append((seen, thrown))
                    continue
                ends = [(seen, NONE)] if after is None else self.call(after, passed, [], seen, None, site)
                found.extend((end, v if isinstance(v, Thrown) else ref) for end, v in ends)
        return found

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
        if any(field_of(part) is not None for _, part in parts(value, st.mask)):
            self.told.add(id(info))

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


def _own(info: ClassInfo) -> dict[str, Value]:
    return info.attrs


def _is_init_var(annotation: ir.Expr) -> bool:
    """Whether a field is only passed on to `__post_init__` (`code: InitVar[int]`)."""
    kind = annotation.value if isinstance(annotation, ir.Sub) else annotation
    return getattr(kind, "attr", getattr(kind, "id", "")) == "InitVar"
