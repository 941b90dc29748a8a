"""httpx's `auth=`: a generator of the project's own that puts credentials on each request, looks at the response, and
may send the request again with others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..flow.core import Found
from ..flow.generating import is_generator
from ..flow.state import Inst, State
from ..flow.values import NONE, TRUE, Cls, Func, Ref, ReplyVal, Thrown, Value
from .reply_methods import unread
from .request import Request, session_value
from .transports import forget_unread, on_its_way

FLOWS = ("auth_flow", "sync_auth_flow", "async_auth_flow")


def through_auth(
    it: Any,
    st: State,
    request: Request,
    site: Any,
    deliver: Callable[[State, Request], Found],
    send: Callable[[State, Ref], Found],
) -> Found | None:
    """What a request's client gives whose `auth` has a flow of its own; None where it has none. deliver: the request
    itself, each time that the flow yields it; send: any other that it yields, most often for a token."""
    auth = request.auth if request.auth != NONE else session_value(it, st, request.session, ("auth",))
    obj = it.obj(st, auth) if request.lib == "httpx" and isinstance(auth, Ref) else None
    info = obj.cls.info if isinstance(obj, Inst) and isinstance(obj.cls, Cls) else None
    flows = [found for name in FLOWS if info is not None and (found := info.lookup(name)) is not None]
    if len(flows) != 1 or not isinstance(flows[0][0], Func):
        return None
    reads = info is not None and (found := info.lookup("requires_response_body")) is not None and found[0] == TRUE
    underway, prepared = on_its_way(it, st, request)
    place = it.new_frame(None)

    def hook(s: State, value: Value) -> Found:
        if value != prepared:
            return send(s, value) if isinstance(value, Ref) else [(s, NONE)]
        found = deliver(s, underway)
        for end, reply in found:
            if isinstance(reply, ReplyVal):
                end.set(place, "reply", reply)
                if not reads:
                    unread(end, reply.reply)
        return found

    done: Found = []
    for s, made in it.call(it.bind(flows[0][0], auth, flows[0][1]), [prepared], [], st, None, site):
        if not is_generator(made):
            done += [(s, made)] if isinstance(made, Thrown) else deliver(s, underway)
            continue
        for end, value in it.run_generator(made, s, hook, site):
            reply = end.get(place, "reply")
            end.frames.pop(place, None)
            done.append((end, value if isinstance(value, Thrown) else reply or NONE))
    forget_unread(done)
    return done
