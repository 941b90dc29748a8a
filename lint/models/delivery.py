"""What comes back for a request on the wire: the target's reply, a plain success, what the client raises."""

from __future__ import annotations

from typing import Any, Final

from ..flow.attributes import UNREAD
from ..flow.core import Found, Source
from ..flow.likeness import Serial
from ..flow.state import DictObj, Sent, State, notes_of
from ..flow.values import (
    TRUE,
    Const,
    Func,
    JsonVal,
    Lam,
    Ref,
    ReplyVal,
    Thrown,
    Value,
)
from .reply_methods import raise_for_status, unread
from .request import Request, credentials_of, idempotency_of, session_value, url_text

FEW: Final = 2
"""Of how many things that come one by one, and of which nothing is known, each may get an error."""


def succeed(it: Any, st: State, request: Request, key: Any, domain: Any) -> Found:
    """A request that simply succeeds; what was asked after the watched one is kept."""
    if st.target is not None:
        st.later |= {_place(request, key)}
    return [(st, ReplyVal(it.new_reply("ok", key, domain)))]


def deliver(it: Any, st: State, request: Request, key: Any, domain: Any, site: Any) -> Found:
    """One request, and what its client makes of the reply."""
    return received(it, send_once(it, st, request, key, domain, site), request, site)


def send_once(it: Any, st: State, request: Request, key: Any, domain: Any, site: Any) -> Found:
    """One request on the wire."""
    it.delivered += 1
    credentials = credentials_of(it, st, request)
    keys = idempotency_of(it, st, request)
    place = _place(request, key)
    one_by_one = place[1] != _whatever(key[1])
    if st.target is None and st.answered.count(place) >= (FEW if one_by_one else 1):
        # A further page of what was answered before: that the same errors may come here too tells nothing new.
        return succeed(it, st, request, key, domain)
    if st.target is None:
        kept = st.fork()
        kept.answered = (*kept.answered, place)
        number = _number(it, key, domain, request)
        st.mask = domain.by_method(request.method)
        st.target = (number, key)
        _record(st, site, credentials, keys)
        return [(st, ReplyVal(number)), *succeed(it, kept, request, key, domain)]
    number, target = st.target
    if target != key or it.replies[number].domain is not domain:
        turned = _turned(it, st, request, key, domain, site, credentials, keys)
        return [*turned, *succeed(it, st, request, key, domain)]
    _record(st, site, credentials, keys)
    st.heap.pop(notes_of(number), None)
    return [(st, ReplyVal(number))]


def _place(request: Request, key: Any) -> tuple[Any, Any]:
    """What is asked, whichever page or thing it is asked for."""
    return request.method, _whichever(_whatever(key[1]))


def _whatever(key: Any) -> Any:
    """A URL's identity without which of the replies gave a part of it: each page names the next one."""
    if isinstance(key, tuple):
        return tuple(_whatever(part) for part in key)
    return Source if isinstance(key, (Source, JsonVal)) else key


def _whichever(key: Any) -> Any:
    """A URL's identity without which of the things that come one by one, and of which nothing is known, it is for:
    what a worker takes from a queue, turn after turn."""
    if isinstance(key, tuple):
        return tuple(_whichever(part) for part in key)
    return Serial if isinstance(key, Serial) else key


def _number(it: Any, key: Any, domain: Any, request: Request) -> int:
    """The target reply's number: on all paths of a run the same request is the same target."""
    number: int | None = it.targets.get((key, id(domain), request.lib))
    if number is None:
        number = it.targets[key, id(domain), request.lib] = it.new_reply("target", key, domain)
        it.replies[number].place = url_text(request.url)
        it.replies[number].lib = request.lib
    return number


def _turned(
    it: Any, st: State, request: Request, key: Any, domain: Any, site: Any, credentials: Any, keys: Any
) -> Found:
    """After an error, another request of the same provider's may get the same error: it is then the one that is
    watched, for its resends only (what becomes of the first error is told by the paths on which it succeeds). The next
    turn of a loop asks the like of what was asked before: nothing new."""
    mask = st.mask & domain.errors & domain.by_method(request.method)
    turns = any(count > 1 for _, _, count in st.layers)
    if st.turned or turns or not mask or it.replies[st.target[0]].domain is not domain:
        return []
    other = st.fork(mask)
    number = it.new_reply("target", key, domain)
    it.replies[number].lib = request.lib
    other.turned, other.target, other.sent, other.clock = True, (number, key), (), 0.0
    _record(other, site, credentials, keys)
    return [(other, ReplyVal(number))]


def _record(st: State, site: Any, credentials: Any, keys: Any) -> None:
    layers = tuple((kind, where) for kind, where, count in st.layers if count > 1)
    st.sent = (
        *st.sent,
        Sent(
            site,
            st.clock,
            st.unsure,
            credentials,
            keys,
            st.decision(),
            layers,
            st.remedies,
            st.mask,
            st.waited,
            st.certain,
        ),
    )
    st.unsure = st.waited = False
    st.remedies = ()
    st.note("request", site)


def received(it: Any, found: Found, request: Request, site: Any) -> Found:
    """What came in the end, after all that a client sends again by itself: some clients raise for an error, and hooks
    look at each response."""
    done: Found = []
    for st, value in found:
        if isinstance(value, ReplyVal) and not it.replies[value.reply].ok:
            done.extend(_looked_at(it, st, value, request, site))
        else:
            done.append((st, value))
    return done


def _looked_at(it: Any, st: State, reply: ReplyVal, request: Request, site: Any) -> Found:
    raises = request.raises
    if request.lib == "aiohttp":
        flag = request.options.get("raise_for_status") or session_value(it, st, request.session, ("raise_for_status",))
        raises = raises or flag == TRUE
    found: Found = raise_for_status(it, reply, st, site, request.lib) if raises else [(st, reply)]
    hooks = _hooks(it, st, request)
    for s, _ in found if hooks and request.lib == "httpx" else ():
        if (UNREAD, reply.reply) not in s.assumed:
            unread(s, reply.reply)
    for hook in hooks:
        after: Found = []
        for s, value in found:
            if isinstance(value, Thrown):
                after.append((s, value))
                continue
            for end, result in it.call(hook, [value], [], s, None, site):
                after.append((end, result if isinstance(result, Thrown) else value))
        found = after
    for s, _ in found if hooks else ():
        s.assumed = {k: v for k, v in s.assumed.items() if k != (UNREAD, reply.reply)}  # it is read now, by httpx
    return found


def _hooks(it: Any, st: State, request: Request) -> list[Value]:
    """httpx event_hooks and requests hooks for responses."""
    if request.session is None:
        return []
    for name in ("event_hooks", "hooks"):
        value = session_value(it, st, request.session, (name,))
        obj = it.obj(st, value) if isinstance(value, Ref) else None
        if isinstance(obj, DictObj):
            for key, listed in obj.items:
                if key == Const("response"):
                    known, _ = it.items_of(st, listed)
                    functions = known if known is not None else [listed]
                    return [
                        f for f in functions if isinstance(f, (Func, Lam)) or type(f).__name__ in ("Partial", "Wrapped")
                    ]
    return []
