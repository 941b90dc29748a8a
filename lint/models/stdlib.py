"""The standard library, as far as client code leans on it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from ..flow import ops
from ..flow.state import DictObj, Inst, ListObj, State
from ..flow.values import (
    NONE,
    TRUE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Lam,
    Made,
    Native,
    Partial,
    RawVal,
    Ref,
    ReplyVal,
    Thrown,
    Tup,
    Unk,
    Value,
    Wrapped,
    field_of,
    key_of,
    parts,
    split,
    tainted,
)
from . import methods
from .exceptions import ancestors
from .table import model

Found = list[tuple[State, Value]]
Args = list[Value]
Kwargs = list[tuple[str, Value]]
_CONVERT: Final[dict[str, Callable[..., Any]]] = {
    "int": int, "float": float, "abs": abs, "round": round, "Decimal": Decimal, "ord": ord,
}  # fmt: skip
_EXTREME: Final[dict[str, Callable[[Any], Any]]] = {"min": min, "max": max, "sum": sum}


def _pure(it: Any, st: State, args: Args, site: Any, func: Callable[..., Value]) -> Found:
    found: Found = it.lifted(st, tuple(args), func, site)
    return found


@model(
    "builtins.int",
    "builtins.float",
    "builtins.str",
    "builtins.bool",
    "builtins.abs",
    "builtins.round",
    "builtins.len",
    "decimal.Decimal",
    "builtins.repr",
    "builtins.ord",
)
def scalar(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Conversions: computed point by point."""
    kind = name.rsplit(".", 1)[-1]
    if not args:
        return [(st, Const({"int": 0, "float": 0.0, "str": "", "bool": False}.get(kind, 0)))]
    value = args[0]
    if kind == "bool":
        return [
            (
                st,
                split(
                    (m, ops.unknown("bool", p, type_="bool") if (t := it.truth_of(st, p)) is None else Const(t))
                    for m, p in parts(value, st.mask)
                ),
            )
        ]
    if kind in ("str", "repr"):
        return _text(it, st, value, site)
    if kind == "len":
        known, more = it.items_of(st, value)
        if known is not None and not more:
            return [(st, Const(len(known)))]
        return [(st, ops.unknown("len", value, type_="int"))]
    value = it.enum_value(st, value, NONE)

    def convert(one: Value, *rest: Value) -> Value:
        if isinstance(one, Const):
            try:
                base = [r.v for r in rest if isinstance(r, Const)]
                made: Any = _CONVERT[kind](one.v, *base)
            except TypeError:
                raise ops.PyError("TypeError") from None
            except (ValueError, InvalidOperation):
                raise ops.PyError("ValueError") from None
            return Const(made, one.field)
        if isinstance(one, (JsonVal, Ref)):
            raise ops.PyError("TypeError")
        return Unk((kind, key_of(one)), "int" if kind == "int" else kind.lower(), field_of(one), tainted(one))

    return _pure(it, st, [value, *args[1:2]], site, convert)


def _text(it: Any, st: State, value: Value, site: Any) -> Found:
    found: Found = []
    for s, one in it.by_part(st, value) if any(isinstance(p, Ref) for _, p in parts(value, st.mask)) else [(st, value)]:
        if isinstance(one, Ref) and isinstance(obj := it.obj(s, one), Inst):
            own = obj.cls.info.lookup("__str__") if isinstance(obj.cls, Cls) else None
            if own is not None and isinstance(own[0], Func):
                found.extend(it.call(it.bind(own[0], one, own[1]), [], [], s, None, site))
            elif len(obj.args) == 1:
                found.extend(
                    _text(it, s, obj.args[0], site)
                    if not isinstance(obj.args[0], Ref)
                    else [(s, Unk(("str", one), "str"))]
                )
            else:
                reply = "__reply__" in obj.attrs
                found.append((s, Unk(("str", key_of(one)), "str", "message" if reply else None, reply)))
        else:
            found.extend(it.lifted(s, (one,), _str_of, site))
    return found


def _str_of(one: Value) -> Value:
    if isinstance(one, Const):
        return Const(str(one.v), one.field)
    if isinstance(one, RawVal):
        return one
    return Unk(("str", key_of(one)), "str", field_of(one), tainted(one))


@model("builtins.isinstance")
def isinstance_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Point by point where the type is known."""
    if len(args) < 2:
        return [(st, Unk(("isinstance", site), "bool"))]
    found = []
    for mask, part in parts(args[0], st.mask):
        known = it.is_instance(st, part, args[1])
        found.append((mask, ops.unknown("isinstance", part, type_="bool") if known is None else Const(known)))
    return [(st, split(found))]


@model("builtins.issubclass", "builtins.callable", "builtins.hasattr")
def question(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Questions about objects."""
    kind = name.rsplit(".", 1)[-1]
    if kind == "hasattr" and len(args) == 2 and isinstance(args[1], Const):
        found: Found = []
        for s, value in it.by_part(st, args[0]):
            for end, got in it.attr(value, args[1].v, s.fork(), None, site):
                known = isinstance(got, Thrown) or isinstance(value, (Ref, Const, ReplyVal))
                found.append(
                    (
                        end,
                        Const(not isinstance(got, Thrown))
                        if known
                        else Unk(("hasattr", key_of(value), args[1].v), "bool", taint=tainted(value)),
                    )
                )
        return found
    if kind == "callable" and args and isinstance(args[0], (Func, Lam, Cls, Ext, Partial, Wrapped)):
        return [(st, TRUE)]
    return [(st, ops.unknown(kind, *args, type_="bool"))]


@model("builtins.getattr")
def getattr_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`getattr(exc, "code", None)`."""
    if len(args) < 2 or not isinstance(args[1], Const):
        return [(st, ops.unknown("getattr", *args))]
    found: Found = []
    for s, value in it.by_part(st, args[0]):
        for end, got in it.attr(value, args[1].v, s, None, site):
            if isinstance(got, Thrown) and len(args) > 2:
                end.trail = s.trail.before if end.trail is not s.trail and s.trail else end.trail
                got = args[2]
            elif isinstance(got, Unk) and len(args) > 2 and not isinstance(value, Unk):
                got = Unk(("getattr", got.key), taint=got.taint)
            found.append((end, got))
    return found


@model("builtins.setattr")
def setattr_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`setattr(x, "name", v)`."""
    if len(args) == 3 and isinstance(args[1], Const):
        it.set_attr(st, args[0], args[1].v, args[2], site)
    return [(st, NONE)]


@model(
    "builtins.list",
    "builtins.set",
    "builtins.frozenset",
    "builtins.tuple",
    "builtins.sorted",
    "builtins.reversed",
    "builtins.iter",
    "collections.deque",
)
def collection(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Collections of known items stay known."""
    kind = name.rsplit(".", 1)[-1]
    kind = {"frozenset": "set", "sorted": "list", "reversed": "list", "iter": "list", "deque": "list"}.get(kind, kind)
    if not args:
        return [(st, Tup(()) if kind == "tuple" else it.alloc(st, ListObj((), False, kind)))]
    found: Found = []
    for s, value in it.by_part(st, args[0]):
        known, more = it.items_of(s, value)
        if known is None:
            found.append((s, Unk((kind, key_of(value)), kind, taint=tainted(value))))
        elif kind == "tuple" and not more:
            found.append((s, Tup(tuple(known))))
        else:
            items = tuple(dict.fromkeys(known)) if kind == "set" else tuple(known)
            items = items[::-1] if name.endswith("reversed") else items
            found.append((s, it.alloc(s, ListObj(items, more, kind))))
    return found


@model("builtins.dict", "collections.defaultdict", "collections.OrderedDict", "types.MappingProxyType")
def dict_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Dicts of known items stay known; `dict(body)` is the body."""
    if name.endswith("defaultdict"):
        return [(st, it.alloc(st, DictObj((), True)))]
    items: dict[Value, Value] = {}
    more = False
    if args:
        obj = it.obj(st, args[0]) if isinstance(args[0], Ref) else None
        if isinstance(obj, DictObj):
            items.update(obj.items)
            more = obj.more
        elif isinstance(args[0], JsonVal) and not kwargs:
            return [(st, args[0])]
        else:
            known, open_ = it.items_of(st, args[0])
            pairs = [p for p in known or [] if isinstance(p, Tup) and len(p.items) == 2]
            items.update((p.items[0], p.items[1]) for p in pairs)
            more = open_ or len(pairs) != len(known or [])
    items.update((Const(k), v) for k, v in kwargs)
    return [(st, it.alloc(st, DictObj(tuple(items.items()), more)))]


@model("builtins.range")
def range_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A range of known bounds."""
    if all(isinstance(a, Const) and isinstance(a.v, int) for a in args) and args:
        try:
            return [(st, Const(range(*(a.v for a in args if isinstance(a, Const)))))]
        except (ValueError, TypeError):
            pass
    return [(st, Made("builtins.range", tuple(args), taint=any(tainted(a) for a in args)))]


@model("builtins.enumerate")
def enumerate_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Pairs of index and item."""
    known, more = it.items_of(st, args[0]) if args else (None, True)
    start = next((v for k, v in kwargs if k == "start"), args[1] if len(args) > 1 else Const(0))
    if known is None or not isinstance(start, Const):
        return [(st, Made("builtins.enumerate", tuple(args), taint=any(tainted(a) for a in args)))]
    return [(st, it.alloc(st, ListObj(tuple(Tup((Const(start.v + i), v)) for i, v in enumerate(known)), more)))]


@model("builtins.zip")
def zip_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Pairs of known items."""
    found = [it.items_of(st, a) for a in args]
    if any(k is None for k, _ in found):
        return [(st, ops.unknown("zip", *args))]
    return [
        (
            st,
            it.alloc(
                st, ListObj(tuple(Tup(t) for t in zip(*(k for k, _ in found), strict=False)), any(m for _, m in found))
            ),
        )
    ]


@model("builtins.any", "builtins.all")
def any_all(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Over known items, point by point."""
    wanted = name.endswith("any")
    known, more = it.items_of(st, args[0]) if args else (None, True)
    if known is None:
        return [(st, ops.unknown(name, *args, type_="bool"))]
    result: Value = Const(not wanted)
    if more:
        result = ops.unknown(name, *args, type_="bool")
    for item in known:
        truths = split(
            (m, ops.unknown("bool", p) if (t := it.truth_of(st, p)) is None else Const(t))
            for m, p in parts(item, st.mask)
        )
        found: list[tuple[int, Value]] = []
        for m, t in parts(truths, st.mask):
            for inner, before in parts(result, m):
                if (isinstance(before, Const) and before.v is wanted) or (isinstance(t, Const) and t.v is wanted):
                    found.append((inner, Const(wanted)))
                elif isinstance(t, Const):
                    found.append((inner, before))
                else:
                    found.append((inner, t))
        result = split(found)
    return [(st, result)]


@model("builtins.next")
def next_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`next((x for x in … if …), default)` over known items."""
    known, more = it.items_of(st, args[0]) if args else (None, True)
    if known:
        return [(st, known[0])]
    if known is not None and not more and len(args) > 1:
        return [(st, args[1])]
    if known is not None and not more:
        return [(st, it.throw(st, "builtins.StopIteration", site))]
    return [(st, Unk(("next", site, it.fresh()), taint=any(tainted(a) for a in args)))]


@model("builtins.min", "builtins.max", "builtins.sum")
def extreme(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Of known numbers."""
    values = list(args)
    if len(args) == 1:
        known, more = it.items_of(st, args[0])
        if known is None or more or not known:
            return [(st, ops.unknown(name, *args))]
        values = known

    def compute(*found: Value) -> Value:
        if all(isinstance(v, Const) for v in found):
            try:
                return Const(_EXTREME[name.rsplit(".", 1)[-1]](v.v for v in found if isinstance(v, Const)))
            except TypeError:
                raise ops.PyError("TypeError") from None
        return ops.unknown(name, *found)

    return _pure(it, st, values, site, compute)


@model("builtins.map", "builtins.filter")
def map_filter(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Over known items."""
    known, more = it.items_of(st, args[1]) if len(args) > 1 else (None, True)
    items = known if known is not None else [Unk(("item", key_of(args[1]) if len(args) > 1 else site, 0))]
    going: list[tuple[State, list[Value]]] = [(st, [])]
    for item in items[:50]:
        going = [
            (s, [*done, v])
            for g, done in going
            for s, v in it.call(args[0], [item], [], g, None, site)
            if not isinstance(v, Thrown)
        ]
    return [(s, it.alloc(s, ListObj(tuple(done), more or known is None))) for s, done in going]


@model("builtins.type")
def type_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`type(self)`."""
    found: Found = []
    for s, value in it.by_part(st, args[0] if args else NONE):
        obj = it.obj(s, value) if isinstance(value, Ref) else None
        found.append((s, obj.cls if isinstance(obj, Inst) else Unk(("type", key_of(value)))))
    return found


@model("builtins.super")
def super_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`super(Class, self)`."""
    from ..flow.values import Super

    if len(args) == 2 and isinstance(args[0], Cls):
        return [(st, Super(args[0].info, args[1]))]
    return [(st, Unk(("super", site)))]


@model(
    "builtins.property",
    "functools.cached_property",
    "builtins.staticmethod",
    "builtins.classmethod",
    "cached_property.cached_property",
    "django.utils.functional.cached_property",
)
def descriptor(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Kept for attribute reading."""
    return [(st, Made(name.rsplit(".", 1)[-1], tuple(args)))]


@model("time.sleep", "asyncio.sleep", "anyio.sleep", "trio.sleep", "gevent.sleep", "eventlet.sleep", "curio.sleep")
def sleep(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Time passes."""
    found: Found = it.slept(st, args[0] if args else (kwargs[0][1] if kwargs else Const(0)), site)
    return found


@model("time.time", "time.monotonic", "time.perf_counter")
def clock(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The path's own clock."""
    return [(st, Const(1.7e9 + st.clock))]


@model("datetime.timedelta")
def timedelta(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A known duration."""
    values = [*args, *(v for _, v in kwargs)]
    if all(isinstance(v, Const) for v in values):
        try:
            return [
                (
                    st,
                    Const(
                        datetime.timedelta(
                            *(a.v for a in args if isinstance(a, Const)),
                            **{k: v.v for k, v in kwargs if isinstance(v, Const)},
                        )
                    ),
                )
            ]
        except (TypeError, OverflowError):
            pass
    return [(st, Made("datetime.timedelta", tuple(args), tuple(kwargs)))]


@model("random.uniform", "random.randint", "random.randrange")
def random_between(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The lower end: waits are judged by the least they can be."""
    if args and all(isinstance(a, Const) and isinstance(a.v, (int, float)) for a in args):
        low = args[0].v if len(args) > 1 else 0  # type: ignore[attr-defined]  # all are Const
        return [(st, Const(min(low, args[1].v) if len(args) > 1 else low))]  # type: ignore[attr-defined]
    return [(st, Made(name, tuple(args), serial=it.fresh()))]


@model("random.random")
def random_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The lower end, but not nothing."""
    return [(st, Const(0.001))]


@model("json.loads", "json.load", "orjson.loads", "ujson.loads", "simplejson.loads", "rapidjson.loads")
def loads(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Parse a reply's text, or read an exception or response that holds one."""
    found: Found = []
    for s, value in it.by_part(st, args[0] if args else NONE):
        obj = it.obj(s, value) if isinstance(value, Ref) else None
        if isinstance(value, (RawVal, ReplyVal)):
            found.extend(methods.read_json(it, value.reply, s, site))
        elif isinstance(obj, Inst) and isinstance(reply := obj.attrs.get("__reply__"), ReplyVal):
            found.extend(methods.read_json(it, reply.reply, s, site))
        elif isinstance(value, JsonVal):
            found.append((s, value))
        else:
            found.append((s, Unk(("json", key_of(value)), taint=tainted(value))))
    return found


@model(
    "json.dumps",
    "copy.copy",
    "copy.deepcopy",
    "urllib.parse.urlencode",
    "urllib.parse.urljoin",
    "urllib.parse.quote",
    "orjson.dumps",
)
def pure_made(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Structural: equal arguments give an equal result."""
    if name == "urllib.parse.urljoin" and len(args) == 2:
        found: Found = it.lifted(st, tuple(args), _urljoin, site)
        return found
    if name.startswith("copy."):
        return [(st, args[0] if args else NONE)]
    return [
        (
            st,
            Made(
                name,
                tuple(frozen(it, st, a) for a in args),
                tuple((k, frozen(it, st, v)) for k, v in kwargs),
                taint=any(tainted(a) for a in args),
            ),
        )
    ]


def _urljoin(base: Value, rest: Value) -> Value:
    if isinstance(base, Const) and isinstance(rest, Const):
        from urllib.parse import urljoin

        return Const(urljoin(str(base.v), str(rest.v)))
    return ops.unknown("format", base, rest, type_="str")


def frozen(it: Any, st: State, value: Value, depth: int = 0) -> Value:
    """A heap object as an immutable value of the same content, so that two equal bodies are equal."""
    if depth > 6:
        return value
    match value:
        case Ref():
            obj = it.obj(st, value)
            if isinstance(obj, DictObj):
                return Tup(
                    (
                        Const("dict"),
                        *(Tup((frozen(it, st, k, depth + 1), frozen(it, st, v, depth + 1))) for k, v in obj.items),
                        Const(obj.more),
                    )
                )
            if isinstance(obj, ListObj):
                return Tup((Const(obj.kind), *(frozen(it, st, v, depth + 1) for v in obj.items), Const(obj.more)))
            if isinstance(obj, Inst) and isinstance(obj.cls, Cls):
                return Tup(
                    (
                        Const(obj.cls.info.name),
                        *(
                            Tup((Const(k), frozen(it, st, v, depth + 1)))
                            for k, v in obj.attrs.items()
                            if not k.startswith("__")
                        ),
                    )
                )
        case Tup(items):
            return Tup(tuple(frozen(it, st, i, depth + 1) for i in items))
    return value


@model("os.environ.get", "os.getenv", "environ.get", "decouple.config")
def getenv(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The default is what the code has without the variable."""
    default = args[1] if len(args) > 1 else next((v for k, v in kwargs if k == "default"), None)
    if default is not None:
        return [(st, default)]
    return [(st, Made(name, tuple(args)))]


@model("functools.partial", "functools.partialmethod")
def partial(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A function with some arguments given."""
    return [(st, Partial(args[0], tuple(args[1:]), tuple(kwargs)))] if args else [(st, NONE)]


@model(
    "functools.wraps",
    "functools.lru_cache",
    "functools.cache",
    "typing.overload",
    "functools.update_wrapper",
    "typing.final",
    "typing.override",
    "abc.abstractmethod",
    "typing.no_type_check",
    "functools.total_ordering",
    "enum.unique",
    "typing.runtime_checkable",
    "pytest.fixture",
    "atexit.register",
    "dataclasses.dataclass",
    "attr.s",
    "attr.define",
    "attrs.define",
    "attr.frozen",
    "attrs.frozen",
)
def transparent(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Decorators that leave what they decorate as it is."""
    if name == "functools.update_wrapper":
        return [(st, args[0] if args else NONE)]
    if name != "functools.wraps" and len(args) == 1 and isinstance(args[0], (Func, Cls, Wrapped, Made)):
        return [(st, args[0])]
    return [(st, Native("identity", _identity, key=name))]


def _identity(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any) -> Found:
    return [(st, args[0] if args else NONE)]


@model("contextlib.contextmanager", "contextlib.asynccontextmanager")
def contextmanager(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The generator function itself: a with statement runs it around its body."""
    return [(st, args[0] if args else NONE)]


@model("contextlib.suppress")
def suppress(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Kept for the with statement."""
    return [(st, Made("contextlib.suppress", tuple(args)))]


@model(
    "contextlib.closing",
    "asyncio.run",
    "asyncio.create_task",
    "asyncio.ensure_future",
    "asyncio.shield",
    "asyncio.wait_for",
    "contextlib.nullcontext",
    "asyncio.timeout",
    "typing.cast",
    "asgiref.sync.async_to_sync",
    "asgiref.sync.sync_to_async",
    "anyio.run",
    "trio.run",
    "builtins.aiter",
    "contextlib.aclosing",
    "builtins.anext",
    "asyncio.get_event_loop.run_until_complete",
)
def passing(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """What wraps a value gives the value (a coroutine is run where it is made)."""
    if name == "typing.cast":
        return [(st, args[1] if len(args) > 1 else NONE)]
    if name in ("anyio.run", "trio.run") and args:
        found: Found = it.call(args[0], args[1:], kwargs, st, None, site)
        return found
    return [(st, args[0] if args else NONE)]


@model("collections.namedtuple", "typing.NamedTuple")
def namedtuple(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`namedtuple("Reply", "status body")`: a class with these fields."""
    from .. import ir
    from ..flow.classes import ClassInfo

    names: list[str] = []
    if len(args) > 1 and isinstance(args[1], Const) and isinstance(args[1].v, str):
        names = args[1].v.replace(",", " ").split()
    elif len(args) > 1:
        known, _ = it.items_of(st, args[1])
        for item in known or []:
            first = item.items[0] if isinstance(item, Tup) and item.items else item
            if isinstance(first, Const) and isinstance(first.v, str):
                names.append(first.v)
    title = str(args[0].v) if args and isinstance(args[0], Const) else "namedtuple"
    node = ir.ClassDef(site[1], title, [], [], [], [])
    info = ClassInfo(
        site[0], node, title, (Ext("typing.NamedTuple"),), fields=[(n, ir.Const(site[1], None), None) for n in names]
    )
    return [(st, Cls(info))]


@model("typing.get_args")
def get_args(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The values of a Literal."""
    if args and isinstance(args[0], Made) and args[0].name == "typing.Literal":
        return [(st, Tup(args[0].args))]
    return [(st, ops.unknown("get_args", *args))]


@model("asyncio.gather")
def gather(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """All results."""
    return [(st, it.alloc(st, ListObj(tuple(args))))]


@model("asyncio.to_thread", "anyio.to_thread.run_sync", "starlette.concurrency.run_in_threadpool")
def to_thread(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The function is run."""
    found: Found = it.call(args[0], args[1:], kwargs, st, None, site) if args else [(st, NONE)]
    return found


@model("http.HTTPStatus")
def http_status(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`HTTPStatus(404)` is the number."""
    return [(st, args[0] if args else NONE)]


@model("threading.Event", "asyncio.Event", "threading.Lock", "asyncio.Lock", "asyncio.Semaphore")
def sync_object(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """An object of its own."""
    return [(st, it.alloc(st, Inst(Ext(name), {})))]


@model(
    "builtins.print",
    "logging.getLogger",
    "structlog.get_logger",
    "warnings.warn",
    "builtins.id",
    "celery.utils.log.get_task_logger",
    "loguru.logger",
)
def silent(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Nothing that matters."""
    return [(st, Made("logging.logger" if "ogger" in name else name))]


def is_instance(it: Any, st: State, value: Value, types: Value) -> bool | None:
    """isinstance where it can be told."""
    if isinstance(types, Tup):
        answers = [is_instance(it, st, value, t) for t in types.items]
        return True if True in answers else (None if None in answers else False)
    if isinstance(types, Cls):
        obj = it.obj(st, value) if isinstance(value, Ref) else None
        if isinstance(obj, Inst):
            return types.info in obj.cls.info.mro() if isinstance(obj.cls, Cls) else False
        return (
            False
            if isinstance(value, (Const, JsonVal, ReplyVal, RawVal, Tup)) or isinstance(obj, (DictObj, ListObj))
            else None
        )
    if not isinstance(types, Ext):
        return None
    return _is_outside(it, st, value, types.name)


_TYPES = {
    "builtins.int": int,
    "builtins.str": str,
    "builtins.float": float,
    "builtins.bool": bool,
    "builtins.bytes": bytes,
}


def _is_outside(it: Any, st: State, value: Value, name: str) -> bool | None:
    obj = it.obj(st, value) if isinstance(value, Ref) else None
    if isinstance(value, Const):
        if name in _TYPES:
            return isinstance(value.v, _TYPES[name])
        return False if name.startswith("builtins.") else None
    if isinstance(value, JsonVal) or isinstance(obj, DictObj):
        return name.rsplit(".", 1)[-1] in ("dict", "Mapping", "MutableMapping", "object", "Dict")
    if isinstance(value, Tup) or isinstance(obj, ListObj):
        kind = obj.kind if isinstance(obj, ListObj) else "tuple"
        return name.rsplit(".", 1)[-1] in (kind, "Sequence", "Iterable", "Collection", "object")
    if isinstance(obj, Inst):
        names = it.exception_names(st, value)
        if names is not None:
            return bool(names & ancestors(name)) if name in names else (name in names)
        return None
    if isinstance(value, Unk) and value.type is not None and name in _TYPES:
        return value.type == name.removeprefix("builtins.")
    return None
