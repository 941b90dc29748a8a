"""What a request is: method, URL, body, session; the credentials and idempotency keys that it carries."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any, Final

from ...contracts.plain import changeable
from ..flow.core import Args, Kwargs
from ..flow.state import DictObj, Inst, State
from ..flow.values import (
    NONE,
    Const,
    Ext,
    Made,
    Method,
    Ref,
    Tup,
    Unk,
    Value,
    key_of,
)
from .stdlib import frozen

VERBS: Final = ("get", "post", "put", "patch", "delete", "head", "options")
AUTH_HEADER: Final = re.compile(r"auth|token|api-?key|cookie|x-sp-|secret|credential", re.IGNORECASE)
IDEMPOTENCY: Final = re.compile(r"idempot", re.IGNORECASE)
URL: Final = re.compile(r"https?://([^/:\s{}]+)")


@changeable
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


def origin(url: Value) -> tuple[str, bool]:
    """What the unknown beginning of a URL is called in the code (empty if nothing), and whether it is a setting: a
    variable of the environment, or a name of a module that isn't the project's."""
    return _origin(key_of(url))


def _origin(key: Any) -> tuple[str, bool]:
    match key:
        case Ext(name):
            return name.rpartition(".")[2], True
        case ("item", Ext(_), ("const", "str", name)) | ("made", str(_), (("const", "str", name), *_), *_):
            return str(name), True
        case Method(Made("urllib.parse.urlsplit" | "urllib.parse.urlparse", (url, *_)), _):
            return origin(url)
        case ("attr", inner, str(name)):
            return name, _origin(inner)[1]
        case ("param", _, _, str(name)):
            return name, False
        case ("format" | "+", *inner):
            start = next(
                (k for k in inner if isinstance(k, (Ext, Method)) or (isinstance(k, tuple) and not _scheme(k))), ""
            )
            return _origin(start)
        case ("tuple", first, *_) | (".rstrip" | ".strip" | ".lstrip" | ".removesuffix" | "str", first, *_):
            return _origin(first)
    return "", False


def _scheme(key: tuple[Any, ...]) -> bool:
    return key[:2] == ("const", "str") and str(key[2]) in ("http://", "https://", "")


def session_value(it: Any, st: State, ref: Ref | None, names: tuple[str, ...]) -> Value | None:
    obj = it.obj(st, ref) if ref is not None else None
    if not isinstance(obj, Inst):
        return None
    for name in names:
        value = obj.attrs.get(name)
        if value is not None and value != NONE:
            return value
    return None


def mounted(it: Any, st: State, request: Request) -> Value | None:
    """The adapter of requests that is mounted for a request's URL."""
    adapters = session_value(it, st, request.session, ("__adapters__",))
    for entry in reversed(adapters.items) if isinstance(adapters, Tup) else ():
        if isinstance(entry, Tup) and _for(entry.items[0], request):
            return entry.items[1]
    return None


def _for(prefix: Value, request: Request) -> bool:
    text = url_text(request.url)
    if not isinstance(prefix, Const) or not isinstance(prefix.v, str) or not text.startswith("http"):
        return True
    return text.startswith(prefix.v)


def credentials_of(it: Any, st: State, request: Request) -> Any:
    """An identity of the credentials that a request carries."""
    found: list[Any] = [key_of(frozen(it, st, request.auth))]
    for headers in (session_value(it, st, request.session, ("headers",)), request.headers):
        obj = it.obj(st, headers) if isinstance(headers, Ref) else None
        if isinstance(obj, DictObj):
            found.extend(
                (k.v, key_of(v))
                for k, v in obj.items
                if isinstance(k, Const) and isinstance(k.v, str) and _is_credential(k.v)
            )
        elif headers is not None:
            found.append(key_of(headers))
    return tuple(found)


def _is_credential(header: str) -> bool:
    return AUTH_HEADER.search(header) is not None and IDEMPOTENCY.search(header) is None


def idempotency_of(it: Any, st: State, request: Request) -> Any:
    """An identity of the idempotency key that a request carries, None without one."""
    obj = it.obj(st, request.headers) if isinstance(request.headers, Ref) else None
    if isinstance(obj, DictObj):
        for key, value in obj.items:
            if isinstance(key, Const) and isinstance(key.v, str) and IDEMPOTENCY.search(key.v):
                return key_of(value)
    return None
