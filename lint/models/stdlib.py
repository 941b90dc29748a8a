"""The standard library, as far as client code leans on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urljoin

from .. import ir
from ..flow import ops
from ..flow.classes import ClassInfo
from ..flow.core import Args, Found, Kwargs
from ..flow.state import DictObj, Effect, Inst, ListObj, State
from ..flow.values import (
    NONE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
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
    key_of,
    tainted,
)
from .reply_methods import read_json
from .table import model
from .written import written

HOOKS: Final = frozenset({"object_hook", "object_pairs_hook", "cls"})
"""Options of a parser by which a program makes something else of each object."""


@model("json.loads", "json.load", "orjson.loads", "ujson.loads", "simplejson.loads", "rapidjson.loads")
def loads(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Parse a reply's text, or read an exception or response that holds one."""
    if any(k in HOOKS for k, _ in kwargs):  # what it gives is made of the body in a way that isn't followed
        parsed = loads(it, st, args, [(k, v) for k, v in kwargs if k not in HOOKS], site, name)
        return [(s, v if isinstance(v, Thrown) else Unk(("hooked", key_of(v)), taint=tainted(v))) for s, v in parsed]
    found: Found = []
    for s, value in it.by_part(st, args[0] if args else NONE):
        obj = it.obj(s, value) if isinstance(value, Ref) else None
        if isinstance(value, (RawVal, ReplyVal)):
            found.extend(read_json(it, value.reply, s, site))
        elif isinstance(obj, Inst) and isinstance(reply := obj.attrs.get("__reply__"), ReplyVal):
            found.extend(read_json(it, reply.reply, s, site))
        elif isinstance(value, JsonVal):
            found.append((s, value))
        elif isinstance(value, Const) and (known := written(it, s, value)) is not None:
            found.append((s, known))
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
        return Const(urljoin(str(base.v), str(rest.v)))
    return ops.unknown("format", base, rest, type_="str")


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


@model(
    "asyncio.run",
    "asyncio.shield",
    "asyncio.wait_for",
    "asyncio.timeout",
    "typing.cast",
    "asgiref.sync.async_to_sync",
    "asgiref.sync.sync_to_async",
    "anyio.run",
    "trio.run",
    "builtins.aiter",
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


@model("builtins.print")
def print_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """What a program's entry point prints is what its user gets to see; deeper in it is but a log."""
    if st.sent and len(it.stack) <= 1:
        shown = (*args, *(ref for a in args if isinstance(a, Unk) for ref in _inside(a.key)))
        told = not any(k == "file" for k, _ in kwargs) and any(it.carries(st, v) or tainted(v) for v in shown)
        st.effects = (*st.effects[-20:], Effect(site, "print", told, shown))
    return [(st, Const(None))]


def _inside(key: Any) -> Iterator[Ref]:
    """Objects that a text was made of."""
    if isinstance(key, Ref):
        yield key
    elif isinstance(key, tuple):
        for part in key:
            yield from _inside(part)


@model(
    "logging.getLogger",
    "structlog.get_logger",
    "builtins.id",
    "celery.utils.log.get_task_logger",
    "loguru.logger",
)
def silent(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Nothing that matters."""
    return [(st, Made("logging.logger" if "ogger" in name else name))]


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
