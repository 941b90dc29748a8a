"""Methods of values, by what the value is."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Final

from ..flow import ops
from ..flow.core import Found
from ..flow.state import DictObj, Inst, ListObj, State
from ..flow.texts import WORDS, filled, format_pieces, joined
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
)
from .containers import dict_method, list_method
from .queues import queue_method
from .reply_methods import mapping_method, raw_method, read_json, reply_method
from .sessions import library_of_class

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
            return mapping_method(it, recv, name, args, st, site)
        case ReplyVal():
            return reply_method(it, recv, name, args, st, site)
        case RawVal():
            return raw_method(it, recv, name, args, st, site)
        case Super():
            return _super(it, recv, name, args, kwargs, st, site)
        case Cls():
            return _class(it, recv, name, args, kwargs, st, cx, site)
        case Unk(_, type_, field) if type_ == "str" or field:
            return _opaque(it, recv, name, args, st, site)
        case Tup():
            if name in ("index", "count"):
                return [(st, ops.unknown(name, recv, *args, type_="int"))]
        case Ref():
            obj = it.obj(st, recv)
            if isinstance(obj, DictObj):
                return dict_method(it, recv, obj, name, args, kwargs, st, site)
            if isinstance(obj, ListObj):
                queued = queue_method(it, recv, obj, name, args, kwargs, st, site)
                return queued if queued is not None else list_method(it, recv, obj, name, args, st, site)
            if isinstance(obj, Inst):
                return _inst(it, recv, obj, name, args, kwargs, st, cx, site)
        case Wrapped(kind) if kind == "singledispatch" and name == "register":
            from .dispatching import register

            return register(it, recv, args, st, site)
        case Wrapped("job"):
            from .job_runners import job_method

            return job_method(it, recv, name, args, kwargs, st, site)
        case Wrapped():
            from .celery import task_method

            return task_method(it, recv, name, args, kwargs, st, site)
        case Made():
            from .decoders import decoder_method
            from .http import made_method

            decoded = decoder_method(it, recv, name, args, st, site)
            if decoded is not None:
                return decoded
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


def _opaque(it: Any, recv: Unk, name: str, args: list[Value], st: State, site: Any) -> Found:
    """A method of an unknown text, or of an unknown value of a known field."""
    if name == "get" and recv.type == "str":
        if args and isinstance(args[0], Const):
            it.inside(recv, str(args[0].v), st, site)
        return [(st, it.throw(st, "builtins.AttributeError", site))]
    if recv.field in WORDS and name in ("startswith", "endswith", "find", "index", "count"):
        it.note_text(recv, st, site)
    type_ = "str" if name in ("lower", "upper", "strip", "casefold", "title") else None
    return [(st, ops.unknown(f".{name}", recv, *args, type_=type_))]


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
        return _formatted(it, recv, args, kwargs, st, site)
    if name == "join" and isinstance(recv.v, str) and args:
        return _joined(it, recv, args[0], st, site)
    if name == "split" and isinstance(recv.v, str) and all(isinstance(a, Const) for a in args):
        pieces = recv.v.split(*(a.v for a in args if isinstance(a, Const)))
        return [(st, it.alloc(st, ListObj(tuple(Const(p) for p in pieces))))]
    found: Found = it.lifted(st, tuple(args), lambda *a: pure_method(it, st, Method(recv, name), *a), site)
    return found


def _formatted(it: Any, recv: Const, args: list[Value], kwargs: list[tuple[str, Value]], st: State, site: Any) -> Found:
    """`"{} {code}".format(a, code=b)`, point by point."""
    names = [name for name, _ in kwargs]
    pieces = format_pieces(recv.v, [*("" for _ in args), *names])

    def fill(*plain: Any) -> str:
        return str(recv.v.format(*plain[: len(args)], **dict(zip(names, plain[len(args) :], strict=True))))

    values = it.in_words(st, (*args, *(v for _, v in kwargs)), site)
    found: Found = it.lifted(st, values, lambda *v: filled(recv, v, fill, pieces), site)
    return found


def _joined(it: Any, recv: Const, source: Value, st: State, site: Any) -> Found:
    """`", ".join(words)`, point by point."""
    found: Found = []
    for s, one in it.by_part(st, source):
        known, more = it.items_of(s, one)
        if known is None:
            found.append((s, ops.unknown("join", recv, one, type_="str")))
        else:
            found += it.lifted(s, tuple(known), lambda *items, more=more: joined(recv, items, more), site)
    return found


def _super(
    it: Any, sup: Super, name: str, args: list[Value], kwargs: list[tuple[str, Value]], st: State, site: Any
) -> Found:
    """`super().__init__(…)` of an outside base: an exception keeps its args, a session its options."""
    if name == "__init__" and isinstance(sup.bound, Ref) and isinstance(obj := it.obj(st, sup.bound), Inst):
        session = library_of_class(sup.owner)
        kept = [
            (k, v) for k, v in kwargs if session or k in ("response", "request", "base_url", "headers", "max_retries")
        ]
        attrs = obj.attrs | dict(kept)
        if session:
            attrs.setdefault("headers", it.alloc(st, DictObj((), True)))
        for value in kwargs:
            if value[0] == "response" and isinstance(value[1], ReplyVal):
                attrs["__reply__"] = value[1]
        st.heap[sup.bound.id] = Inst(obj.cls, attrs, tuple(args) or obj.args)
        return [(st, NONE)]
    if name == "__new__" and (made := it.new_class(args, st)) is not None:
        return [(st, made)]
    if name == "__init__" and isinstance(sup.bound, Cls):
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
    if name == "__subclasses__":
        below = [c for c in it.defined if any(isinstance(b, Cls) and b.info is info for b in c.bases)]
        return [(st, it.alloc(st, ListObj(tuple(Cls(c) for c in below))))]
    if name == "mro":
        return [(st, Unk(("mro", info.name)))]
    result: Found = it.call_unknown(Unk(("attr", ("class", info.name), name)), args, kwargs, st, site)
    return result


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
    from .attempts import outcome_method
    from .celery import self_method
    from .context_variables import variable_method
    from .futures import group_method
    from .http import session_method
    from .results import result_method
    from .threads import thread_method

    for model in (self_method, outcome_method, group_method, result_method, variable_method, thread_method):
        found = model(it, ref, obj, name, args, kwargs, st, site)
        if found is not None:
            return found
    if name == "with_traceback":
        return [(st, ref)]
    if name == "add_note" and args:
        notes = obj.attrs.get("__notes__")
        noted = Tup((*(notes.items if isinstance(notes, Tup) else ()), args[0]))
        st.heap[ref.id] = Inst(obj.cls, {**obj.attrs, "__notes__": noted}, obj.args)
        return [(st, NONE)]
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
