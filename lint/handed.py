"""Functions that are handed a response or an exception of the provider's by code that nobody sees: hooks, handlers of a
framework. Annotations say so.

What such a function compares is looked at; what becomes of the reply isn't its alone to say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from . import ir
from .flow.classes import ClassInfo
from .flow.interp import Cx, Interp
from .flow.standing_in import Producer
from .flow.state import Inst, Site, State
from .flow.values import Cls, Const, Ext, Func, Made, Ref, ReplyVal, Thrown, Value
from .models.delivery import deliver
from .models.request import Request
from .roots import Root, innermost

RESPONSES: Final = {
    "requests.Response": "requests",
    "requests.models.Response": "requests",
    "httpx.Response": "httpx",
    "aiohttp.ClientResponse": "aiohttp",
    "urllib3.HTTPResponse": "urllib3",
    "urllib3.response.HTTPResponse": "urllib3",
    "urllib3.BaseHTTPResponse": "urllib3",
}
"""Classes of responses, and whose they are."""

SELF: Final = -1
"""The number of the object that a method is of."""
Handed = Callable[[State, Site], list[tuple[State, Value]]]
"""What comes in, point by point."""


def handed(it: Interp, root: Root) -> dict[int, Handed]:
    """What a function is handed, by the number of its argument (`self` not counted); a method of an exception, which
    the project doesn't call, is asked by who catches it (`SELF`). Only where its file is bound on
    purpose: one that merely names the provider may be handed another's responses."""
    if it.binder.client(root.path) is None and not it.modules[root.path].provider:
        return {}
    kind = root.value.name if isinstance(root.value, Made) else ""
    own = it.producers.get(id(root.owner)) if root.owner is not None else None
    if own is not None and root.owner is not None and kind not in ("staticmethod", "classmethod"):
        return {SELF: _exception(it, own, root.owner)}
    func = innermost(root.value)
    if func is None:
        return {}
    params = [p for p in root.node.params if p.kind == "pos"]
    params = params[1:] if root.owner is not None else params
    found = ((n, _of(it, func, p.annotation)) for n, p in enumerate(params) if p.annotation is not None)
    return {n: comes for n, comes in found if comes is not None}


def _of(it: Interp, func: Func, annotation: ir.Expr) -> Handed | None:
    if not isinstance(annotation, (ir.Name, ir.Attr)):
        return None
    ends = it.ev(annotation, State(1), Cx(func.module, it.module_frame(func.module)))
    kind = ends[0][1] if ends else None
    if isinstance(kind, Ext) and kind.name in RESPONSES:
        return _response(it, func, RESPONSES[kind.name])
    if isinstance(kind, Cls) and kind.info.is_exception() and id(kind.info) in it.producers:
        return _exception(it, it.producers[id(kind.info)], kind.info)
    return None


def _response(it: Interp, func: Func, library: str) -> Handed | None:
    client = it.binder.client(func.module)
    domain = it.binder.of(client.provider if client else it.modules[func.module].provider, client and client.surface)
    if domain is None:
        return None

    def comes(st: State, site: Site) -> list[tuple[State, Value]]:
        it.budget = it.most
        request = Request(None, Const("handed"), lib=library)
        found = deliver(it, st, request, (None, ("handed", site), None), domain, site)
        return [(s, v) for s, v in found if isinstance(v, ReplyVal) and not it.replies[v.reply].ok]

    return comes


def _exception(it: Interp, producer: Producer, info: ClassInfo) -> Handed:
    def comes(st: State, site: Site) -> list[tuple[State, Value]]:
        thrown = [(s, v.exc) for s, v in producer(st, site) or [] if isinstance(v, Thrown)]
        found = [(s, exc, it.obj(s, exc)) for s, exc in thrown if isinstance(exc, Ref)]
        return [(s, exc) for s, exc, obj in found if isinstance(obj, Inst) and _is(obj.cls, info)]

    return comes


def _is(cls: Value, info: ClassInfo) -> bool:
    """Whether a class is another one or below it."""
    return isinstance(cls, Cls) and any(base is info for base in cls.info.mro())
