"""What a call does to the world: effects done for good, remedies between attempts, sleeps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from .core import Found
from .noting import Noting
from .state import DictObj, Effect, Inst, ListObj, Sent, State
from .values import (
    NONE,
    Cls,
    Const,
    JsonVal,
    Made,
    RawVal,
    Ref,
    ReplyVal,
    Split,
    Tup,
    Unk,
    Value,
    key_of,
    parts,
)

REMEDY: Final = re.compile(
    r"refresh(?!_from_db)|renew|login|log_in(?![a-z])|sign_?in(?!g)|reauth|authenticate|relink|reconnect|rotate|new_token"
    r"|invalidate|ask_|prompt|(?<!in)correct|repair|fix_|renova|renueva|refresca|autentica|reconecta|revincula"
    r"|novo_token|nuevo_token|inicia_ses|iniciar_ses|corrig"
)
"""Words of names that say that what made a request fail is changed; a signing key or a `log_info` are none."""
QUESTION: Final = re.compile(
    r"_*(?:is|are|was|has|have|can|could|should|must|may|needs?|wants?|requires?|allows?"
    r"|es|tem|tiene|pode|puede|deve|debe|precisa|necesita|exige)_"
)
"""How a name begins that asks something (`is_login`, `needs_relink`), and changes nothing."""
LOGS: Final = frozenset(
    {
        "log",
        "logger",
        "logging",
        "_log",
        "is_logger",
        "metrics",
        "statsd",
        "sentry_sdk",
        "warnings",
        "structlog",
        "registro",
        "registrador",
        "print",
        "tracer",
        "span",
        "counter",
        "stats",
    }
)
"""Parts of names of what only tells somebody."""
TELLING: Final = frozenset({"code", "status", "advice", "code-text", "status-text"})
"""Fields of a reply that tell its case, or something of it."""
OF_STATUS: Final = frozenset({"status", "status-text"})
"""Those of the HTTP status alone, which several cases may share."""
TELLING_ATTRS: Final = frozenset({"__reply__", "__cause__", "__notes__"})
"""Attributes that Python gives an exception, or that stand for what an outside one holds, which its holder can read."""


class Effects(Noting):
    """Part of the interpreter."""

    def effect(self, st: State, site: Any, name: str, values: tuple[Value, ...], owner: Any = None) -> None:
        """Remember something done for good after the reply. owner: the identity of what was called."""
        if st.sent:
            carries = any(self.carries(st, v) for v in values)
            st.effects = (*st.effects[-20:], Effect(site, name, carries, values, owner))

    def carries(
        self, st: State, value: Value, depth: int = 0, bodies: bool = True, fields: frozenset[str] = TELLING
    ) -> bool:
        """Whether a value lets its holder learn which case it was: it holds a code, a status, a body or a response.
        bodies: whether those of a reply as it came count. fields: which fields of a reply do."""
        if depth > 8:
            return False
        match value:
            case ReplyVal() | JsonVal() | RawVal():
                return bodies
            case Const(_, field) | Unk(_, _, field):
                return field in fields
            case Split():
                pieces = parts(value, st.mask)
                if "code" in fields and any(self.names_code(st, p, mask) for mask, p in pieces):
                    return True
                return any(self.carries(st, p, depth + 1, bodies, fields) for _, p in pieces)
            case Tup(items):
                return any(self.carries(st, i, depth + 1, bodies, fields) for i in items)
            case Made(_, args, kwargs):
                return any(self.carries(st, a, depth + 1, bodies, fields) for a in (*args, *(v for _, v in kwargs)))
            case Ref():
                obj = self.obj(st, value)
                if "code" in fields and self.names_code(st, value, st.mask):
                    return True
                if isinstance(obj, Inst):
                    inner = [v for k, v in obj.attrs.items() if not k.startswith("__") or k in TELLING_ATTRS]
                    return any(self.carries(st, v, depth + 1, bodies, fields) for v in (*inner, *obj.args))
                if isinstance(obj, ListObj):
                    return any(self.carries(st, v, depth + 1, bodies, fields) for v in obj.items)
                if isinstance(obj, DictObj) and obj.rest is not None:
                    return self.carries(st, obj.rest, depth + 1, bodies, fields)
                if isinstance(obj, DictObj):
                    return any(self.carries(st, v, depth + 1, bodies, fields) for _, v in obj.items)
        return False

    def tells_apart(self, st: State, value: Value, depth: int = 0) -> bool:
        """Whether a value holds something that the reply's points decide: a flag that compares the code, a class that
        was chosen by it."""
        if isinstance(value, Split):
            return len(parts(value, st.mask)) > 1
        if isinstance(value, Tup):
            held: Iterable[Value] = value.items
        else:
            obj = self.obj(st, value) if isinstance(value, Ref) else None
            match obj:
                case Inst(attrs=attrs):
                    held = attrs.values()
                case ListObj(items=items):
                    held = items
                case DictObj(items=pairs):
                    held = [v for _, v in pairs]
                case _:
                    return False
        return depth < 4 and any(self.tells_apart(st, v, depth + 1) for v in held)

    def names_code(self, st: State, value: Value, mask: int) -> bool:
        """Whether a value is the member of an enum that has the code of these points, however it was chosen."""
        obj, domain = self.obj(st, value) if isinstance(value, Ref) else None, self.domain_of(st)
        if domain is None or not isinstance(obj, Inst) or not isinstance(obj.cls, Cls) or not obj.cls.info.is_enum():
            return False
        own, codes = obj.attrs.get("value"), {str(r.point.code) for r in domain.members(mask & domain.full)}
        return isinstance(own, Const) and codes == {str(own.v)}

    def remedy(self, st: State, name: str, func: Value = NONE) -> None:
        """Remember a call that changes what made the request fail: its name says so, or it is another method of the
        unknown object that the request's credentials came from."""
        if st.sent and not is_logger(name.lower()) and (names_remedy(name) or _of_giver(key_of(func), st.sent[-1])):
            st.remedies = (*st.remedies, name)

    def slept(self, st: State, seconds: Value, site: Any) -> Found:
        """A sleep that may differ from point to point."""
        found: Found = []
        for part, one in self.by_part(st, seconds):
            self.sleep(part, one, site)
            found.append((part, NONE))
        return found

    def sleep(self, st: State, seconds: Value, site: Any) -> None:
        """A sleep of so many seconds."""
        found = [self.seconds(p) for _, p in parts(seconds, st.mask)]
        st.note("sleep", site, "" if None in found else str(min(x for x in found if x is not None)))
        st.wait(None if None in found or not found else min(x for x in found if x is not None))

    def seconds(self, value: Value) -> float | None:
        """A number of seconds; None if unknown."""
        if isinstance(value, Const):
            if hasattr(value.v, "total_seconds"):
                return float(value.v.total_seconds())
            if isinstance(value.v, (int, float)):
                return float(value.v)
            try:
                return float(value.v)
            except (TypeError, ValueError):
                return None
        return None


def _of_giver(func: Any, sent: Sent) -> bool:
    """Whether something called is a method of an object of which another method gave a request's credentials."""
    if not (isinstance(func, tuple) and func[:1] == ("attr",)):
        return False
    methods = {called for called in _calls_in(sent.credentials) if called[:2] == func[:2]}
    return bool(methods) and func not in methods


@lru_cache(maxsize=256)
def _calls_in(key: Any) -> frozenset[tuple[Any, ...]]:
    """The identities of what was called for something."""
    found: set[tuple[Any, ...]] = set()
    todo = [key]
    while todo:
        one = todo.pop()
        if isinstance(one, tuple):
            if one[:1] == ("call",) and isinstance(one[1], tuple):
                found.add(one[1])
            todo.extend(one)
    return frozenset(found)


def names_remedy(name: str) -> bool:
    """Whether a name says that something is mended."""
    lowered = name.lower()
    return REMEDY.search(lowered) is not None and QUESTION.match(lowered.rpartition(".")[2]) is None


@lru_cache(maxsize=4096)
def is_logger(name: str) -> bool:
    """Whether the name of something called says that it only tells somebody."""
    head = name.lower().split(".")
    return not LOGS.isdisjoint(head[:-1] or head)
