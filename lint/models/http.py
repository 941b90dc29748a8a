"""HTTP clients: which call sends which request, what comes back, and the retry layers inside the clients.

The script that every run plays: the first request that gets a documented reply (the target) gets it again whenever
the same request is sent; all other requests to the provider succeed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from ..flow.state import DictObj, Inst, ListObj, Sent, State
from ..flow.values import (
    NONE,
    TRUE,
    Cls,
    Const,
    Ext,
    Func,
    Lam,
    Made,
    Ref,
    ReplyVal,
    Thrown,
    Tup,
    Unk,
    Value,
    key_of,
    parts,
)
from .methods import raise_for_status
from .stdlib import frozen
from .table import model

Found = list[tuple[State, Value]]
Args = list[Value]
Kwargs = list[tuple[str, Value]]

VERBS: Final = ("get", "post", "put", "patch", "delete", "head", "options")
AUTH_PATH: Final = re.compile(r"(?:^|/)(?:oauth2?|tokens?|openid-connect)(?:[/?]|$)", re.IGNORECASE)
AUTH_HEADER: Final = re.compile(r"auth|token|api-?key|cookie|x-sp-|secret|credential", re.IGNORECASE)
IDEMPOTENCY: Final = re.compile(r"idempot", re.IGNORECASE)
URL: Final = re.compile(r"https?://([^/:\s{}]+)")
SESSIONS: Final = {
    "requests.Session": "requests", "requests.session": "requests", "requests.sessions.Session": "requests",
    "requests_toolbelt.sessions.BaseUrlSession": "requests", "requests.adapters.Session": "requests",
    "httpx.Client": "httpx", "httpx.AsyncClient": "httpx", "aiohttp.ClientSession": "aiohttp",
    "urllib3.PoolManager": "urllib3", "urllib3.HTTPSConnectionPool": "urllib3", "urllib3.HTTPConnectionPool": "urllib3",
    "urllib3.ProxyManager": "urllib3", "urllib3.connection_from_url": "urllib3",
    "aiohttp_retry.RetryClient": "aiohttp", "aiohttp.client.ClientSession": "aiohttp",
}  # fmt: skip
IDEMPOTENT: Final = ("HEAD", "GET", "PUT", "DELETE", "OPTIONS", "TRACE")


@dataclass(slots=True)
class Request:
    """A request about to be sent."""

    method: str | None
    url: Value
    body: Value = NONE
    headers: Value = NONE
    auth: Value = NONE
    lib: str = "requests"
    session: Ref | None = None
    raises: bool = False
    options: dict[str, Value] = field(default_factory=dict)


# --- module-level functions


@model(
    *(f"{lib}.{verb}" for lib in ("requests", "httpx", "requests.api") for verb in (*VERBS, "request")),
    "httpx.stream",
    "urllib3.request",
    "aiohttp.request",
)
def function(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`requests.post(url, …)`."""
    lib, verb = name.split(".")[0], name.rsplit(".", 1)[-1]
    return send(it, st, build(it, st, verb, args, kwargs, lib, None), site)


@model(*SESSIONS)
def session(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`requests.Session()`, `httpx.Client(base_url=…)`."""
    attrs: dict[str, Value] = dict(kwargs)
    if name.startswith("aiohttp.") and args:
        attrs.setdefault("base_url", args[0])
    headers = attrs.get("headers")
    if not (isinstance(headers, Ref) and isinstance(it.obj(st, headers), DictObj)):
        known = () if headers is None or isinstance(headers, Const) else ((Unk(("headers",)), headers),)
        attrs["headers"] = it.alloc(st, DictObj(known, True))
    if SESSIONS[name] == "requests":
        attrs["hooks"] = it.alloc(st, DictObj(((Const("response"), it.alloc(st, ListObj(()))),)))
    return [(st, it.alloc(st, Inst(Ext(name), attrs)))]


@model("urllib.request.Request")
def urllib_request(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A request object."""
    named = dict(zip(("url", "data", "headers"), args, strict=False)) | dict(kwargs)
    headers = named.get("headers")
    if not (isinstance(headers, Ref) and isinstance(it.obj(st, headers), DictObj)):
        named["headers"] = it.alloc(st, DictObj((), headers is not None))
    return [(st, it.alloc(st, Inst(Ext(name), named)))]


@model(
    "urllib3.Retry", "urllib3.util.Retry", "urllib3.util.retry.Retry", "requests.packages.urllib3.util.retry.Retry",
    "requests.adapters.Retry", "httpx_retries.Retry", "httpx_retries.RetryTransport", "aiohttp_retry.ExponentialRetry",
    "aiohttp_retry.RandomRetry", "aiohttp_retry.ListRetry", "aiohttp_retry.FibonacciRetry", "aiohttp_retry.JitterRetry",
    "requests.adapters.HTTPAdapter",
)  # fmt: skip
def retry_options(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A retry policy of a client, kept with its place."""
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@model("requests.Request", "httpx.Request")
def prepared(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A request object to be sent by a session."""
    named = dict(zip(("method", "url"), args, strict=False)) | dict(kwargs)
    return [(st, it.alloc(st, Inst(Ext(name), named)))]


@model("urllib.request.urlopen")
def urlopen(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Raises HTTPError for a status of 400 and more."""
    named = dict(kwargs)
    target = args[0] if args else named.get("url", NONE)
    obj = it.obj(st, target) if isinstance(target, Ref) else None
    if isinstance(obj, Inst):
        data = obj.attrs.get("data", NONE)
        method = obj.attrs.get("method")
        verb = (
            method.v if isinstance(method, Const) and isinstance(method.v, str) else ("GET" if data == NONE else "POST")
        )
        request = Request(
            verb.upper(), obj.attrs.get("url", NONE), data, obj.attrs.get("headers", NONE), lib="urllib", raises=True
        )
    else:
        data = args[1] if len(args) > 1 else named.get("data", NONE)
        request = Request("GET" if data == NONE else "POST", target, data, lib="urllib", raises=True)
    return send(it, st, request, site)


# --- methods of sessions


def session_method(it: Any, ref: Ref, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """A method of a session object, of the library or of a project class that inherits from one."""
    obj = it.obj(st, ref)
    if not isinstance(obj, Inst):
        return None
    if isinstance(obj.cls, Ext) and obj.cls.name == "urllib.request.Request":
        return _request_method(it, obj, name, args, st)
    lib = library_of(obj)
    if lib is None:
        return None
    if name in (*VERBS, "request", "stream", "urlopen", "request_encode_body", "request_encode_url"):
        return send(
            it, st, build(it, st, "request" if name.startswith("request") else name, args, kwargs, lib, ref), site
        )
    if name in ("send", "build_request", "prepare_request"):
        return _send_prepared(it, ref, name, args, kwargs, st, site, lib)
    if name == "mount" and len(args) == 2:
        mounted = obj.attrs.get("__adapters__", Tup(()))
        items = mounted.items if isinstance(mounted, Tup) else ()
        st.heap[ref.id] = Inst(obj.cls, {**obj.attrs, "__adapters__": Tup((*items, Tup((args[0], args[1]))))}, obj.args)
        return [(st, NONE)]
    if name in ("close", "aclose", "close_all", "clear"):
        return [(st, NONE)]
    if name in ("__enter__", "__aenter__"):
        return [(st, ref)]
    return None


def library_of(obj: Inst) -> str | None:
    """The library whose session an object is."""
    if isinstance(obj.cls, Ext):
        return SESSIONS.get(obj.cls.name)
    if isinstance(obj.cls, Cls):
        for name in obj.cls.info.outside():
            if name in SESSIONS:
                return SESSIONS[name]
    return None


def _request_method(it: Any, obj: Inst, name: str, args: Args, st: State) -> Found | None:
    if name in ("add_header", "add_unredirected_header") and len(args) == 2:
        headers = obj.attrs.get("headers")
        if isinstance(headers, Ref):
            it.set_item(st, headers, args[0], args[1], None)
        return [(st, NONE)]
    if name in ("get_method", "get_full_url"):
        return [(st, obj.attrs.get("url", NONE))]
    return None


def _send_prepared(it: Any, ref: Ref, name: str, args: Args, kwargs: Kwargs, st: State, site: Any, lib: str) -> Found:
    if name == "build_request":
        named = dict(zip(("method", "url"), args, strict=False)) | dict(kwargs)
        return [(st, it.alloc(st, Inst(Ext("httpx.Request"), named)))]
    if name == "prepare_request":
        return [(st, args[0] if args else NONE)]
    obj = it.obj(st, args[0]) if args and isinstance(args[0], Ref) else None
    if not isinstance(obj, Inst):
        return send(it, st, Request(None, args[0] if args else NONE, lib=lib, session=ref), site)
    rest = [(k, v) for k, v in obj.attrs.items() if not k.startswith("__") and k not in ("method", "url")]
    request = build(it, st, "request", [obj.attrs.get("method", NONE), obj.attrs.get("url", NONE)], rest, lib, ref)
    return send(it, st, request, site)


def made_method(it: Any, recv: Made, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """Methods of what outside calls gave."""
    from .celery import app_method
    from .retrying import made_layer_method

    for other in (app_method, made_layer_method):
        found: Found | None = other(it, recv, name, args, kwargs, st, site)
        if found is not None:
            return found
    if (
        recv.name.endswith("get_event_loop")
        or recv.name.endswith("get_running_loop")
        or recv.name.endswith("new_event_loop")
    ):
        if name in ("run_until_complete", "create_task"):
            return [(st, args[0] if args else NONE)]
        if name == "run_in_executor" and len(args) > 1:
            result: Found = it.call(args[1], args[2:], kwargs, st, None, site)
            return result
    return maybe_request(it, recv, name, args, kwargs, st, site)


def maybe_request(it: Any, recv: Value, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """A call on an unknown object that looks like an HTTP client's: a verb and a URL or path."""
    named = dict(kwargs)
    if name not in (*VERBS, "request"):
        return None
    url = named.get("url", args[1] if name == "request" and len(args) > 1 else (args[0] if args else None))
    if url is None or not _url_like(url, strict=name in ("get", "delete", "head", "options")):
        return None
    request = build(it, st, name, args, kwargs, "unknown", None)
    request.options["receiver"] = recv
    return send(it, st, request, site)


def _url_like(url: Value, strict: bool) -> bool:
    text = url_text(url)
    if "/" in text:
        return "://" in text or text.startswith(("/", "{}")) or "/" in text.strip("/")
    return False


# --- building and sending


def build(it: Any, st: State, verb: str, args: Args, kwargs: Kwargs, lib: str, ref: Ref | None) -> Request:
    """What a call sends."""
    named = dict(kwargs)
    positional = list(args)
    if verb in ("request", "stream", "urlopen"):
        given = positional.pop(0) if positional else named.get("method", NONE)
        method = given.v.upper() if isinstance(given, Const) and isinstance(given.v, str) else None
    else:
        method = verb.upper()
    url = positional.pop(0) if positional else named.get("url", NONE)
    content = [named[k] for k in ("json", "data", "content", "body", "params", "fields", "files") if k in named]
    if lib == "requests" and positional:
        content.extend(positional)
    body: Value = Tup(tuple(frozen(it, st, c) for c in content)) if content else NONE
    return Request(method, url, body, named.get("headers", NONE), named.get("auth", NONE), lib, ref, options=named)


def url_text(url: Value) -> str:
    """The known text of a URL; `{}` stands for what isn't known."""
    if isinstance(url, Const):
        return str(url.v)
    if isinstance(url, Unk):
        return _key_text(url.key)
    if isinstance(url, Made) and url.args:
        return "".join(url_text(a) for a in url.args)
    return "{}"


def _key_text(key: Any) -> str:
    match key:
        case ("format", *inner) | ("+", *inner):
            return "".join(_key_text(k) if isinstance(k, tuple) else (k if isinstance(k, str) else "{}") for k in inner)
        case ("const", "str", str(text)):
            return text
        case (".rstrip" | ".strip" | ".lstrip" | ".removesuffix" | "str", inner, *_):
            return _key_text(inner)
    return "{}"


def send(it: Any, st: State, request: Request, site: Any) -> Found:
    """Send a request: the target's reply, a plain success, or a reply of another service."""
    base = _session_value(it, st, request.session, ("base_url", "prefix_url"))
    full = request.url
    text = url_text(request.url)
    if base is not None and "://" not in text:
        text = url_text(base).rstrip("/") + "/" + text.lstrip("/")
        full = Tup((base, request.url))
    domain = it.binder.domain(site[0], text, it.stack)
    it.facts.requests.add(site)
    if domain is None:
        return _other(it, st, request, ("other", request.method, key_of(full)), site)
    key = (request.method, key_of(frozen(it, st, full)), key_of(request.body))
    if AUTH_PATH.search(URL.sub("", text).split("?")[0]):
        return _succeed(it, st, request, (*key, it.fresh() if st.sent else 0), domain)
    return _layers(it, st, request, key, domain, site)


def _other(it: Any, st: State, request: Request, key: Any, site: Any) -> Found:
    from ..flow.core import ReplyInfo

    it.replies.append(ReplyInfo(key, None))
    reply = ReplyVal(len(it.replies) - 1)
    return [(st, reply)]


def _succeed(it: Any, st: State, request: Request, key: Any, domain: Any) -> Found:
    from ..flow.core import ReplyInfo

    st.later = st.target is not None

    it.replies.append(ReplyInfo(("ok", key), domain, True))
    return [(st, ReplyVal(len(it.replies) - 1))]


def deliver(it: Any, st: State, request: Request, key: Any, domain: Any, site: Any) -> Found:
    """One request on the wire."""
    from ..flow.core import ReplyInfo

    it.delivered += 1
    credentials = credentials_of(it, st, request)
    keys = idempotency_of(it, st, request)
    place = (request.method, key[1])
    if st.target is None and place in st.answered:
        # A further page of what was answered before: that the same errors may come here too tells nothing new.
        return _succeed(it, st, request, key, domain)
    if st.target is None:
        kept = st.fork()
        kept.answered = kept.answered | {place}
        it.replies.append(ReplyInfo(("target", key), domain))
        number = len(it.replies) - 1
        st.mask = domain.by_method(request.method)
        st.target = (number, key)
        _record(st, site, credentials, keys)
        return [*_raising(it, st, ReplyVal(number), request, site), *_succeed(it, kept, request, key, domain)]
    number, target = st.target
    if target != key or it.replies[number].domain is not domain:
        return _succeed(it, st, request, key, domain)
    _record(st, site, credentials, keys)
    return _raising(it, st, ReplyVal(number), request, site)


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


def _raising(it: Any, st: State, reply: ReplyVal, request: Request, site: Any) -> Found:
    """Clients that raise by themselves, and hooks that look at each response."""
    it.replies[reply.reply].lib = request.lib
    raises = request.raises
    if request.lib == "aiohttp":
        flag = request.options.get("raise_for_status") or _session_value(it, st, request.session, ("raise_for_status",))
        raises = raises or flag == TRUE
    found: Found = raise_for_status(it, reply, st, site, request.lib) if raises else [(st, reply)]
    hooks = _hooks(it, st, request)
    for hook in hooks:
        after: Found = []
        for s, value in found:
            if isinstance(value, Thrown):
                after.append((s, value))
                continue
            for end, result in it.call(hook, [value], [], s, None, site):
                after.append((end, result if isinstance(result, Thrown) else value))
        found = after
    return found


def _hooks(it: Any, st: State, request: Request) -> list[Value]:
    """httpx event_hooks and requests hooks for responses."""
    if request.session is None:
        return []
    for name in ("event_hooks", "hooks"):
        value = _session_value(it, st, request.session, (name,))
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


def _session_value(it: Any, st: State, ref: Ref | None, names: tuple[str, ...]) -> Value | None:
    obj = it.obj(st, ref) if ref is not None else None
    if not isinstance(obj, Inst):
        return None
    for name in names:
        value = obj.attrs.get(name)
        if value is not None and value != NONE:
            return value
    return None


def credentials_of(it: Any, st: State, request: Request) -> Any:
    """An identity of the credentials that a request carries."""
    found: list[Any] = [key_of(frozen(it, st, request.auth))]
    for headers in (_session_value(it, st, request.session, ("headers",)), request.headers):
        obj = it.obj(st, headers) if isinstance(headers, Ref) else None
        if isinstance(obj, DictObj):
            found.extend(
                (k.v, key_of(v))
                for k, v in obj.items
                if isinstance(k, Const) and isinstance(k.v, str) and AUTH_HEADER.search(k.v)
            )
        elif headers is not None:
            found.append(key_of(headers))
    return tuple(found)


def idempotency_of(it: Any, st: State, request: Request) -> Any:
    """An identity of the idempotency key that a request carries, None without one."""
    obj = it.obj(st, request.headers) if isinstance(request.headers, Ref) else None
    if isinstance(obj, DictObj):
        for key, value in obj.items:
            if isinstance(key, Const) and isinstance(key.v, str) and IDEMPOTENCY.search(key.v):
                return key_of(value)
    return None


# --- retry layers inside clients


def _layers(it: Any, st: State, request: Request, key: Any, domain: Any, site: Any) -> Found:
    """Deliver through the client's own retry layer, if it has one."""
    policy = retry_policy(it, st, request)
    if policy is None:
        return deliver(it, st, request, key, domain, site)
    done: Found = []
    going = [st]
    for attempt in range(1, 14):
        again: list[State] = []
        for state in going:
            if attempt > 1:
                state.layers = (*(x for x in state.layers if x[1] != policy.site), (policy.kind, policy.site, attempt))
            for s, value in deliver(it, state, request, key, domain, site):
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


@dataclass(slots=True)
class ClientRetry:
    """A retry policy inside a client. total: resends at most. wait: factor of the exponential backoff in seconds."""

    kind: str
    site: Any
    total: int | None
    statuses: frozenset[int] | None
    methods: frozenset[str] | None
    factor: float
    skip_first: bool
    raises: str | None
    five_hundreds: bool = False
    constant: bool = False
    base: float = 2.0
    cap: float = 120.0

    def sort(
        self, it: Any, st: State, reply: ReplyVal, request: Request, attempt: int, done: Found, site: Any
    ) -> list[State]:
        """Split a reply's points into those that are sent again and those that are done."""
        if self.methods is not None and request.method is not None and request.method not in self.methods:
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
        if self.factor and not (self.skip_first and attempt == 1):
            state.wait(self.factor if self.constant else min(self.cap, self.factor * self.base ** (attempt - 1)))
        return [state]


def retry_policy(it: Any, st: State, request: Request) -> ClientRetry | None:
    """The retry policy of a request's client."""
    if request.session is None:
        return None
    obj = it.obj(st, request.session)
    if not isinstance(obj, Inst):
        return None
    adapters = obj.attrs.get("__adapters__")
    if isinstance(adapters, Tup):
        for entry in reversed(adapters.items):
            if isinstance(entry, Tup) and _mounted(entry.items[0], request):
                return _adapter_policy(it, st, entry.items[1])
    transport = obj.attrs.get("transport")
    if isinstance(transport, Made) and transport.name.endswith("RetryTransport"):
        return _transport_policy(it, st, transport)
    options = obj.attrs.get("retry_options") or (obj.args[0] if obj.args else None)
    if isinstance(obj.cls, Ext) and obj.cls.name.startswith("aiohttp_retry."):
        return _aiohttp_policy(it, st, options)
    retries = request.options.get("retries") or obj.attrs.get("retries")
    if request.lib == "urllib3" and isinstance(retries, Made):
        return _urllib3_policy(it, st, retries, "urllib3.exceptions.MaxRetryError")
    return None


def _mounted(prefix: Value, request: Request) -> bool:
    text = url_text(request.url)
    if not isinstance(prefix, Const) or not isinstance(prefix.v, str) or not text.startswith("http"):
        return True
    return text.startswith(prefix.v)


def _adapter_policy(it: Any, st: State, adapter: Value) -> ClientRetry | None:
    retries: Value | None = None
    if isinstance(adapter, Made):
        retries = adapter.get(-1, "max_retries")
    elif isinstance(adapter, Ref) and isinstance(obj := it.obj(st, adapter), Inst):
        retries = obj.attrs.get("max_retries") or next(iter(obj.args), None)
    return _urllib3_policy(it, st, retries, "requests.exceptions.RetryError") if isinstance(retries, Made) else None


def _urllib3_policy(it: Any, st: State, retry: Made, raises: str) -> ClientRetry | None:
    """urllib3.Retry: no wait before the first resend; by default only idempotent methods."""
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
        "urllib3 Retry", _site_of(retry), int(limit), statuses, allowed, float(factor), True, None if keep else raises
    )


def _transport_policy(it: Any, st: State, transport: Made) -> ClientRetry | None:
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
        _site_of(options),
        int(total if total is not None else 10),
        statuses,
        allowed,
        # The first wait is already doubled; jitter, on by default, may take nearly all of it away.
        float(factor) * 2 if options.get(-1, "backoff_jitter") in (Const(0), Const(0.0)) else min(float(factor), 0.001),
        False,
        None,
    )


def _aiohttp_policy(it: Any, st: State, options: Value | None) -> ClientRetry | None:
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
        _site_of(made),
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
    )


def _site_of(made: Made) -> Any:
    place = made.get(-1, "__site__")
    return place.v if isinstance(place, Const) else ("", hash(key_of(made)))


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
