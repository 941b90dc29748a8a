"""What the configuration says by name: functions that give a reply's body, exceptions that carry a reply, functions
that are given one, and calls that mend what made a request fail."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from ...contracts.settings import Client
from .. import ir
from ..flow.core import Args, Found, Kwargs, Several
from ..flow.domain import Domain, Place
from ..flow.state import Inst, Site, State
from ..flow.values import (
    ABSENT,
    NONE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Method,
    ReplyVal,
    Thrown,
    Tup,
    Unk,
    Value,
    Wrapped,
    key_of,
    split,
)
from .delivery import deliver
from .request import Request
from .stdlib import frozen

FIELDS: Final = {
    "message": re.compile(r"mess?ag|desc|text|detail|reason|motivo"),
    "status": re.compile(r"status|http"),
    "advice": re.compile(r"advi|retry|type|tipo"),
    "code": re.compile(r"co[dó]"),
}
"""What an attribute of an exception holds, by its name; the first that fits."""
BODY: Final = re.compile(r"body|json|data|payload|corpo|cuerpo|datos|dados")


class Configured:
    """The names of all clients. Qualified names are those by which code outside imports them, or where they are
    defined."""

    def __init__(self, it: Any) -> None:
        self._it = it
        clients: tuple[Client, ...] = it.binder.settings.clients
        self.functions = {name: c for c in clients for name in c.functions}
        self.exceptions = {name: c for c in clients for name in c.exceptions}
        self.webhooks = {name: c for c in clients for name in c.webhooks}
        self.remedies = {name: c for c in clients for name in c.remedies}

    def domain(self, client: Client) -> Domain | None:
        """The points of a client's provider."""
        found: Domain | None = self._it.binder.of(client.provider, client.surface)
        return found

    def name(self, value: Value, names: Mapping[str, Client]) -> str | None:
        """Which of some names a value bears."""
        if not names:
            return None
        while isinstance(value, Wrapped):
            value = value.func
        match value:
            case Func() | Cls():
                own = self._defined.get(_node(value), frozenset())
                return next((n for n in names if n in own), None)
            case Ext() | Method():
                said = self._it.name_of(value)
                return said if said in names else None
        return None

    @cached_property
    def _defined(self) -> dict[int, frozenset[str]]:
        """The configured names of the project's own functions and classes, by their node's identity."""
        found: dict[int, frozenset[str]] = {}
        for name in {**self.functions, **self.exceptions, **self.webhooks, **self.remedies}:
            value = self.own(name)
            if value is not None:
                node = _node(value)
                found[node] = found.get(node, frozenset()) | {name}
        return found

    def own(self, name: str) -> Value | None:
        """The project's own function or class of a name."""
        words = name.split(".")
        for count in range(len(words) - 1, 0, -1):
            path = self._it.resolver.absolute("", ".".join(words[:count]))
            value = self._it.member_of(path, words[count]) if path else None
            for word in words[count + 1 :]:
                held = value.info.lookup(word) if isinstance(value, Cls) else None
                value = held[0] if held else None
            while isinstance(value, Wrapped):
                value = value.func
            if isinstance(value, (Func, Cls)):
                return value
        return None


def _node(value: Value) -> int:
    """The identity of what defines a function or a class."""
    return id(value.node if isinstance(value, Func) else value.info.node if isinstance(value, Cls) else None)


def of(it: Any) -> Configured:
    """The names, resolved once for an interpreter."""
    if it.names is None:
        it.names = Configured(it)
    found: Configured = it.names
    return found


def call(it: Any, func: Value, args: Args, kwargs: Kwargs, st: State, site: Site) -> Found | None:
    """A call of a configured function: a reply's body comes back. None for any other."""
    names = of(it)
    name = names.name(func, names.functions)
    domain = None if name is None else names.domain(names.functions[name])
    if name is None or domain is None:
        return None
    given = Tup(tuple(frozen(it, st, v) for v in (*args, *(v for _, v in kwargs))))
    return [
        (body, JsonVal(value.reply)) if isinstance(value, ReplyVal) else (s, value)
        for s, value in _asked(it, name, given, st, domain, site)
        if (body := _with_body(it, s, value, domain)) is not None
    ]


def _asked(it: Any, name: str, given: Value, st: State, domain: Domain, site: Site) -> Found:
    if it.alone:
        raise Several
    it.facts.requests.add(site)
    it.budget = it.most
    request = Request(None, Const(name), given, lib="configured")
    return deliver(it, st, request, (None, ("const", "str", name), key_of(given)), domain, site)


def _with_body(it: Any, st: State, value: Value, domain: Domain) -> State | None:
    """The points whose reply has a body: others can't come from a function that gives bodies."""
    if not isinstance(value, ReplyVal) or it.replies[value.reply].ok:
        return st
    good = st.mask & domain.with_body
    return None if not good else st if good == st.mask else st.fork(good)


def told(it: Any, name: str, site: Site, st: State) -> list[tuple[State, JsonVal]]:
    """A configured function is given a reply's body."""
    names = of(it)
    domain = names.domain(names.webhooks[name])
    found: list[tuple[State, JsonVal]] = []
    for s, value in [] if domain is None else _asked(it, name, NONE, st, domain, site):
        if domain is None or not isinstance(value, ReplyVal) or it.replies[value.reply].ok:
            continue
        body = _with_body(it, s, value, domain)
        if body is not None and body.trail is not None:
            body.trail = replace(body.trail, event=replace(body.trail.event, text="a reply's body comes in"))
            found.append((body, JsonVal(value.reply)))
    return found


def producer(it: Any, name: str) -> Callable[[State, Site], Found]:
    """What a call does around which a configured exception is expected: it succeeds, or raises that for an error."""
    names = of(it)
    domain = names.domain(names.exceptions[name])
    kind = names.own(name) or Ext(name)

    def produce(st: State, site: Site) -> Found:
        if domain is None:
            return []
        found: Found = []
        for s, value in _asked(it, name, Const(site), st, domain, site):
            if not isinstance(value, ReplyVal):
                found.append((s, value))
                continue
            errors = 0 if it.replies[value.reply].ok else s.mask & (domain.errors | domain.unknown_code)
            done = s.mask if it.replies[value.reply].ok else s.mask & domain.success
            if done:
                found.append((s.fork(done), Unk(("configured", name, site), taint=True)))
            if errors:
                state = s.fork(errors)
                exc = it.alloc(state, Inst(kind, _attributes(it, state, value, domain)))
                state.note("raise", site, name.rpartition(".")[2])
                found.append((state, Thrown(exc)))
        return found

    return produce


def _attributes(it: Any, st: State, reply: ReplyVal, domain: Domain) -> dict[str, Value]:
    """What an exception that carries a reply has under the names that the project uses."""
    pointers: dict[str, str] = {}
    for envelope in domain.contract.envelopes:
        for item in envelope.properties:
            if item.field is not None:
                pointers.setdefault(item.field, item.pointer)
    attributes: dict[str, Value] = {"__reply__": reply}
    for name in {a.attr for module in it.modules.values() for a in module.nodes(ir.Attr)}:
        field = next((f for f, pattern in FIELDS.items() if pattern.search(name.lower())), None)
        if field == "status":
            attributes[name] = it.status_of(reply, st)
        elif field in pointers:
            attributes[name] = _at(it, st, reply, pointers[field], domain)
        elif BODY.search(name.lower()):
            attributes[name] = JsonVal(reply.reply)
    return attributes


def _at(it: Any, st: State, reply: ReplyVal, pointer: str, domain: Domain) -> Value:
    key = it.replies[reply.reply].key
    held = domain.at(pointer, st.mask, key)
    inner = JsonVal(reply.reply, pointer)
    return split((m, inner if isinstance(v, Place) else NONE if v is ABSENT else v) for m, v in held)
