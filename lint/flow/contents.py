"""What is inside a value: the items of collections, the value of an enum member."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any

from .effects import Effects
from .mappings import HELD
from .state import DictObj, Inst, ListObj, State
from .values import (
    Cls,
    Const,
    Ext,
    Made,
    Ref,
    Tup,
    Unk,
    Value,
    key_of,
    parts,
    split,
)


class Contents(Effects):
    """Part of the interpreter."""

    def items_of(self, st: State, value: Value) -> tuple[list[Value] | None, bool]:
        """The items of a collection, and whether there may be more; None where nothing is known."""
        match value:
            case Tup(items):
                return list(items), False
            case Const(v) if isinstance(v, (tuple, frozenset, range, str)) and len(v) <= 2000:
                return [Const(x) for x in (sorted(v, key=repr) if isinstance(v, frozenset) else v)], False
            case Ref():
                obj = self.obj(st, value)
                if isinstance(obj, ListObj):
                    return list(obj.items), obj.more
                if isinstance(obj, DictObj):
                    return [k for k, _ in obj.items], obj.more or obj.rest is not None
                if isinstance(obj, Inst) and HELD in obj.attrs:
                    return self.items_of(st, obj.attrs[HELD])
                if isinstance(obj, Inst) and isinstance(obj.cls, Cls) and obj.cls.info.is_named_tuple():
                    fields = obj.cls.info.all_fields()
                    return [obj.attrs.get(f[0], Unk(("field", value, f[0]))) for f in fields], False
            case Ext("http.HTTPStatus"):
                return [Const(int(status)) for status in HTTPStatus], False
            case Cls(info) if info.is_enum():
                return [v for v in info.attrs.values() if isinstance(v, Ref)], False
        return None, True

    def gone_through(self, st: State, source: Value) -> tuple[list[Value] | None, bool]:
        """The same for who goes through them all: an empty list of the whole program, into which nothing of this path
        put anything, is there for what somebody registers before."""
        known, more = self.items_of(st, source)
        if known != [] or not isinstance(source, Ref) or st is self.globals or source.id in st.heap:
            return known, more
        return [Unk(("item", key_of(source), 0))] if isinstance(self.obj(st, source), ListObj) else known, more

    def no_items(self, value: Value) -> bool:
        """Whether a value surely can't be gone through: None, a number."""
        return isinstance(value, Const) and (value.v is None or isinstance(value.v, int | float))

    def extend(self, st: State, owner: Value, other: Value) -> bool:
        """`owner += other` of a list or set, which stays the same object. Whether it is one."""
        obj = self.obj(st, owner) if isinstance(owner, Ref) else None
        if not isinstance(obj, ListObj) or not isinstance(owner, Ref):
            return False
        known, more = self.items_of(st, other)
        new = [i for i in known or () if obj.kind != "set" or i not in obj.items]
        st.heap[owner.id] = ListObj((*obj.items, *new)[:400], obj.more or more or known is None, obj.kind)
        return True

    def set_item(self, st: State, owner: Value, key: Value, value: Value, site: Any) -> None:
        """`owner[key] = value`."""
        if not isinstance(owner, Ref):
            if isinstance(owner, (Unk, Made)):
                self.effect(st, site, "[…] =", (key, value))
            return
        obj = self.obj(st, owner)
        if isinstance(obj, DictObj):
            items = dict(obj.items)
            items[key] = value
            st.heap[owner.id] = replace(obj, items=tuple(items.items()))
        elif (
            isinstance(obj, ListObj)
            and isinstance(key, Const)
            and isinstance(key.v, int)
            and -len(obj.items) <= key.v < len(obj.items)
        ):
            listed = list(obj.items)
            listed[key.v] = value
            st.heap[owner.id] = ListObj(tuple(listed), obj.more, obj.kind)
        elif isinstance(obj, ListObj):
            st.heap[owner.id] = ListObj(obj.items, True, obj.kind)
        elif isinstance(obj, Inst):
            # a subclass of dict or Counter: what it holds stands beside its attributes
            held = obj.attrs.get(HELD) or self.alloc(st, DictObj((), bool(obj.args)))
            st.heap[owner.id] = Inst(obj.cls, {**obj.attrs, HELD: held}, obj.args)
            self.set_item(st, held, key, value, site)

    def plain(self, st: State, value: Value) -> Value:
        """A list of known length as a tuple of values, so that equality can look inside."""
        if (
            isinstance(value, Ref)
            and isinstance(found := self.obj(st, value), ListObj)
            and not found.more
            and found.kind != "set"
        ):
            return Tup(found.items)
        return value

    def is_flag(self, st: State, value: Value) -> bool:
        """Whether a value is a member of an enum of flags, for some points at least."""
        found = (self.obj(st, p) for _, p in parts(value, st.mask) if isinstance(p, Ref))
        return any(isinstance(o, Inst) and isinstance(o.cls, Cls) and o.cls.info.is_flag() for o in found)

    def enum_value(self, st: State, value: Value, other: Value) -> Value:
        """A str or int enum member compares like its value; a plain member compared with a plain value stays itself."""
        if type(value) is Const or type(value) is Unk:
            return value
        found = []
        changed = False
        for mask, part in parts(value, st.mask):
            if isinstance(part, Ref) and isinstance(obj := self.obj(st, part), Inst) and isinstance(obj.cls, Cls):
                info = obj.cls.info
                if info.like_values() and "value" in obj.attrs:
                    part, changed = obj.attrs["value"], True
            found.append((mask, part))
        return split(found) if changed else value
