"""Retry layers inside HTTP clients: urllib3's Retry, httpx transports, aiohttp-retry."""

from __future__ import annotations

from typing import Any, Final

from ...contracts.plain import changeable
from ..flow.core import Found
from ..flow.state import Inst, State
from ..flow.values import (
    Cls,
    Const,
    Ext,
    Func,
    Made,
    Ref,
    ReplyVal,
    Tup,
    Unk,
    Value,
    parts,
)
from .delivery import deliver, received, send_once
from .request import Request, mounted

OWN_WAITS: Final = frozenset({"get_backoff_time", "sleep", "sleep_for_retry", "_sleep_backoff"})
"""What a subclass of urllib3's Retry may say anew without changing what is sent again."""
IDEMPOTENT: Final = ("HEAD", "GET", "PUT", "DELETE", "OPTIONS", "TRACE")


def deliver_in_layers(it: Any, st: State, request: Request, key: Any, domain: Any, site: Any) -> Found:
    """Deliver through the client's own retry layer, if it has one."""
    policy = retry_policy(it, st, request, site)
    if policy is None:
        return deliver(it, st, request, key, domain, site)
    return received(it, again(it, st, request, key, domain, site, policy), request, site)


def again(it: Any, st: State, request: Request, key: Any, domain: Any, site: Any, policy: ClientRetry) -> Found:
    """One request, again and again."""
    done: Found = []
    going = [st]
    for attempt in range(1, 14):
        again: list[State] = []
        for state in going:
            if attempt > 1:
                state.layers = (*(x for x in state.layers if x[1] != policy.site), (policy.kind, policy.site, attempt))
            for s, value in send_once(it, state, request, key, domain, site):
                if attempt > 1:
                    s.layers = tuple(x for x in s.layers if x[1] != policy.site)
                if not isinstance(value, ReplyVal) or it.replies[value.reply].ok:
                    done.append((s, value))
                    continue
                again.extend(policy.sort(it, s, value, request, attempt, done, site))
        going = again
        if not going:
            return done
    return done + [(s, it.throw(s, "requests.exceptions.RetryError", site)) for s in going]


@changeable
class ClientRetry:
    """A retry policy inside a client. total: resends at most. factor: of the exponential backoff in seconds; None where
    the project works out its waits itself. own: its object that does so, if it can be asked. written: somebody says
    which, rather than take the library's own."""

    kind: str
    site: Any
    total: int | None
    statuses: frozenset[int] | None
    methods: frozenset[str] | None
    factor: float | None
    skip_first: bool
    raises: str | None
    five_hundreds: bool = False
    constant: bool = False
    base: float = 2.0
    cap: float = 120.0
    written: bool = True
    own: Ref | None = None

    def sort(
        self, it: Any, st: State, reply: ReplyVal, request: Request, attempt: int, done: Found, site: Any
    ) -> list[State]:
        """Split a reply's points into those that are sent again and those that are done."""
        if self.methods is not None and request.method is not None and request.method not in self.methods:
            if self.written:
                it.facts.dead.setdefault(self.site, (request.method, it.replies[reply.reply].domain))
            done.append((st, reply))
            return []
        it.facts.live.add(self.site)
        retry = keep = 0
        for mask, status in parts(it.status_of(reply, st), st.mask):
            hit = isinstance(status, Const) and (
                (self.statuses is not None and status.v in self.statuses) or (self.five_hundreds and status.v >= 500)
            )
            if hit:
                retry |= mask
            else:
                keep |= mask
        if keep:
            done.append((st.fork(keep), reply))
        if not retry:
            return []
        state = st.fork(retry)
        if self.total is not None and attempt > self.total:
            if self.raises:
                done.append((state, it.throw(state, self.raises, site, __reply__=reply)))
            else:
                done.append((state, reply))
            return []
        state.note("retry", self.site, self.kind)
        if self.factor is None:
            state.wait(_asked(it, state, self.own, attempt, site) if self.own is not None else None)
        elif self.factor and not (self.skip_first and attempt == 1):
            state.wait(self.factor if self.constant else min(self.cap, self.factor * self.base ** (attempt - 1)))
        return [state]


def _asked(it: Any, st: State, own: Ref, failures: int, site: Any) -> float | None:
    """What a Retry of the project's own says in seconds after so many failures; None where that isn't one number."""
    scratch = st.fork(st.mask)
    obj = it.obj(scratch, own)
    history = Tup(tuple(Unk(("history", n)) for n in range(failures)))
    scratch.heap[own.id] = Inst(obj.cls, {**obj.attrs, "history": history}, obj.args)
    method, owner = obj.cls.info.lookup("get_backoff_time")
    if not isinstance(method, Func):
        return None
    found = it.call(it.bind(method, own, owner), [], [], scratch, None, site)
    seconds = [_number(value) for _, value in found]
    return float(seconds[0]) if len(seconds) == 1 and seconds[0] is not None else None


def retry_policy(it: Any, st: State, request: Request, site: Any) -> ClientRetry | None:
    """The retry policy of a request's client; one that nobody wrote down stands at the transport, else the request."""
    if request.session is None:
        return None
    obj = it.obj(st, request.session)
    if not isinstance(obj, Inst):
        return None
    adapter = mounted(it, st, request)
    if adapter is not None:
        return _adapter_policy(it, st, adapter, site)
    transport = obj.attrs.get("transport")
    if isinstance(transport, Made) and transport.name.endswith("RetryTransport"):
        return _transport_policy(it, st, transport, site)
    options = obj.attrs.get("retry_options") or (obj.args[0] if obj.args else None)
    if isinstance(obj.cls, Ext) and obj.cls.name.startswith("aiohttp_retry."):
        return _aiohttp_policy(it, st, options, site)
    retries = request.options.get("retries") or obj.attrs.get("retries")
    if request.lib == "urllib3" and retries is not None:
        return _urllib3_policy(it, st, retries, "urllib3.exceptions.MaxRetryError", site)
    return None


def _adapter_policy(it: Any, st: State, adapter: Value, site: Any) -> ClientRetry | None:
    retries: Value | None = None
    if isinstance(adapter, Made):
        retries = adapter.get(-1, "max_retries")
    elif isinstance(adapter, Ref) and isinstance(obj := it.obj(st, adapter), Inst):
        retries = obj.attrs.get("max_retries") or next(iter(obj.args), None)
    place = _site_of(adapter, site) if isinstance(adapter, Made) else site
    return None if retries is None else _urllib3_policy(it, st, retries, "requests.exceptions.RetryError", place)


def _own_retry(it: Any, st: State, retries: Value) -> tuple[Made | None, frozenset[str]]:
    """The options of a urllib3.Retry, and which methods that work out the waits a class of the project's own has; none
    of one that decides by itself what is sent again."""
    obj = it.obj(st, retries) if isinstance(retries, Ref) else None
    if not isinstance(obj, Inst) or not isinstance(obj.cls, Cls):
        return (retries if isinstance(retries, Made) else None), frozenset()
    bases = [n for n in obj.cls.info.outside() if n.endswith(".Retry")]
    own = {n for info in obj.cls.info.mro() if not isinstance(info, str) for n in info.attrs}
    known = OWN_WAITS | {n for n in own if n.isupper() and not n.startswith("DEFAULT_")}
    if len(bases) != 1 or {n for n in own if not n.startswith("__") or n in ("__init__", "__new__")} - known:
        return None, frozenset()
    return Made(bases[0], obj.args, tuple(obj.attrs.items())), OWN_WAITS & own


def _urllib3_policy(it: Any, st: State, retries: Value, raises: str, site: Any) -> ClientRetry | None:
    """urllib3.Retry: no wait before the first resend; by default only idempotent methods."""
    retry, waits = _own_retry(it, st, retries)
    if retry is None:
        return None
    statuses = _numbers(it, st, retry.get(-1, "status_forcelist"))
    if not statuses or not retry.name.endswith("Retry"):
        return None
    methods = retry.get(-1, "allowed_methods") or retry.get(-1, "method_whitelist")
    allowed: frozenset[str] | None = frozenset(IDEMPOTENT)
    if methods is not None:
        names = _strings(it, st, methods)
        allowed = None if isinstance(methods, Const) and not methods.v else names
    total = _number(retry.get(0, "total"))
    status = _number(retry.get(-1, "status"))
    limit = min(x for x in (total if total is not None else 10, status if status is not None else 10**6))
    keep = retry.get(-1, "raise_on_status") == Const(False)
    factor = _number(retry.get(-1, "backoff_factor")) or 0.0
    return ClientRetry(
        "urllib3 Retry",
        _site_of(retry, site),
        int(limit),
        statuses,
        allowed,
        None if waits else float(factor),
        True,
        None if keep else raises,
        own=retries if isinstance(retries, Ref) and waits == {"get_backoff_time"} else None,
    )


def _transport_policy(it: Any, st: State, transport: Made, site: Any) -> ClientRetry | None:
    """httpx-retries: 429, 502, 503, 504 by default."""
    retry = transport.get(-1, "retry") or transport.get(1, "retry")
    options = retry if isinstance(retry, Made) else Made("httpx_retries.Retry")
    statuses = _numbers(it, st, options.get(-1, "status_forcelist")) or frozenset({429, 502, 503, 504})
    methods = options.get(-1, "allowed_methods")
    allowed = _strings(it, st, methods) if methods is not None else frozenset(IDEMPOTENT)
    total = _number(options.get(0, "total"))
    factor = _number(options.get(-1, "backoff_factor")) or 0.0
    return ClientRetry(
        "httpx-retries",
        _site_of(options, _site_of(transport, site)),
        int(total if total is not None else 10),
        statuses,
        allowed,
        # The first wait is already doubled; jitter, on by default, may take nearly all of it away.
        float(factor) * 2 if options.get(-1, "backoff_jitter") in (Const(0), Const(0.0)) else min(float(factor), 0.001),
        False,
        None,
        written=isinstance(retry, Made),
    )


def _aiohttp_policy(it: Any, st: State, options: Value | None, site: Any) -> ClientRetry | None:
    """aiohttp_retry: all 5xx by default, three attempts."""
    made = options if isinstance(options, Made) else Made("aiohttp_retry.ExponentialRetry")
    attempts = _number(made.get(0, "attempts"))
    statuses = _numbers(it, st, made.get(-1, "statuses")) or frozenset()
    all_server = made.get(-1, "retry_all_server_errors") != Const(False)
    start = _number(made.get(1, "start_timeout"))
    base = _number(made.get(3, "factor")) or 2.0
    first = (start if start is not None else 0.1) * base
    methods = made.get(-1, "methods")
    return ClientRetry(
        "aiohttp_retry",
        _site_of(made, site),
        int(attempts or 3) - 1,
        statuses,
        _strings(it, st, methods) if methods is not None else None,
        float(first) if made.name.endswith("ExponentialRetry") else 0.001,
        False,
        None,
        all_server,
        not made.name.endswith("ExponentialRetry"),
        float(base),
        float(_number(made.get(2, "max_timeout")) or 30.0),
        isinstance(options, Made),
    )


def _site_of(made: Made, default: Any) -> Any:
    place = made.get(-1, "__site__")
    return place.v if isinstance(place, Const) else default


def _number(value: Value | None) -> float | None:
    return (
        value.v
        if isinstance(value, Const) and isinstance(value.v, (int, float)) and not isinstance(value.v, bool)
        else None
    )


def _numbers(it: Any, st: State, value: Value | None) -> frozenset[int] | None:
    if value is None:
        return None
    known, _ = it.items_of(st, value)
    return None if known is None else frozenset(k.v for k in known if isinstance(k, Const) and isinstance(k.v, int))


def _strings(it: Any, st: State, value: Value) -> frozenset[str] | None:
    known, _ = it.items_of(st, value)
    return (
        None
        if known is None
        else frozenset(k.v.upper() for k in known if isinstance(k, Const) and isinstance(k.v, str))
    )
