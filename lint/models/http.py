"""HTTP clients: functions, sessions and their methods."""

from __future__ import annotations

import re
from typing import Any, Final

from ..flow.core import Args, Found, Kwargs, Several
from ..flow.state import DictObj, Inst, State
from ..flow.values import (
    NONE,
    Const,
    Ext,
    Made,
    Ref,
    ReplyVal,
    Tup,
    Unk,
    Value,
    key_of,
)
from .auth_flows import through_auth
from .client_retry import deliver_in_layers
from .connections import CONNECTIONS, connection_method, keep_request, unknown_connection
from .delivery import succeed
from .middlewares import through_middlewares
from .request import URL, VERBS, Request, build, origin, session_value, url_text
from .sessions import SESSIONS, from_the_start, library_of, through_inner
from .stdlib import frozen
from .table import model
from .transports import through_own

AUTH_PATH: Final = re.compile(r"(?:^|/)(?:oauth2?|tokens?|openid-connect)(?:[/?]|$)", re.IGNORECASE)
KIN: Final = ("niquests", "niquests.api", "curl_cffi", "curl_cffi.requests", "primp")
"""Libraries with the functions of requests and exceptions of their own."""


@model(
    *(f"{lib}.{verb}" for lib in ("requests", "httpx", "requests.api", *KIN) for verb in (*VERBS, "request")),
    "httpx.stream",
    "urllib3.request",
    "aiohttp.request",
)
def function(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`requests.post(url, …)`."""
    lib, _, verb = name.rpartition(".")
    lib = "unknown" if lib in KIN else lib.partition(".")[0]
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
    return [(st, it.alloc(st, Inst(Ext(name), attrs | from_the_start(it, st, SESSIONS[name]))))]


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


def session_method(it: Any, ref: Ref, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """A method of a session object, of the library or of a project class that inherits from one."""
    obj = it.obj(st, ref)
    if not isinstance(obj, Inst):
        return None
    if isinstance(obj.cls, Ext) and obj.cls.name == "urllib.request.Request":
        return _request_method(it, obj, name, args, st)
    if isinstance(obj.cls, Ext) and obj.cls.name in CONNECTIONS:
        said = connection_method(it, ref, name, args, kwargs, st)
        return send(it, st, said, site) if isinstance(said, Request) else said
    lib = library_of(obj)
    if lib is None:
        return None
    if (inner := through_inner(it, st, ref, name, args, kwargs, site, lib)) is not None:
        return inner
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


def _request_method(it: Any, obj: Inst, name: str, args: Args, st: State) -> Found | None:
    if name in ("add_header", "add_unredirected_header") and len(args) == 2:
        headers = obj.attrs.get("headers")
        if isinstance(headers, Ref):
            it.set_item(st, headers, args[0], args[1], None)
        return [(st, NONE)]
    if name in ("get_method", "get_full_url"):
        return [(st, obj.attrs.get("url", NONE))]
    return None


def _send_prepared(
    it: Any, ref: Ref | None, name: str, args: Args, kwargs: Kwargs, st: State, site: Any, lib: str
) -> Found:
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
    from . import celery, job_runners
    from .event_loops import loop_method
    from .futures import future_method
    from .patterns import pattern_method
    from .retry_objects import made_layer_method
    from .threads import made_thread_method

    of_apps = (celery.app_method, job_runners.app_method)
    for other in (*of_apps, made_layer_method, future_method, pattern_method, loop_method, made_thread_method):
        found: Found | None = other(it, recv, name, args, kwargs, st, site)
        if found is not None:
            return found
    return maybe_request(it, recv, name, args, kwargs, st, site)


def maybe_request(it: Any, recv: Value, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """A call on an unknown object that looks like an HTTP client's: a verb and a URL or path."""
    named = dict(kwargs)
    if name not in (*VERBS, "request"):
        return None
    url = named.get("url", args[1] if name == "request" and len(args) > 1 else (args[0] if args else None))
    if url is None or not _url_like(url):
        return None
    if name == "request" and (connection := unknown_connection(it, st, recv, site)) is not None:
        return [(st, keep_request(it, connection, args, kwargs, st))]
    key = recv.key if isinstance(recv, Unk) else None
    session = it.binder.session(it, st) if _handed_in(key) else None
    if isinstance(session, Ref):
        it.recognise(st, key, session)
        return session_method(it, session, name, args, kwargs, st, site)
    request = build(it, st, name, args, kwargs, "unknown", None)
    request.options["receiver"] = recv
    return send(it, st, request, site)


def _handed_in(key: Any) -> bool:
    """Whether a value is an argument of the entry point, or taken out of one."""
    return isinstance(key, tuple) and (key[:1] == ("param",) or (key[:1] == ("item",) and _handed_in(key[1])))


def _url_like(url: Value) -> bool:
    text = url_text(url)
    if "/" in text:
        return "://" in text or text.startswith(("/", "{}")) or "/" in text.strip("/")
    return False


def send(it: Any, st: State, request: Request, site: Any) -> Found:
    """Send a request: the target's reply, a plain success, or a reply of another service."""
    base = session_value(it, st, request.session, ("base_url", "prefix_url"))
    if it.alone:
        raise Several
    full = request.url
    text = url_text(request.url)
    if base is not None and "://" not in text:
        text = url_text(base).rstrip("/") + "/" + text.lstrip("/")
        full = Tup((base, request.url))
    domain = it.binder.domain(site[0], text, it.stack, origin(full))
    it.facts.requests.add(site)
    it.budget = it.most
    if domain is None:
        it.delivered += 1  # to someone else: a caller that says to whom has told all of what runs in place
        # What another service says may differ from call to call (a new token, most often).
        asked = (request.method, key_of(full), it.fresh() if st.sent else 0)
        return [(st, ReplyVal(it.new_reply("other", asked, None)))]
    key = (request.method, key_of(frozen(it, st, full)), key_of(request.body))
    if AUTH_PATH.search(URL.sub("", text).split("?")[0]) or _asks_for_token(request.body):
        return succeed(it, st, request, (*key, it.fresh() if st.sent else 0), domain)

    def deliver_it(s: State, underway: Request) -> Found:
        found = through_own(it, s, underway, key, domain, site)
        if found is None:
            found = through_middlewares(it, s, underway, key, domain, site)
        return deliver_in_layers(it, s, underway, key, domain, site) if found is None else found

    def send_another(s: State, other: Ref) -> Found:
        return _send_prepared(it, None, "send", [other], [], s, site, request.lib)

    found = through_auth(it, st, request, site, deliver_it, send_another)
    return deliver_it(st, request) if found is None else found


def _asks_for_token(body: Value) -> bool:
    """Whether a body has OAuth's `grant_type`."""
    todo = [body]
    while todo:
        item = todo.pop()
        if isinstance(item, Tup):
            if item.items[:1] == (Const("grant_type"),):
                return True
            todo.extend(item.items)
    return False
