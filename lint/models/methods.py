"""Methods of values that are no project objects: strings, dicts, lists, responses, bodies, sessions."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Final

from ..flow import ops
from ..flow.state import DictObj, Inst, ListObj, State
from ..flow.values import (
    ABSENT,
    NONE,
    Cls,
    Const,
    Ext,
    JsonVal,
    Made,
    Method,
    RawVal,
    Ref,
    ReplyVal,
    Super,
    Thrown,
    Tup,
    Unk,
    Value,
    Wrapped,
    key_of,
    parts,
    tainted,
)

Found = list[tuple[State, Value]]
_PURE: Final = (str, bytes, int, float, tuple, frozenset, range, datetime.timedelta, Decimal, bool)
HTTP: Final = frozenset(
    {"get", "post", "put", "patch", "delete", "head", "options", "request", "stream", "send", "urlopen"}
)


def call(
    it: Any, recv: Value, name: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, cx: Any, site: Any
) -> Found:
    """`recv.name(*args, **kwargs)`."""
    match recv:
        case Const(v) if isinstance(v, _PURE):
            return _const(it, recv, name, args, kwargs, st, site)
        case JsonVal():
            return _mapping_method(it, recv, name, args, st, site)
        case ReplyVal():
            return reply_method(it, recv, name, args, st, site)
        case RawVal():
            return _raw(it, recv, name, args, st, site)
        case Super():
            return _super(it, recv, name, args, kwargs, st, site)
        case Cls():
            return _class(it, recv, name, args, kwargs, st, cx, site)
        case Unk(_, type_, field) if type_ == "str" or field:
            if name == "get" and type_ == "str":
                if args and isinstance(args[0], Const):
                    it.note_inside(recv, str(args[0].v), st, site)
                return [(st, it.throw(st, "builtins.AttributeError", site))]
            if field in ("message", "code-text") and name in ("startswith", "endswith", "find", "index", "count"):
                it.note_text(recv, st, site)
            type_ = "str" if name in ("lower", "upper", "strip", "casefold", "title") else None
            return [(st, ops.unknown(f".{name}", recv, *args, type_=type_))]
        case Tup():
            if name in ("index", "count"):
                return [(st, ops.unknown(name, recv, *args, type_="int"))]
        case Ref():
            obj = it.obj(st, recv)
            if isinstance(obj, DictObj):
                return _dict(it, recv, obj, name, args, kwargs, st, site)
            if isinstance(obj, ListObj):
                return _list(it, recv, obj, name, args, st, site)
            if isinstance(obj, Inst):
                return _inst(it, recv, obj, name, args, kwargs, st, cx, site)
        case Wrapped():
            from .celery import task_method

            return task_method(it, recv, name, args, kwargs, st, site)
        case Made():
            from .http import made_method

            found = made_method(it, recv, name, args, kwargs, st, site)
            if found is not None:
                return found
    result: Found = it.call_unknown(
        Method(recv, name) if not isinstance(recv, Unk) else Unk(("attr", recv.key, name), taint=recv.taint),
        args,
        kwargs,
        st,
        site,
    )
    return result


def pure_method(it: Any, st: State, method: Method, *args: Value) -> Value:
    """A method of a plain value, as a pure function (for values that depend on the point)."""
    recv = method.recv
    if isinstance(recv, Const):
        plain = [_plain(it, st, a) for a in args]
        if recv.v is not None and ABSENT not in plain and isinstance(recv.v, _PURE):
            try:
                return Const(
                    getattr(recv.v, method.name)(*plain),
                    recv.field if method.name not in ("startswith", "endswith") else None,
                )
            except (TypeError, ValueError, IndexError):
                raise ops.PyError("ValueError") from None
            except AttributeError:
                raise ops.PyError("AttributeError") from None
    return ops.unknown(f".{method.name}", recv, *args)


def _plain(it: Any, st: State, value: Value) -> Any:
    """A plain Python value, or ABSENT."""
    if isinstance(value, Const):
        return value.v
    if isinstance(value, Tup):
        inner = [_plain(it, st, v) for v in value.items]
        return ABSENT if ABSENT in inner else tuple(inner)
    if isinstance(value, Ref):
        known, more = it.items_of(st, value)
        if known is not None and not more and isinstance(it.obj(st, value), ListObj):
            inner = [_plain(it, st, v) for v in known]
            return ABSENT if ABSENT in inner else inner
    return ABSENT


def _const(
    it: Any, recv: Const, name: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, site: Any
) -> Found:
    if recv.field == "message" and name in ("startswith", "endswith", "find", "index", "count"):
        it.note_text(recv, st, site)
    if name == "format" and isinstance(recv.v, str):
        values = [*args, *(v for _, v in kwargs)]
        plain = [_plain(it, st, v) for v in values]
        if ABSENT in plain:
            return [
                (
                    st,
                    Unk(("format", recv.v, *(key_of(v) for v in values)), "str", taint=any(tainted(v) for v in values)),
                )
            ]
        try:
            return [
                (
                    st,
                    Const(
                        recv.v.format(
                            *plain[: len(args)], **dict(zip([k for k, _ in kwargs], plain[len(args) :], strict=True))
                        )
                    ),
                )
            ]
        except (IndexError, KeyError, ValueError):
            return [(st, Unk(("format", recv.v), "str"))]
    if name == "join" and args:
        known, more = it.items_of(st, args[0])
        if known is not None and not more and all(isinstance(k, Const) for k in known):
            return [(st, Const(recv.v.join(str(k.v) for k in known)))]
        return [(st, ops.unknown("join", recv, args[0], type_="str"))]
    if name == "split" and isinstance(recv.v, str) and all(isinstance(a, Const) for a in args):
        pieces = recv.v.split(*(a.v for a in args if isinstance(a, Const)))
        return [(st, it.alloc(st, ListObj(tuple(Const(p) for p in pieces))))]
    found: Found = it.lifted(st, tuple(args), lambda *a: pure_method(it, st, Method(recv, name), *a), site)
    return found


def _mapping_method(it: Any, body: JsonVal, name: str, args: list[Value], st: State, site: Any) -> Found:
    if name in ("get", "pop") and args:
        default = args[1] if len(args) > 1 else (NONE if name == "get" else None)
        found: Found = it.item(st, body, args[0], site, default)
        return found
    if name in ("copy", "json", "dict", "as_dict", "model_dump"):
        return [(st, body)]
    if name in ("keys", "values", "items"):
        return [(st, Unk((name, key_of(body)), "list", taint=True))]
    if name in ("update", "setdefault", "clear"):
        return [(st, NONE)]
    if name in ("startswith", "lower", "upper", "strip", "append", "split"):
        return [(st, it.throw(st, "builtins.AttributeError", site))]
    return [(st, ops.unknown(f".{name}", body, *args))]


def reply_method(it: Any, reply: ReplyVal, name: str, args: list[Value], st: State, site: Any) -> Found:
    """A method of a response."""
    info = it.replies[reply.reply]
    if name == "json":
        return read_json(it, reply.reply, st, site)
    if name == "raise_for_status":
        return raise_for_status(it, reply, st, site)
    if name == "getcode":
        return [(st, it.status_of(reply, st))]
    if name in ("get", "getheader", "header", "info", "headers"):
        return [(st, Unk(("header", info.key, *(key_of(a) for a in args)), "str", "header", True))]
    if name in ("iter_lines", "aiter_lines", "iter_bytes", "stream"):
        return [(st, Unk((name, info.key), taint=True))]
    if name in ("close", "aclose", "release", "release_conn", "drain_conn", "__enter__", "__aenter__"):
        return [(st, reply if name.startswith("__") else NONE)]
    return [(st, Unk((name, info.key, *(key_of(a) for a in args)), taint=True))]


def read_json(it: Any, number: int, st: State, site: Any) -> Found:
    """Parse a reply's body; points without a JSON body raise."""
    info = it.replies[number]
    if info.domain is None or info.ok:
        return [(st, JsonVal(number))]
    good = info.domain.with_body(st.mask)
    if good == st.mask:
        return [(st, JsonVal(number))]
    bad = st.fork(st.mask & ~good)
    found: Found = [(bad, it.throw(bad, "json.JSONDecodeError", site))]
    if good:
        found.append((st.fork(good), JsonVal(number)))
    return found


def raise_for_status(it: Any, reply: ReplyVal, st: State, site: Any, lib: str | None = None) -> Found:
    """Raise the library's error, which holds the response, for points with a status of 400 and more."""
    status = it.status_of(reply, st)
    bad = good = 0
    for mask, part in parts(status, st.mask):
        if isinstance(part, Const) and part.v >= 400:
            bad |= mask
        elif isinstance(part, Const):
            good |= mask
    if not bad and not good:
        other = st.fork()
        it.replies[reply.reply]
        return [
            (st, reply),
            (other, it.throw(other, "requests.exceptions.HTTPError", site, __reply__=reply, response=reply)),
        ]
    found: Found = []
    if good:
        kept = st.fork(good)
        if bad:
            kept.note("branch", site, "status below 400")
        found.append((kept, reply))
    if bad:
        state = st.fork(bad)
        info = it.replies[reply.reply]
        lib = lib or getattr(info, "lib", None) or "requests"
        name = {
            "httpx": "httpx.HTTPStatusError", "aiohttp": "aiohttp.ClientResponseError",
            "urllib": "urllib.error.HTTPError",
        }.get(lib, "requests.exceptions.HTTPError")  # fmt: skip
        if good:
            state.note("branch", site, "status 400 or more")
        ref = it.alloc(
            state, Inst(Ext(name), {"__reply__": reply, "response": reply} if lib != "urllib" else {"__reply__": reply})
        )
        state.note("raise", site, name.rsplit(".", 1)[-1])
        found.append((state, Thrown(ref)))
    return found


def _raw(it: Any, raw: RawVal, name: str, args: list[Value], st: State, site: Any) -> Found:
    if name in ("decode", "strip", "encode", "read", "lower", "upper", "getvalue", "rstrip", "lstrip", "replace"):
        return [(st, raw)]
    if name in ("json",):
        return read_json(it, raw.reply, st, site)
    it.note_text(raw, st, site)
    return [(st, ops.unknown(f".{name}", raw, *args))]


def _super(
    it: Any, sup: Super, name: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, site: Any
) -> Found:
    """`super().__init__(…)` of an outside base: an exception keeps its args, a session its options."""
    if name == "__init__" and isinstance(sup.bound, Ref) and isinstance(obj := it.obj(st, sup.bound), Inst):
        kept = ("response", "request", "base_url", "headers", "max_retries")
        attrs = {**obj.attrs, **{k: v for k, v in kwargs if k in kept}}
        outside = sup.owner.outside()
        if any(
            n.rsplit(".", 1)[-1] in ("Session", "Client", "AsyncClient", "ClientSession", "PoolManager")
            for n in outside
        ):
            attrs.setdefault("headers", it.alloc(st, DictObj((), True)))
        for value in kwargs:
            if value[0] == "response" and isinstance(value[1], ReplyVal):
                attrs["__reply__"] = value[1]
        st.heap[sup.bound.id] = Inst(obj.cls, attrs, tuple(args) or obj.args)
        return [(st, NONE)]
    if name in ("__str__", "__repr__"):
        return [(st, Unk(("str", key_of(sup.bound)), "str"))]
    if isinstance(sup.bound, Ref) and name in HTTP:
        from .http import session_method

        found = session_method(it, sup.bound, name, args, kwargs, st, site)
        if found is not None:
            return found
    result: Found = it.call_unknown(Unk(("attr", ("super",), name)), args, kwargs, st, site)
    return result


def _class(
    it: Any, cls: Cls, name: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, cx: Any, site: Any
) -> Found:
    info = cls.info
    if name in ("model_validate", "parse_obj", "model_construct", "from_dict", "convert") and args:
        return [r for s, v in it.by_part(st, args[0]) for r in it.parse_model(info, v, s, site)]
    if name in ("model_validate_json", "parse_raw") and args and isinstance(args[0], RawVal):
        return [
            r
            for s, v in read_json(it, args[0].reply, st, site)
            for r in ([(s, v)] if isinstance(v, Thrown) else it.parse_model(info, v, s, site))
        ]
    if name == "__new__":
        return [(st, it.alloc(st, Inst(cls, {}, ())))]
    if name == "_make" and args:
        known, _ = it.items_of(st, args[0])
        found: Found = it.construct(info, list(known or []), [], st, site)
        return found
    if name == "mro":
        return [(st, Unk(("mro", info.name)))]
    result: Found = it.call_unknown(Unk(("attr", ("class", info.name), name)), args, kwargs, st, site)
    return result


def _dict(
    it: Any, ref: Ref, obj: DictObj, name: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, site: Any
) -> Found:
    if name in ("get", "pop") and args:
        default = args[1] if len(args) > 1 else (NONE if name == "get" else None)
        found: Found = []
        for s, key in [(st, args[0])]:
            for end, value in it.dict_item(s, obj, key, site, default):
                if name == "pop" and not isinstance(value, Thrown):
                    end.heap[ref.id] = DictObj(
                        tuple((k, v) for k, v in obj.items if ops.equal(k, key) is not True), obj.more
                    )
                found.append((end, value))
        return found
    if name == "setdefault" and args:
        default = args[1] if len(args) > 1 else NONE
        return list(it.dict_item(st, obj, args[0], site, default))
    if name == "items":
        return [(st, it.alloc(st, ListObj(tuple(Tup((k, v)) for k, v in obj.items), obj.more)))]
    if name == "keys":
        return [(st, it.alloc(st, ListObj(tuple(k for k, _ in obj.items), obj.more)))]
    if name == "values":
        return [(st, it.alloc(st, ListObj(tuple(v for _, v in obj.items), obj.more)))]
    if name in ("copy", "__copy__"):
        return [(st, it.alloc(st, obj))]
    if name == "update":
        items = dict(obj.items)
        more = obj.more
        for value in args:
            other = it.obj(st, value) if isinstance(value, Ref) else None
            if isinstance(other, DictObj):
                items.update(other.items)
                more = more or other.more
            else:
                items[Unk(("spread", key_of(value)))] = value
                more = True
        items.update((Const(k), v) for k, v in kwargs)
        st.heap[ref.id] = DictObj(tuple(items.items()), more)
        return [(st, NONE)]
    if name == "clear":
        st.heap[ref.id] = DictObj(())
        return [(st, NONE)]
    return [(st, ops.unknown(f".{name}", ref, *args))]


def _list(it: Any, ref: Ref, obj: ListObj, name: str, args: list[Value], st: State, site: Any) -> Found:
    if name in ("append", "add") and args:
        items = obj.items if obj.kind == "set" and args[0] in obj.items else (*obj.items, args[0])
        st.heap[ref.id] = ListObj(items[:400], obj.more, obj.kind)
        return [(st, NONE)]
    if name in ("extend", "update", "union") and args:
        known, more = it.items_of(st, args[0])
        merged = ListObj((*obj.items, *(known or ()))[:400], obj.more or more or known is None, obj.kind)
        if name == "union":
            return [(st, it.alloc(st, merged))]
        st.heap[ref.id] = merged
        return [(st, NONE)]
    if name in ("pop", "popleft") and obj.items and not obj.more:
        at = 0 if name == "popleft" or (args and args[0] == Const(0)) else -1
        rest = obj.items[1:] if at == 0 else obj.items[:-1]
        st.heap[ref.id] = ListObj(rest, False, obj.kind)
        return [(st, obj.items[at])]
    if name in ("remove", "discard", "sort", "reverse", "clear", "insert"):
        st.heap[ref.id] = ListObj(() if name == "clear" else obj.items, name != "clear", obj.kind)
        return [(st, NONE)]
    if name in ("copy", "difference", "intersection"):
        return [(st, it.alloc(st, ListObj(obj.items, obj.more or name != "copy", obj.kind)))]
    if name in ("issubset", "issuperset", "isdisjoint", "index", "count"):
        return [(st, ops.unknown(f".{name}", ref, *args))]
    return [(st, ops.unknown(f".{name}", ref, *args))]


def _inst(
    it: Any,
    ref: Ref,
    obj: Inst,
    name: str,
    args: list[Value],
    kwargs: list[tuple[str, Value]],
    st: State,
    cx: Any,
    site: Any,
) -> Found:
    from .celery import self_method
    from .http import session_method
    from .retrying import outcome_method

    for model in (self_method, outcome_method):
        found = model(it, ref, obj, name, args, kwargs, st, site)
        if found is not None:
            return found
    if name in ("with_traceback", "add_note"):
        return [(st, ref)]
    if name in ("__str__", "__repr__"):
        return [(st, Unk(("str", ref), "str"))]
    if name in ("model_dump", "dict", "_asdict", "asdict", "to_dict"):
        return [
            (st, it.alloc(st, DictObj(tuple((Const(k), v) for k, v in obj.attrs.items() if not k.startswith("__")))))
        ]
    if name in ("_replace", "model_copy", "evolve"):
        return [(st, it.alloc(st, Inst(obj.cls, {**obj.attrs, **dict(kwargs)}, obj.args)))]
    sent = session_method(it, ref, name, args, kwargs, st, site)
    if sent is not None:
        return sent
    if name in ("total_seconds",):
        return [(st, Unk(("seconds", ref), "float"))]
    if name in ("wait",) and isinstance(obj.cls, Ext) and obj.cls.name.endswith("Event"):
        if args or kwargs:
            it.sleep(st, args[0] if args else kwargs[0][1], site)
        return [(st, Const(False))]
    result: Found = it.call_unknown(Unk(("attr", ("object", ref), name)), args, kwargs, st, site)
    return result
