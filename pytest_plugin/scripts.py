"""Scripts: which reply the n-th request gets."""

from __future__ import annotations

import fnmatch
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from ..contracts import ErrpactError, Reply
from ..contracts.errors import did_you_mean, nearest
from .actions import Action, Script
from .wire import Request, payload

Success = Any
"""A consumer's success reply: a JSON value (sent as 200), a Reply, or a function of the request that gives either."""
METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT")
BEGINNINGS: Final = ("/", "*", "?", "[")
"""What a path begins with, or what stands for its beginning."""
Target = str | Callable[[Request], bool] | None


class InvalidArgument(ErrpactError):
    """An argument of `check` or of the marker that cannot be used."""


def as_reply(value: Any) -> Reply:
    """A JSON value → a 200 reply; a Reply stays. Raises InvalidArgument for a body that is neither JSON nor bytes."""
    reply = value if isinstance(value, Reply) else Reply(200, value)
    try:
        payload(reply.body)
    except (TypeError, ValueError) as exc:
        raise InvalidArgument(f"a reply's body is JSON, bytes or None: {exc}") from None
    return reply


def success_reply(success: Success, request: Request) -> Reply:
    """The success reply for a request."""
    return as_reply(success(request) if callable(success) else success)


def matches(pattern: str, request: Request) -> bool:
    """Whether a request is meant by `"POST /v0/token"` (`*` and `?` as in file names; the method may be left out)."""
    method, _, path = pattern.rpartition(" ")
    return (not method or method.upper() == request.method) and fnmatch.fnmatchcase(request.path, path)


def pattern_fault(pattern: Any) -> str:
    """Why a pattern could meet no request; empty where it could."""
    if not isinstance(pattern, str) or "/" not in pattern:
        return "is no request"
    method, _, path = pattern.rpartition(" ")
    near = nearest(method.upper(), METHODS)
    if method and method.upper() not in METHODS and (near or not method.isalpha()):
        return f"is no request: {method!r} is no method{did_you_mean(near)}"
    if not path.startswith(BEGINNINGS):
        return "is no request: a path begins with /, and has no host"
    return ""


def is_target(target: Target, request: Request) -> bool:
    """Whether a request gets the case, unless a route takes it."""
    return target is None or (target(request) if callable(target) else matches(target, request))


def always(action: Action) -> Script:
    """The same answer each time."""
    return lambda request: action


def sequence(turns: Iterable[Script]) -> Script:
    """One script after the other, each for one request; the last one stays."""
    queue, lock = list(turns), threading.Lock()
    if not queue:
        raise InvalidArgument("a sequence needs at least one reply")

    def script(request: Request) -> Action:
        with lock:
            turn = queue.pop(0) if len(queue) > 1 else queue[0]
        return turn(request)

    return script


def alternate(turns: Iterable[Script]) -> Script:
    """One script after the other, each for one request, and again from the start."""
    ring, lock = list(turns), threading.Lock()
    if not ring:
        raise InvalidArgument("an alternation needs at least one reply")

    def script(request: Request) -> Action:
        with lock:
            ring.append(turn := ring.pop(0))
        return turn(request)

    return script


def fail(times: int, first: Script, then: Script) -> Script:
    """A script so many times, then another one."""
    left, lock = [times], threading.Lock()

    def script(request: Request) -> Action:
        with lock:
            left[0] -= 1
        return (first if left[0] >= 0 else then)(request)

    return script


def succeed(success: Success) -> Script:
    """The consumer's success reply each time."""
    return lambda request: Action(success_reply(success, request), "success")


def routed(
    script: Script,
    *,
    routes: Mapping[str, Any],
    target: Target = None,
    behind: Mapping[str, Any] | None = None,
    otherwise: Success = None,
) -> Script:
    """Fixed replies for some requests; `script` for those that are the target; `otherwise` for the rest. behind: routes
    for requests that aren't the target only."""

    def answer(request: Request) -> Action:
        aimed = target is not None and is_target(target, request)
        for pattern, value in (*routes.items(), *(() if aimed else (behind or {}).items())):
            if matches(pattern, request):
                return Action(success_reply(value, request), "route")
        if target is None or aimed:
            return script(request)
        return Action(success_reply({} if otherwise is None else otherwise, request), "other")

    return answer
