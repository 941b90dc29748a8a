"""What a program does for each reply: as the linter has it, and as it happens at the wire."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import libcst as cst

from errpact.contracts import Reply
from errpact.contracts.settings import Client, Settings
from errpact.lint.analyse import strings
from errpact.lint.binding import Binder
from errpact.lint.flow.domain import Domain
from errpact.lint.flow.domain import Reply as Point
from errpact.lint.flow.interp import Interp
from errpact.lint.flow.state import Inst, State
from errpact.lint.flow.values import Cls, Const, Ref, Thrown, Value, narrow
from errpact.lint.lower import lower
from errpact.lint.models.library import Models
from errpact.lint.operations import Run, run_all
from errpact.pytest_plugin.actions import Action
from errpact.pytest_plugin.bodies import smallest
from errpact.pytest_plugin.drive import Setup, run
from errpact.pytest_plugin.scripts import always
from errpact.pytest_plugin.server import Server

from .one_file import ROOT, contracts

PATH: Final = "client.py"
LIMIT: Final = 40
SUCCESS: Final = {
    "flanks": {"accounts": [{"iban": "ES00"}]},
    "khipu": {"Status": "OK", "Error": None, "Data": {}},
    "synapse": {"error_code": "0", "http_code": "200", "success": True},
    "klavi": {"data": {"accounts": []}},
}


@dataclass(frozen=True)
class Fate:
    """What becomes of one reply that always comes. gaps: seconds between requests, None for an unknown one. how:
    `returns`, `raises` or `endless`. what: the exception's class, or a constant that is returned, else empty."""

    requests: int
    gaps: tuple[float | None, ...]
    how: str
    what: str = ""

    def says(self, real: Fate) -> bool:
        """Whether this claim is true of what really happened: gaps are lower bounds."""
        if self.how != real.how:
            return False
        if self.how == "endless":
            return all(g is None or r > g - 0.05 for g, r in zip(self.gaps, real.gaps, strict=False))
        return (
            self.requests == real.requests
            and (not self.what or self.what == real.what)
            and all(g is None or r is None or r > g - 0.05 for g, r in zip(self.gaps, real.gaps, strict=True))
        )


@dataclass(frozen=True)
class Claims:
    """The linter's outcomes of `fetch`, reply by reply. complete: it followed everything."""

    domain: Domain
    fates: tuple[tuple[tuple[bool, Fate], ...], ...]
    complete: bool


def claimed(sources: Mapping[str, str], provider: str) -> Claims:
    """What the linter says of the function `fetch`."""
    modules = {path: lower(cst.parse_module(source)) for path, source in sources.items()}
    settings = Settings(root=ROOT, clients=(Client(provider, ("**",)),))
    literals = {text for module in modules.values() for text in strings(module, [contracts()[provider]])}
    files = {path: source.encode() for path, source in sources.items()}
    binder = Binder(modules, files, settings, contracts(), "integer", literals)
    interp = Interp(modules, binder, Models())
    fetch = next(r for r in run_all(interp) if r.root.name == "fetch")
    domain = binder.of(provider)
    assert domain is not None
    fates = tuple(tuple(_fates(interp, fetch, domain, 1 << n)) for n in range(len(domain.replies)))
    return Claims(domain, fates, fetch.complete)


def _fates(interp: Interp, fetch: Run, domain: Domain, bit: int) -> Iterator[tuple[bool, Fate]]:
    seen: dict[Fate, bool] = {}
    for state, value in fetch.ends:
        if state.target is not None and state.mask & bit:
            how = "raises" if isinstance(value, Thrown) else "returns"
            fate = Fate(len(state.sent), _gaps(state), how, _what(interp, state, value, bit))
            seen[fate] = seen.get(fate, False) or state.certain
    for state, _ in fetch.endless:
        if state.target is not None and state.mask & bit:
            fate = Fate(len(state.sent), _gaps(state), "endless")
            seen[fate] = seen.get(fate, False) or state.certain
    for fate, certain in seen.items():
        yield certain, fate


def _gaps(state: State) -> tuple[float | None, ...]:
    return tuple(None if b.unsure else round(b.clock - a.clock, 3) for a, b in pairwise(state.sent))


def _what(interp: Interp, state: State, value: Value, bit: int) -> str:
    if isinstance(value, Thrown):
        exc = narrow(value.exc, bit)
        obj = interp.obj(state, exc) if isinstance(exc, Ref) else None
        if not isinstance(obj, Inst):
            return ""
        return obj.cls.info.name if isinstance(obj.cls, Cls) else str(getattr(obj.cls, "name", "")).rpartition(".")[2]
    one = narrow(value, bit)
    return repr(one.v) if isinstance(one, Const) else ""


@contextmanager
def loaded(sources: Mapping[str, str]) -> Iterator[Any]:
    """The program's modules, imported in this order (PATH is the last); the virtual clock finds them there."""
    names = [path.removesuffix(".py") for path in sources]
    try:
        for name, (path, source) in zip(names, sources.items(), strict=True):
            module = sys.modules[name] = types.ModuleType(name)
            exec(compile(source, path, "exec"), module.__dict__)  # noqa: S102 - that is what this test is about
        yield module
    finally:
        for name in names:
            sys.modules.pop(name, None)


def happened(module: Any, server: Server, reply: Point, provider: str) -> Fate:
    """What the program does when it always gets this reply."""
    setup = Setup(server, module.fetch, timeout=60, limit=LIMIT)  # a busy machine is no hang
    exchange = run(setup, always(Action(wire(reply, provider))))
    times = [hit.at for hit in exchange.hits]
    gaps = tuple(round(b - a, 3) for a, b in pairwise(times))
    if exchange.runaway:
        return Fate(len(times), gaps, "endless")
    error, value = exchange.outcome.error, exchange.outcome.value
    if exchange.outcome.how == "raised":
        return Fate(len(times), gaps, "raises", type(error).__name__)
    constant = value is None or isinstance(value, (str, int, float))
    return Fate(len(times), gaps, "returns", repr(value) if constant else "")


def wire(reply: Point, provider: str) -> Reply:
    """The reply as it is sent; a success has what a client looks for."""
    if reply.root is None:
        return Reply(reply.point.status, b"<html><body>Bad Gateway</body></html>", {"content-type": "text/html"})
    body = smallest(reply.point)
    if reply.point.label.endswith(":200/ok") or str(reply.point.kind) == "success":
        body = {**body, **SUCCESS[provider]}
    return Reply(reply.point.status, body)
