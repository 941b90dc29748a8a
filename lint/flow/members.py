"""The members of enums: their values, and what the enum's methods or a record among its bases make of them."""

from __future__ import annotations

from .classes import ClassInfo
from .core import Core
from .state import Inst, ListObj, State
from .values import Cls, Const, Ext, Func, Made, Ref, Thrown, Tup, Unk, Value


class Members(Core):
    """Part of the interpreter."""

    def make_members(self, info: ClassInfo, st: State) -> None:
        """Turn an enum's plain attributes into members."""
        values: list[Value] = []
        for name, value in list(info.attrs.items()):
            if isinstance(value, Made) and value.name in ("enum.member", "enum.nonmember") and value.args:
                info.attrs[name] = value.args[0]
                if value.name == "enum.member":
                    info.attrs[name] = self.member(info, name, value.args[0], st)
                continue
            if name.startswith("_") or isinstance(value, (Func, Ext, Cls)):
                continue
            if isinstance(value, Made) and value.name.endswith("auto"):
                value = self.generated(info, name, values, st)
            if isinstance(value, (Const, Tup, Unk, Ref)):
                values.append(value)
                info.attrs[name] = self.member(info, name, value, st)

    def member(self, info: ClassInfo, name: str, value: Value, st: State) -> Ref:
        """One member. Its enum's `__new__` and `__init__`, and a dataclass among its bases, get a tuple's items."""
        given = list(value.items) if isinstance(value, Tup) else [value]
        attrs = {"value": value, "_value_": value, "name": Const(name)}
        new, init = info.lookup("__new__"), info.lookup("__init__")
        if new is not None and isinstance(new[0], Func):
            attrs |= self.attributes(self.made(new[0], [Cls(info), *given], info, st), st)
        record = next((c for c in info.mro() if isinstance(c, ClassInfo) and (c.dataclass or c.is_record())), None)
        if record is not None and init is None:
            attrs |= self.attributes(self.made(Cls(record), given, info, st), st)
        ref = self.alloc(st, Inst(Cls(info), attrs | {"value": attrs["_value_"]}))
        if init is not None and isinstance(init[0], Func):
            self.made(self.bind(init[0], ref, init[1]), given, info, st)
        return ref

    def made(self, func: Value, args: list[Value], info: ClassInfo, st: State) -> Value | None:
        """What a call while the class is defined gives; None where it isn't one plain result."""
        found = self.call(func, args, [], st, None, (info.module, info.node.n))
        if len(found) != 1 or isinstance(found[0][1], Thrown):
            return None
        st.frames, st.heap = found[0][0].frames, found[0][0].heap
        return found[0][1]

    def attributes(self, made: Value | None, st: State) -> dict[str, Value]:
        """What an object holds."""
        obj = self.obj(st, made) if isinstance(made, Ref) else None
        return obj.attrs if isinstance(obj, Inst) else {}

    def generated(self, info: ClassInfo, name: str, before: list[Value], st: State) -> Value:
        """What `auto()` stands for: what the class's own `_generate_next_value_` gives, the name in small letters for
        texts, else one more than the last number."""
        own = info.lookup("_generate_next_value_")
        if own is not None:
            func = own[0].args[0] if isinstance(own[0], Made) and own[0].args else own[0]
            args = [Const(name), Const(1), Const(len(before)), self.alloc(st, ListObj(tuple(before)))]
            found = self.call(func, args, [], st, None, (info.module, info.node.n))
            plain = len(found) == 1 and found[0][0] is st and not isinstance(found[0][1], Thrown)
            return found[0][1] if plain else Unk(("auto", info.module, info.name, name))
        if "enum.StrEnum" in info.outside():
            return Const(name.lower())
        numbers = [v.v for v in before if isinstance(v, Const) and isinstance(v.v, int)]
        return Const(max(numbers, default=0) + 1)
