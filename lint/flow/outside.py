"""Outside names are asked of the models; what no model knows is unknown, and perhaps an effect."""

from __future__ import annotations

import re
from typing import Any, Final

from .attributes import Attributes
from .classes import is_exception_name
from .core import Args, Cx, Found, Kwargs
from .effects import is_logger
from .ops import FIELDS
from .standing_in import StandingIn
from .state import Inst, State
from .values import (
    NONE,
    Cls,
    Const,
    Ext,
    Func,
    Lam,
    Made,
    Method,
    Partial,
    Ref,
    Split,
    Super,
    Thrown,
    Tup,
    Unk,
    Value,
    Wrapped,
    field_of,
    key_of,
    parts,
    tainted,
)

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
    "attr.",
    "attrs.",
    "pydantic.",
    "functools.",
)
"""What is done by them lasts no longer than their result."""
READS: Final = frozenset(
    {"get", "items", "keys", "values", "strip", "lower", "upper", "copy", "split", "join", "format", "encode", "decode"}
    | {"startswith", "endswith", "replace", "isoformat", "strftime", "total_seconds", "count", "index", "find"}
)
"""Methods that only look."""
WARN: Final = "warnings.warn"
"""What a caller gets to know, and can make an error of; a log is for somebody else."""
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
QUIET: Final = LOGGERS | READS
"""Methods that change nothing."""
WRITES: Final = frozenset({"write", "writelines", "write_text", "write_bytes", "writerow", "writerows", "dump"})
"""Methods and functions that put something into a file."""
LASTING: Final = frozenset({"uuid3", "uuid5", "UUID"})
"""What gives the same for the same arguments, though its name says otherwise."""
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


WIRE: Final = "__wire__"
"""The attribute under which a request on its way through a transport of the project's own has what sends it."""
SENDING: Final = frozenset({"handle_request", "handle_async_request", "send"})


CREDENTIALS: Final = frozenset({"mint", "issue", "sign", "renew"})
"""Words in the names of calls that make a credential."""
TOKENS: Final = frozenset({"token", "tokens", "jwt", "bearer"})
"""Words in the names of calls that give one; another one where it is asked for after a refusal only."""


class Outside(Attributes, StandingIn):
    """Part of the interpreter."""

    def call_outside(self, name: str, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any) -> Found:
        """A call of an outside name: a model answers, else the result is kept structurally."""
        if name.endswith(".__init__") and args and isinstance(args[0], Ref):
            obj = self.obj(st, args[0])  # `Exception.__init__(self, text)`, as before there was `super()`
            if isinstance(obj, Inst) and isinstance(obj.cls, Cls):
                return self.call_method(Super(obj.cls.info, args[0]), "__init__", args[1:], kwargs, st, cx, site)
        model = self.library.model(name)
        if model is not None:
            for n, arg in enumerate(args):
                if isinstance(arg, Split) and any(isinstance(p, (Ref, Made, Tup)) for _, p in parts(arg, st.mask)):
                    # Models look at one object; which one it is depends on the point.
                    found: Found = []
                    for s, one in self.by_part(st, arg):
                        found.extend(self.call_outside(name, [*args[:n], one, *args[n + 1 :]], kwargs, s, cx, site))
                    return found
            result: Found = model(self, st, args, kwargs, site, name)
            return result
        if is_exception_name(name):
            attrs = dict(kwargs)
            return [(st, self.alloc(st, Inst(Ext(name), attrs, tuple(args))))]
        return self.call_unknown(Ext(name), args, kwargs, st, site)

    def call_made(self, func: Made, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any) -> Found:
        """Calling what an outside call gave: a decorator of a library, most often."""
        model = self.library.made(func)
        if model is not None:
            result: Found = model(self, st, func, args, kwargs, site)
            return result
        if func.name == "generator":
            return [(st, func)]
        if len(args) == 1 and not kwargs and isinstance(args[0], (Func, Cls, Wrapped)):
            return [(st, args[0])]
        return self.call_unknown(func, args, kwargs, st, site)

    def call_method(
        self, recv: Value, name: str, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any
    ) -> Found:
        """A method of a value that is no project object."""
        return self.library.method(self, recv, name, args, kwargs, st, cx, site)

    def call_wrapped(self, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """A function inside a layer that a model implements."""
        result: Found = self.library.layer(func.kind)(self, func, args, kwargs, st, site)
        return result

    def is_layer(self, func: Value) -> bool:
        """Whether an outside decorator is one that a model implements."""
        return isinstance(func, Made) and self.library.made(func) is not None

    def is_instance(self, st: State, value: Value, types: Value) -> bool | None:
        """isinstance where it can be told."""
        return self.library.is_instance(self, st, value, types)

    def loop_driver(self, source: Value) -> Any:
        """The model that runs a for loop over a made value, or None."""
        return self.library.driver(source.name) if isinstance(source, Made) else None

    def call_unknown(self, func: Value, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """A call that can't be followed: its result is unknown, its name may tell of a sleep, a log, a remedy."""
        name = self.name_of(func)
        last = name.rsplit(".", 1)[-1]
        values = [*args, *(v for _, v in kwargs)]
        if last in SENDING and args and (wire := self.wire(st, args[0])) is not None:
            return self.call(wire, [], [], st, None, site)
        guessed = self.guess(func, last, args, kwargs, st, site)
        if guessed is None:
            guessed = self.stand_in(func, last, st, site)
        if guessed is not None:
            return guessed
        if last in ("sleep", "_sleep", "delay_for", "pause") and args:
            return self.slept(st, args[0], site)
        if st.sent and not isinstance(func, Ext) and not kwargs and len(args) == 1 and _is_number(args[0]):
            st.wait(None)  # what was handed in and is given a number of seconds may be somebody's `sleep`
        self.remedy(st, name, NONE if site in self.early else func)
        if (
            st.sent
            and (name == WARN or (last not in QUIET and not is_logger(name)))
            and (not name.startswith(PURE) or last in WRITES)
            and not last.startswith("__")
        ):
            self.effect(st, site, name, tuple(values), key_of(func))
        if not self.library.left_for_later(self, func, last, args, kwargs, st, site) and any(
            isinstance(v, (Func, Lam, Wrapped)) or (isinstance(v, Partial) and isinstance(v.func, (Func, Lam, Wrapped)))
            for v in values
        ):
            self.facts.unresolved.setdefault(site, f"what {name or 'this call'} does with the function it is given")
        if name.startswith("re.") or last in ("search", "match", "fullmatch", "findall"):
            for value in values:
                self.note_text(value, st, site)
        takes = last == "get" and not values  # of a queue; a mapping needs a key
        serial = self.fresh(site) if takes or self.changes(last, st, site) else 0
        taint = any(tainted(v) or field_of(v) in FIELDS for v in values) or tainted(func)
        if isinstance(func, Ext):
            return [(st, Made(func.name, tuple(args), tuple(kwargs), serial, taint))]
        # What somebody else's object says of one that holds the reply depends on the reply.
        taint = taint or (bool(st.sent) and any(isinstance(v, Ref) and self.carries(st, v) for v in values))
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

    def wire(self, st: State, request: Value) -> Value | None:
        """What sends a request that is on its way through a transport of the project's own."""
        obj = self.obj(st, request) if isinstance(request, Ref) else None
        return obj.attrs.get(WIRE) if isinstance(obj, Inst) else None

    def changes(self, name: str, st: State, site: Any) -> bool:
        """Whether each call of a name gives something else; a credential that is made again is a new one."""
        lowered = name.lower()
        if name in LASTING:
            return False
        if name in FRESH or any(w in lowered for w in ("uuid", "random", "token_hex")):
            return True
        words = frozenset(re.split(r"[._]+", lowered))
        return bool(st.sent) and bool(words & CREDENTIALS or (words & TOKENS and site not in self.early))

    def guess(self, func: Value, last: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
        """What a call on an unknown object must be: an HTTP client's verb, a task decorator, the one project method of
        that name."""
        if not (isinstance(func, Unk) and isinstance(func.key, tuple) and func.key and func.key[0] == "attr"):
            return None
        recv = Unk(func.key[1])
        # A project class with a method of that name may be what stands behind the unknown object.
        own = last in self.binder.methods
        found = None if own else self.library.guess(self, recv, last, args, kwargs, st, site)
        if found is None:
            found = self.library.decorator(self, last, args, kwargs, st, site)
        if (
            found is None
            and (owner := self.binder.only_method(self, last)) is not None
            and last not in {n.name for n in self.stack}
        ):
            place = (func.key[1], owner[1].name)
            known = self.recognised.get(place)
            for instance in [known] if known and known.id in st.heap else self.binder.instance(self, owner, st):
                if isinstance(instance, Ref):
                    self.recognised[place] = instance  # whoever is asked for it again gives the same one
                self.recognise(st, func.key[1], instance)
                bound = self.attr(instance, last, st, None, site)
                return [
                    r
                    for s, m in bound
                    for r in ([(s, m)] if isinstance(m, Thrown) else self.call(m, args, kwargs, s, None, site))
                ]
        return found

    def recognise(self, st: State, key: Any, instance: Value) -> None:
        """Put the object that an unknown one must be in its place, so that what a method leaves in it is there."""
        if not isinstance(instance, Ref):
            return
        self.guessed.add(instance.id)
        for frame, variables in list(st.frames.items()):
            for name in [n for n, v in variables.items() if isinstance(v, Unk) and v.key == key]:
                st.set(frame, name, instance)
        for holder, obj in list(st.heap.items()):
            if isinstance(obj, Inst):
                for name in [n for n, v in obj.attrs.items() if isinstance(v, Unk) and v.key == key]:
                    self.set_attr(st, Ref(holder), name, instance, None)

    def name_of(self, func: Value) -> str:
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


def writes(name: str) -> bool:
    """Whether what is called puts something into a file."""
    return name.rsplit(".", 1)[-1] in WRITES


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


def _is_number(value: Value) -> bool:
    return isinstance(value, Const) and type(value.v) in (int, float) and value.field is None
