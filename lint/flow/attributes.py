"""Attributes: of replies, objects, classes, modules and outside values."""

from __future__ import annotations

from typing import Any, Final

from .. import ir
from . import ops
from .bodies import Bodies
from .classes import is_exception_name
from .core import Cx, Found
from .mappings import HELD, MAPPED
from .state import DictObj, Inst, State, notes_of
from .values import (
    NONE,
    Cls,
    Const,
    Ext,
    Func,
    Lam,
    Made,
    Method,
    Mod,
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
    split,
    tainted,
)

STATUS_ATTRS = frozenset({"status_code", "status", "code", "http_status", "status_int"})
UNREAD: Final = "unread"
"""Marks, with the number of a reply, what a path knows of whether httpx has read it yet, where that matters."""
RAW_ATTRS = frozenset({"text", "content", "data", "body", "read", "aread", "read_body", "fp", "raw", "iter_content"})


FIELDS_BY_NAME: Final = frozenset({"__dataclass_fields__", "__annotations__", "model_fields", "__fields__"})


class Attributes(Bodies):
    """Part of the interpreter."""

    def v_attr(self, expr: ir.Attr, st: State, cx: Cx) -> Found:
        found: Found = []
        for s, owner in self.ev(expr.value, st, cx):
            if isinstance(owner, Thrown):
                found.append((s, owner))
            else:
                found.extend(self.attr(owner, expr.attr, s, cx, (cx.module, expr.n)))
        return found

    def attr(self, owner: Value, name: str, st: State, cx: Cx | None, site: Any) -> Found:
        """`owner.name`."""
        if isinstance(owner, Split):
            pieces = parts(owner, st.mask)
            if all(not isinstance(p, (Ref, Cls, Super, Mod, ReplyVal)) for _, p in pieces):
                return self.lifted(st, (owner,), lambda v: self.plain_attr(v, name, st, site), site)
            return [r for m, p in pieces for r in self.attr(p, name, st.fork(m), cx, site)]
        match owner:
            case Ref():
                return self.ref_attr(owner, name, st, cx, site)
            case Cls(info):
                found = self.class_attr(info, name, st)
                if isinstance(found, Ref) and (getter := self.special(st, found, "__get__")) is not None:
                    return self.call(getter, [NONE, owner], [], st, cx, site)
                return [(st, found)]
            case Mod(path):
                value = self.member_of(path, name)
                return [(st, value if value is not None else Unk(("attr", path, name)))]
            case Super(info, bound):
                for base in info.mro()[1:]:
                    if not isinstance(base, str) and name in base.attrs:
                        return [(st, self.bind(base.attrs[name], bound, base))]
                return [(st, Method(owner, name))]
            case ReplyVal(reply) if name in (noted := self.noted(st, reply)):
                return [(st, narrow(noted[name], st.mask))]
            case ReplyVal(reply) if self.replies[reply].domain is not None or self.replies[reply].ok:
                return self.reply_attr(owner, name, st, site)
        return self.lifted(st, (owner,), lambda v: self.plain_attr(v, name, st, site), site)

    def plain_attr(self, owner: Value, name: str, st: State, site: Any) -> Value:
        """An attribute of a value without state."""
        match owner:
            case Ext(outer):
                status = _status_constant(outer, name)
                return Const(status) if status is not None else Ext(f"{outer}.{name}")
            case Const(v):
                if v is None:
                    raise ops.PyError("AttributeError")
                if name == "value" and isinstance(v, int):
                    return owner
                if hasattr(v, name):
                    value = getattr(v, name)
                    return Method(owner, name) if callable(value) else Const(value, owner.field)
                raise ops.PyError("AttributeError")
            case Unk(_, type_, field):
                return Method(owner, name) if type_ == "str" or field else self.unknown_attr(owner, name)
            case _:
                return Method(owner, name)

    def unknown_attr(self, owner: Value, name: str) -> Value:
        """An attribute of something unknown: unknown too, with a structural identity."""
        return Unk(("attr", key_of(owner), name), taint=tainted(owner))

    def reply_attr(self, reply: ReplyVal, name: str, st: State, site: Any) -> Found:
        """An attribute of a response."""
        info = self.replies[reply.reply]
        if name in STATUS_ATTRS:
            return [(st, self.status_of(reply, st))]
        if name in ("ok", "is_success", "is_error", "is_client_error", "is_server_error", "has_redirect_location"):
            status = self.status_of(reply, st)
            return [(st, split((m, _status_flag(name, p)) for m, p in parts(status, st.mask)))]
        if name in RAW_ATTRS:
            if st.assumed.get((UNREAD, reply.reply)):
                if name in ("text", "content"):
                    return [(st, self.throw(st, "httpx.ResponseNotRead", site))]
                st.assumed = {**st.assumed, (UNREAD, reply.reply): False}
            return [(st, RawVal(reply.reply))]
        if name == "headers":
            return [(st, Unk(("headers", info.key), "dict", "header", True))]
        if name in ("reason", "reason_phrase", "msg"):
            return [(st, Unk(("reason", info.key), "str", "message", True))]
        if name in (
            "url",
            "request",
            "elapsed",
            "history",
            "cookies",
            "encoding",
            "links",
            "request_info",
            "http_version",
        ):
            return [(st, Unk((name, info.key)))]
        return [(st, Method(reply, name))]

    def noted(self, st: State, reply: int) -> dict[str, Value]:
        """What the client itself wrote on a response."""
        kept = st.heap.get(notes_of(reply))
        return kept.attrs if isinstance(kept, Inst) else {}

    def status_of(self, reply: ReplyVal, st: State) -> Value:
        """The HTTP status by point; 200 for a reply that simply succeeds."""
        info = self.replies[reply.reply]
        if info.domain is None or info.ok:
            return Const(200, "status") if info.ok else Unk(("status", info.key), "int", None, True)
        return split(info.domain.status(st.mask & info.domain.full))

    def ref_attr(self, ref: Ref, name: str, st: State, cx: Cx | None, site: Any) -> Found:
        """An attribute of a heap object."""
        obj = self.obj(st, ref)
        if not isinstance(obj, Inst):
            return [(st, Method(ref, name))]
        if name in obj.attrs:
            return [(st, narrow(obj.attrs[name], st.mask))]
        if name == "__class__":
            return [(st, obj.cls)]
        if name == "__dict__":
            return [(st, self.alloc(st, DictObj(tuple((Const(k), v) for k, v in obj.attrs.items()))))]
        if isinstance(obj.cls, Cls):
            found = obj.cls.info.lookup(name)
            if found is not None:
                return self.class_member(ref, found[0], found[1], name, st, cx, site)
            return self.missing_attr(ref, obj, name, st, cx, site)
        return self.outside_attr(ref, obj, name, st, site)

    def class_member(self, ref: Ref, value: Value, owner: Any, name: str, st: State, cx: Cx | None, site: Any) -> Found:
        """A method bound to its object, a property called, a class attribute as it is."""
        if isinstance(value, Made) and value.name in ("property", "cached_property") and value.args:
            results = self.call(self.bind(value.args[0], ref, owner), [], [], st, cx, site)
            if value.name == "cached_property":
                for s, v in results:
                    if not isinstance(v, Thrown):
                        self.set_attr(s, ref, name, v, site)
            return results
        if isinstance(value, Ref) and (getter := self.special(st, value, "__get__")) is not None:
            return self.call(getter, [ref, Cls(owner)], [], st, cx, site)
        return [(st, self.bind(value, ref, owner))]

    def special(self, st: State, ref: Ref, name: str) -> Value | None:
        """A method by which an object answers for an attribute that it is the value of (`__get__`), if it has it."""
        obj = self.obj(st, ref)
        if not isinstance(obj, Inst) or not isinstance(obj.cls, Cls):
            return None
        found = obj.cls.info.lookup(name)
        known = found is not None and isinstance(found[0], (Func, Wrapped))
        return self.bind(found[0], ref, found[1]) if found is not None and known else None

    def bind(self, value: Value, ref: Value, owner: Any) -> Value:
        """A function found on a class, bound to an object."""
        match value:
            case Func(module, node, frame, None, own):
                return Func(module, node, frame, ref, own or owner)
            case Wrapped(kind, func, policy, module, n):
                return Wrapped(kind, self.bind(func, ref, owner), policy, module, n)
            case Made("staticmethod", args):
                return args[0]
            case Made("classmethod", args):
                cls = ref
                if isinstance(ref, Ref):
                    cls = Cls(owner)
                return self.bind(args[0], cls, owner)
            case Lam():
                return Partial(value, (ref,), ())
            case Partial(func, args, kwargs) if isinstance(func, Func) and func.bound is None and not args:
                return Partial(self.bind(func, ref, owner), args, kwargs)
        return value

    def class_attr(self, info: Any, name: str, st: State) -> Value:
        """`Class.name`."""
        if name == "__name__":
            return Const(info.name)
        if name == "__members__" and info.is_enum():
            return self.alloc(st, DictObj(tuple((Const(k), v) for k, v in info.attrs.items() if isinstance(v, Ref))))
        if name == "_value2member_map_" and info.is_enum():
            members = [(self.obj(st, v), v) for v in info.attrs.values() if isinstance(v, Ref)]
            return self.alloc(st, DictObj(tuple((m.attrs["value"], v) for m, v in members if isinstance(m, Inst))))
        found = info.lookup(name)
        if found is None and info.meta is not None and (own := info.meta.lookup(name)) is not None:
            return self.bind(own[0], Cls(info), own[1])
        if found is None and name in FIELDS_BY_NAME and (fields := info.all_fields()):
            return self.alloc(st, DictObj(tuple((Const(f[0]), Unk(("field", info.name, f[0]))) for f in fields)))
        if found is None and name in ("_fields", "__struct_fields__", "__match_args__"):
            return Tup(tuple(Const(f[0]) for f in info.all_fields()))
        if found is None:
            return Method(Cls(info), name)
        value, owner = found
        if isinstance(value, Made) and value.name == "classmethod":
            return self.bind(value.args[0], Cls(info), owner)
        if isinstance(value, Made) and value.name == "staticmethod":
            return value.args[0]
        return narrow(value, st.mask)

    def missing_attr(self, ref: Ref, obj: Inst, name: str, st: State, cx: Cx | None, site: Any) -> Found:
        """An attribute that no project class defines: __getattr__, an outside base, an exception's own, or an error."""
        info = obj.cls.info  # type: ignore[attr-defined]  # the caller checked for Cls
        if (own := info.lookup("__getattr__")) and isinstance(own[0], Func):
            return self.call(self.bind(own[0], ref, own[1]), [Const(name)], [], st, cx, site)
        if info.is_enum() and name in ("value", "name"):
            return [(st, obj.attrs.get(name, Unk(("enum", key_of(ref), name))))]
        if name == "args":
            return [(st, Tup(obj.args))]
        if name.startswith("__"):
            return [(st, obj.attrs.get(name, NONE) if name in ("__cause__", "__context__") else Method(ref, name))]
        outside = {n for n in info.outside() if n not in ("builtins.object", "abc.ABC", "typing.Generic")}
        if HELD in obj.attrs and name in MAPPED:
            return [(st, Method(obj.attrs[HELD], name))]
        if HELD in obj.attrs and name == "data":
            return [(st, obj.attrs[HELD])]
        if "__reply__" in obj.attrs:
            return self.attr(obj.attrs["__reply__"], name, st, cx, site)
        if not outside or (
            info.is_exception() and outside <= {"builtins.Exception", "builtins.ValueError", "builtins.RuntimeError"}
        ):
            if info.is_exception() and name in ("with_traceback", "add_note"):
                return [(st, Method(ref, name))]
            if ref.id in self.guessed:
                return [(st, Unk(("attr", ref, name)))]
            return [(st, self.throw(st, "builtins.AttributeError", site))]
        known = info.is_record() or self.library.inherits(info, name)
        taint = not known and bool(st.sent) and self.carries(st, ref)
        return [(st, Method(ref, name) if known else Unk(("attr", ref, name), taint=taint))]

    def outside_attr(self, ref: Ref, obj: Inst, name: str, st: State, site: Any) -> Found:
        """An attribute of an outside object that a model keeps: an exception with a reply, a session."""
        reply = obj.attrs.get("__reply__")
        if reply is not None and (
            name in STATUS_ATTRS | RAW_ATTRS
            or name in ("json", "headers", "reason", "getcode", "msg", "info", "message")
        ):
            if name == "message":
                return [(st, Unk(("reason", key_of(reply)), "str", "message", True))]
            return self.attr(reply, name, st, None, site)
        if name == "args":
            return [(st, Tup(obj.args))]
        if name in ("response", "request") and reply is None and is_exception_name(str(getattr(obj.cls, "name", ""))):
            return [(st, NONE if "__crash__" in obj.attrs else Unk(("attr", ref, name)))]
        return [(st, Method(ref, name))]

    def set_attr(self, st: State, owner: Value, name: str, value: Value, site: Any) -> None:
        """`owner.name = value`."""
        if isinstance(owner, Ref) and isinstance(obj := self.obj(st, owner), Inst):
            attrs = {**obj.attrs, name: value}
            if name in ("_value_", "_name_") and isinstance(obj.cls, Cls) and obj.cls.info.is_enum():
                attrs[name.strip("_")] = value  # a member that `_missing_` makes
            st.heap[owner.id] = Inst(obj.cls, attrs, obj.args)
        elif isinstance(owner, Cls):
            owner.info.attrs[name] = value
        elif isinstance(owner, ReplyVal):
            st.heap[notes_of(owner.reply)] = Inst(owner, {**self.noted(st, owner.reply), name: value})
        elif isinstance(owner, (Unk, Made)):
            self.effect(st, site, f"{name} =", (value,))


def _status_constant(outer: str, name: str) -> int | None:
    """`HTTPStatus.NOT_FOUND`, `requests.codes.ok`, `status.HTTP_404_NOT_FOUND`; `HTTPStatus.X.value` too."""
    import http

    if outer in ("http.HTTPStatus", "http.client", "requests.codes", "httpx.codes", "requests.status_codes.codes"):
        member = getattr(http.HTTPStatus, name.upper(), None)
        if member is None and name == "too_many":
            member = http.HTTPStatus.TOO_MANY_REQUESTS
        return int(member) if isinstance(member, http.HTTPStatus) else None
    if name.startswith("HTTP_") and name[5:8].isdigit():
        return int(name[5:8])
    return None


def _status_flag(name: str, status: Value) -> Value:
    if not isinstance(status, Const):
        return ops.unknown(name, status, type_="bool")
    code = status.v
    return Const(
        {
            "ok": code < 400,
            "is_success": 200 <= code < 300,
            "is_error": code >= 400,
            "is_client_error": 400 <= code < 500,
            "is_server_error": code >= 500,
        }.get(name, False)
    )
