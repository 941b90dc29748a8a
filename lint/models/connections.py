"""http.client: a connection is told to send a request, and asked for the response afterwards."""

from __future__ import annotations

from typing import Any, Final

from .. import ir
from ..flow import ops
from ..flow.core import Args, Found, Kwargs
from ..flow.state import Inst, State
from ..flow.values import NONE, Const, Ext, Ref, Unk, Value
from .request import Request
from .table import model

CONNECTIONS: Final = {"http.client.HTTPConnection": "http://", "http.client.HTTPSConnection": "https://"}


@model(*CONNECTIONS)
def connection(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`HTTPSConnection(host)`."""
    host: Value = args[0] if args else dict(kwargs).get("host", Unk(("host", site)))
    base = ops.binary("+", Const(CONNECTIONS[name]), host)
    return [(st, it.alloc(st, Inst(Ext(name), {"base_url": base})))]


def unknown_connection(it: Any, st: State, recv: Value, site: Any) -> Ref | None:
    """The connection that an unknown object with a `request` method is, where its file asks for responses apart; it is
    in the unknown one's place from now on."""
    module = it.modules.get(site[0])
    if not isinstance(recv, Unk) or module is None or all(a.attr != "getresponse" for a in module.nodes(ir.Attr)):
        return None
    made: Ref = it.alloc(st, Inst(Ext("http.client.HTTPSConnection"), {"base_url": Unk(("host", recv.key))}))
    it.recognise(st, recv.key, made)
    return made


def keep_request(it: Any, ref: Ref, args: Args, kwargs: Kwargs, st: State) -> Value:
    """`connection.request(…)`, which gives nothing."""
    obj: Inst = it.obj(st, ref)
    named = dict(zip(("method", "url", "body", "headers"), args, strict=False)) | dict(kwargs)
    st.heap[ref.id] = Inst(obj.cls, {**obj.attrs, **{f"__{key}__": value for key, value in named.items()}})
    return NONE


def connection_method(it: Any, ref: Ref, name: str, args: Args, kwargs: Kwargs, st: State) -> Found | Request | None:
    """`request` only keeps what is to be sent; `getresponse` gives the request that is sent now."""
    obj: Inst = it.obj(st, ref)
    if name == "request":
        return [(st, keep_request(it, ref, args, kwargs, st))]
    if name == "getresponse":
        method = obj.attrs.get("__method__", NONE)
        return Request(
            method.v.upper() if isinstance(method, Const) and isinstance(method.v, str) else None,
            obj.attrs.get("__url__", NONE),
            obj.attrs.get("__body__", NONE),
            obj.attrs.get("__headers__", NONE),
            lib="http.client",
            session=ref,
        )
    return [(st, NONE)] if name in ("connect", "close", "set_tunnel", "set_debuglevel") else None
