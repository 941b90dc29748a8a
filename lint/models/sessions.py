"""The sessions of HTTP libraries, and classes of the project that inherit from them: what each session has from the
start, and which of its methods the others go through, so that a project's own stands in the way of all of them."""

from __future__ import annotations

from typing import Any, Final

from ..flow.classes import ClassInfo
from ..flow.core import Args, Found, Kwargs
from ..flow.state import DictObj, Inst, ListObj, State
from ..flow.values import NONE, Cls, Const, Ext, Func, Ref, Value
from .request import VERBS

SESSIONS: Final = {
    "requests.Session": "requests", "requests.session": "requests", "requests.sessions.Session": "requests",
    "requests_toolbelt.sessions.BaseUrlSession": "requests", "requests.adapters.Session": "requests",
    "httpx.Client": "httpx", "httpx.AsyncClient": "httpx", "aiohttp.ClientSession": "aiohttp",
    "urllib3.PoolManager": "urllib3", "urllib3.HTTPSConnectionPool": "urllib3", "urllib3.HTTPConnectionPool": "urllib3",
    "urllib3.ProxyManager": "urllib3", "urllib3.connection_from_url": "urllib3",
    "aiohttp_retry.RetryClient": "aiohttp", "aiohttp.client.ClientSession": "aiohttp",
    "requests_cache.CachedSession": "requests", "requests_ratelimiter.LimiterSession": "requests",
    "requests_oauthlib.OAuth2Session": "requests", "authlib.integrations.requests_client.OAuth2Session": "requests",
    "authlib.integrations.httpx_client.OAuth2Client": "httpx", "cloudscraper.create_scraper": "requests",
    "authlib.integrations.httpx_client.AsyncOAuth2Client": "httpx",
    "google.auth.transport.requests.AuthorizedSession": "requests",
}  # fmt: skip
INNER: Final = {
    "requests": (("request", VERBS), ("send", (*VERBS, "request"))),
    "httpx": (("request", VERBS), ("send", (*VERBS, "request"))),
    "aiohttp": (("_request", (*VERBS, "request")),),
}
"""Of each library: the methods that others of a session call, and which these are, the outermost first."""
INHERITED: Final = frozenset(
    {*VERBS, "request", "stream", "urlopen", "send", "build_request", "prepare_request", "mount", "close", "aclose"}
)


def library_of(obj: Inst) -> str | None:
    """The library whose session an object is."""
    if isinstance(obj.cls, Ext):
        return SESSIONS.get(obj.cls.name)
    return library_of_class(obj.cls.info) if isinstance(obj.cls, Cls) else None


def library_of_class(info: ClassInfo) -> str | None:
    """The library from one of whose sessions a class of the project inherits."""
    return next((SESSIONS[name] for name in info.outside() if name in SESSIONS), None)


def from_the_start(it: Any, st: State, lib: str | None) -> dict[str, Value]:
    """The attributes that each session of a library has by itself."""
    if lib != "requests":
        return {}
    return {"hooks": it.alloc(st, DictObj(((Const("response"), it.alloc(st, ListObj(()))),)))}


def through_inner(
    it: Any, st: State, ref: Ref, name: str, args: Args, kwargs: Kwargs, site: Any, lib: str
) -> Found | None:
    """What a session's method gives that goes through one that a class of the project has of its own (`Session.get`
    through its `request`); None where it has none."""
    obj = it.obj(st, ref)
    if not isinstance(obj, Inst) or not isinstance(obj.cls, Cls):
        return None
    for inner, outer in INNER.get(lib, ()):
        own = obj.cls.info.lookup(inner) if name in outer else None
        if own is None or not isinstance(own[0], Func):
            continue
        given = [*args] if name == "request" else [Const(name.upper()), *args]
        if inner == "send":
            named = dict(zip(("method", "url"), given, strict=False)) | dict(kwargs)
            given, kwargs = [it.alloc(st, Inst(Ext(f"{lib}.Request"), {"url": NONE, **named}))], []
        found: Found = it.call(it.bind(own[0], ref, own[1]), given, kwargs, st, None, site)
        return found
    return None
