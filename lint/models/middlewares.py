"""aiohttp's client middlewares: functions of the project's own around each request, the first one outermost. Each may
ask the next one, which asks the wire in the end, more than once."""

from __future__ import annotations

from functools import partial
from typing import Any

from ..flow.core import Args, Found, Kwargs
from ..flow.state import State
from ..flow.values import Func, Native, Ref, Value
from .delivery import received
from .request import Request, session_value
from .transports import on_its_way, on_the_wire


def through_middlewares(it: Any, st: State, request: Request, key: Any, domain: Any, site: Any) -> Found | None:
    """What the middlewares of a request's session give for it; None where it has none that can be followed."""
    if request.lib != "aiohttp":
        return None
    given = request.options.get("middlewares") or session_value(it, st, request.session, ("middlewares",))
    known, more = it.items_of(st, given) if given is not None else (None, False)
    if not known or more or not all(_is_own(it, st, one) for one in known):
        return None
    underway, prepared = on_its_way(it, st, request)
    handler: Value = Native("wire", partial(on_the_wire, underway, key, domain))
    for number, one in reversed([*enumerate(known)]):
        handler = Native("handler", partial(_asked, one, handler), key=(site, number))
    return received(it, it.call(handler, [prepared], [], st, None, site), underway, site)


def _is_own(it: Any, st: State, value: Value) -> bool:
    """Whether something is a function of the project's, or an object that is called like one."""
    return isinstance(value, Func) or (isinstance(value, Ref) and it.special(st, value, "__call__") is not None)


def _asked(middleware: Value, handler: Value, it: Any, st: State, args: Args, kwargs: Kwargs, site: Any) -> Found:
    found: Found = it.call(middleware, [*args[:1], handler], [], st, None, site)
    return found
