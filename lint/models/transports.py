"""A transport of the project's own between a client and the wire: a class with httpx's `handle_request`, an adapter of
requests with its own `send`. It may send the request that it is given more than once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

from ..flow.attributes import UNREAD
from ..flow.core import Args, Found, Kwargs
from ..flow.outside import WIRE
from ..flow.state import DictObj, Inst, State
from ..flow.values import NONE, Cls, Const, Ext, Func, Made, Native, Ref, ReplyVal, Value
from .client_retry import again, retry_policy
from .delivery import received, send_once
from .reply_methods import unread
from .request import Request, mounted, session_value, url_text

SENDS: Final = {"httpx": ("handle_request", "handle_async_request"), "requests": ("send",)}


def through_own(it: Any, st: State, request: Request, key: Any, domain: Any, site: Any) -> Found | None:
    """What the transport of a request's client gives for it; None where that is none of the project's own."""
    method = _own_method(it, st, request)
    if method is None:
        return None
    underway, prepared = on_its_way(
        it, st, request, lambda sent: Native("wire", partial(on_the_wire, sent, key, domain))
    )
    found = received(it, it.call(method, [prepared], [], st, None, site), underway, site)
    forget_unread(found)
    return found


def on_its_way(
    it: Any, st: State, request: Request, wire: Callable[[Request], Value] | None = None
) -> tuple[Request, Ref]:
    """A request as the project's own code gets it from its client, and the object that it gets. wire: what sends it."""
    headers = request.headers
    if not isinstance(headers, Ref):
        headers = it.alloc(st, DictObj(((Const("headers"), headers),) if headers != NONE else ()))
    underway = replace(request, headers=headers)
    known = Const(request.method) if request.method is not None else NONE
    url = Made("httpx.URL", (request.url,)) if request.lib == "httpx" else request.url
    attrs: dict[str, Value] = {"method": known, "url": url, "headers": headers}
    if wire is not None:
        attrs[WIRE] = wire(underway)
    prepared: Ref = it.alloc(st, Inst(Ext(f"{request.lib}.Request"), attrs))
    return underway, prepared


def forget_unread(found: Found) -> None:
    """What a client hands over has been read."""
    for s, _ in found:
        s.assumed = {k: v for k, v in s.assumed.items() if not isinstance(k, tuple) or k[:1] != (UNREAD,)}


def _own_method(it: Any, st: State, request: Request) -> Value | None:
    """The method of the project's own by which a request's client sends it, bound to its transport."""
    transport = mounted(it, st, request) if request.lib == "requests" else _transport(it, st, request)
    obj = it.obj(st, transport) if isinstance(transport, Ref) else None
    if not isinstance(obj, Inst) or not isinstance(obj.cls, Cls):
        return None
    for name in SENDS.get(request.lib, ()):
        own = obj.cls.info.lookup(name)
        if own is not None and isinstance(own[0], Func):
            bound: Value = it.bind(own[0], transport, own[1])
            return bound
    return None


def _transport(it: Any, st: State, request: Request) -> Value | None:
    """httpx's `transport=`, or what is mounted for the URL."""
    mounts = session_value(it, st, request.session, ("mounts",))
    obj = it.obj(st, mounts) if isinstance(mounts, Ref) else None
    text = url_text(request.url)
    for prefix, value in obj.items if isinstance(obj, DictObj) else ():
        if isinstance(prefix, Const) and (prefix.v == "all://" or text.startswith(str(prefix.v))):
            found: Value = value
            return found
    return session_value(it, st, request.session, ("transport",))


def on_the_wire(
    request: Request, key: Any, domain: Any, it: Any, st: State, args: Args, kwargs: Kwargs, site: Any
) -> Found:
    """What the transport below gives: one request, or as many as its own Retry asks for."""
    policy = retry_policy(it, st, request, site)
    found = (
        send_once(it, st, request, key, domain, site)
        if policy is None
        else again(it, st, request, key, domain, site, policy)
    )
    for s, reply in found if request.lib == "httpx" else ():
        if isinstance(reply, ReplyVal):
            unread(s, reply.reply)
    return found
