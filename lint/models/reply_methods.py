"""Methods of a reply, its body and its raw text: `.json()`, `.raise_for_status()`, `.get(…)`."""

from __future__ import annotations

from typing import Any

from ..flow import ops
from ..flow.attributes import UNREAD
from ..flow.core import Found
from ..flow.state import Inst, State
from ..flow.values import (
    NONE,
    Const,
    Ext,
    JsonVal,
    RawVal,
    ReplyVal,
    Thrown,
    Unk,
    Value,
    key_of,
    parts,
)


def mapping_method(it: Any, body: JsonVal, name: str, args: list[Value], st: State, site: Any) -> Found:
    if name in ("get", "pop") and args:
        default = args[1] if len(args) > 1 else (NONE if name == "get" else None)
        found: Found = it.item(st, body, args[0], site, default)
        return found
    if name in ("copy", "json", "dict", "as_dict", "model_dump"):
        return [(st, body)]
    if name in ("keys", "values", "items"):
        return [(st, Unk((name, key_of(body)), "list", taint=True))]
    if name in ("update", "setdefault", "clear"):
        return [(st, NONE)]
    if name in ("startswith", "lower", "upper", "strip", "append", "split"):
        return [(st, it.throw(st, "builtins.AttributeError", site))]
    return [(st, ops.unknown(f".{name}", body, *args))]


def reply_method(it: Any, reply: ReplyVal, name: str, args: list[Value], st: State, site: Any) -> Found:
    """A method of a response."""
    info = it.replies[reply.reply]
    if name == "json" and st.assumed.get((UNREAD, reply.reply)):
        return [(st, it.throw(st, "httpx.ResponseNotRead", site))]
    if name == "json":
        return read_json(it, reply.reply, st, site)
    if name == "raise_for_status":
        return raise_for_status(it, reply, st, site)
    if name == "getcode":
        return [(st, it.status_of(reply, st))]
    if name in ("get", "getheader", "header", "info", "headers"):
        return [(st, Unk(("header", info.key, *(key_of(a) for a in args)), "str", "header", True))]
    if name in ("iter_lines", "aiter_lines", "iter_bytes", "stream"):
        return [(st, Unk((name, info.key), taint=True))]
    if name in ("close", "aclose", "release", "release_conn", "drain_conn", "__enter__", "__aenter__"):
        return [(st, reply if name.startswith("__") else NONE)]
    return [(st, Unk((name, info.key, *(key_of(a) for a in args)), taint=True))]


def unread(st: State, number: int) -> None:
    """Note that httpx has not read a response yet, as where a hook or a transport looks at it."""
    st.assumed = {**st.assumed, (UNREAD, number): True}


def read_json(it: Any, number: int, st: State, site: Any) -> Found:
    """Parse a reply's body; points without a JSON body raise."""
    info = it.replies[number]
    if info.domain is None or info.ok:
        return [(st, JsonVal(number))]
    good = info.domain.with_body & st.mask
    if good == st.mask:
        return [(st, JsonVal(number))]
    bad = st.fork(st.mask & ~good)
    found: Found = [(bad, it.throw(bad, "json.JSONDecodeError", site))]
    if good:
        found.append((st.fork(good), JsonVal(number)))
    return found


def raise_for_status(it: Any, reply: ReplyVal, st: State, site: Any, lib: str | None = None) -> Found:
    """Raise the library's error, which holds the response, for points with a status of 400 and more."""
    status = it.status_of(reply, st)
    bad = good = 0
    for mask, part in parts(status, st.mask):
        if isinstance(part, Const) and part.v >= 400:
            bad |= mask
        elif isinstance(part, Const):
            good |= mask
    if not bad and not good:
        other = st.fork()
        it.replies[reply.reply]
        return [
            (st, reply),
            (other, it.throw(other, "requests.exceptions.HTTPError", site, __reply__=reply, response=reply)),
        ]
    found: Found = []
    if good:
        kept = st.fork(good)
        if bad:
            kept.note("branch", site, "status below 400")
        found.append((kept, reply))
    if bad:
        state = st.fork(bad)
        info = it.replies[reply.reply]
        lib = lib or getattr(info, "lib", None) or "requests"
        name = {
            "httpx": "httpx.HTTPStatusError", "aiohttp": "aiohttp.ClientResponseError",
            "urllib": "urllib.error.HTTPError",
        }.get(lib, "requests.exceptions.HTTPError")  # fmt: skip
        if good:
            state.note("branch", site, "status 400 or more")
        ref = it.alloc(
            state, Inst(Ext(name), {"__reply__": reply, "response": reply} if lib != "urllib" else {"__reply__": reply})
        )
        state.note("raise", site, name.rsplit(".", 1)[-1])
        found.append((state, Thrown(ref)))
    return found


def raw_method(it: Any, raw: RawVal, name: str, args: list[Value], st: State, site: Any) -> Found:
    if name in ("decode", "strip", "encode", "read", "lower", "upper", "getvalue", "rstrip", "lstrip", "replace"):
        return [(st, raw)]
    if name in ("json",):
        return read_json(it, raw.reply, st, site)
    it.note_text(raw, st, site)
    return [(st, ops.unknown(f".{name}", raw, *args))]
