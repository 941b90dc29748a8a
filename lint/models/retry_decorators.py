"""Small retry libraries whose decorators say which exceptions are tried again: retry and its kin, funcy, opnieuw,
google.api_core."""

from __future__ import annotations

from typing import Any, Final

from ...contracts.plain import frozen
from ..flow.core import Args, Found, Kwargs
from ..flow.state import State
from ..flow.values import NONE, Const, Ext, Func, Lam, Made, Thrown, Tup, Value, Wrapped
from .layers import Answer, Policy, Waits, asked, raised_as, run, site_of
from .table import layer, made, model


@frozen
class Spelling:
    """How a library calls its arguments, each with its place (-1: by name only, no name: it has none)."""

    types: tuple[int, str]
    tries: tuple[int, str] = (-1, "")
    delay: tuple[int, str] = (-1, "")
    growth: tuple[int, str] = (-1, "")
    longest: tuple[int, str] = (-1, "")
    budget: tuple[int, str] = (-1, "")


_RETRY: Final = Spelling((0, "exceptions"), (1, "tries"), (2, "delay"), (4, "backoff"), (3, "max_delay"))
_OPNIEUW: Final = Spelling(
    (-1, "retry_on_exceptions"),
    (-1, "max_calls_total"),
    budget=(-1, "retry_window_after_first_call_in_seconds"),
)
_GOOGLE: Final = Spelling((0, "predicate"), budget=(-1, "timeout"))
SPELLINGS: Final = {
    "retry.retry": _RETRY,
    "retry.api.retry": _RETRY,
    "reretry.retry": _RETRY,
    "retry2.retry": _RETRY,
    "funcy.retry": Spelling((1, "errors"), (0, "tries"), (2, "timeout")),
    "opnieuw.retry": _OPNIEUW,
    "opnieuw.retry_async": _OPNIEUW,
    "google.api_core.retry.Retry": _GOOGLE,
    "google.api_core.retry.AsyncRetry": _GOOGLE,
}
BY_TYPE: Final = "google.api_core.retry.if_exception_type"


@model(*SPELLINGS)
def decorator(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The decorator's arguments, kept; without any it stands on the function itself."""
    if len(args) == 1 and isinstance(args[0], (Func, Lam, Wrapped)):
        return [(st, Wrapped("retry", args[0], Made(name), *site))]
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@made(*SPELLINGS)
def decorated(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function."""
    return [(st, Wrapped("retry", args[0], policy, *site_of(policy, site)))] if args else [(st, NONE)]


@model("retry.api.retry_call", "retry.retry_call", "reretry.retry_call")
def called(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`retry_call(f, fargs, fkwargs, exceptions=…)`."""
    call = Made(name, tuple(args[:3]), tuple(kwargs))
    func, given = call.get(0, "f"), call.get(1, "fargs")
    known = [] if given is None or given == NONE else it.items_of(st, given)[0]
    if func is None or known is None or call.get(2, "fkwargs") not in (None, NONE):
        found: Found = it.call_unknown(Ext(name), args, kwargs, st, site)
        return found
    policy = Made("retry.retry", tuple(args[3:]), tuple(kwargs))
    return tried(it, Wrapped("retry", func, policy, *site), list(known), [], st, site)


@layer("retry")
def tried(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A call through one of these."""
    assert isinstance(func.policy, Made)
    place = (func.module, func.n)
    policy = _policy(it, func.policy, place)
    return run(it, policy, lambda s: it.call(func.func, list(args), list(kwargs), s, None, site), st, place)


def _policy(it: Any, given: Made, place: Any) -> Policy:
    """What the arguments say."""
    said = SPELLINGS[given.name]
    types, predicate = _what_for(given, said)
    tries = given.get(*said.tries) if said.tries[1] else None
    attempts = tries.v if isinstance(tries, Const) and type(tries.v) is int and tries.v > 0 else None

    def asks(it: Any, st: State, value: Value, attempt: int) -> Answer:
        if predicate is None:
            return raised_as(it, st, value, types)
        return asked(it, predicate, [value.exc], st, place) if isinstance(value, Thrown) else [(st, False)]

    def waits(it: Any, st: State, value: Value, attempt: int) -> Waits:
        return [(st, _wait(it, given, said, attempt))]

    return Policy(
        "retry",
        asks,
        waits,
        attempts,
        lambda it, s, value: [(s, value)],
        _seconds(it, given, said.budget, None),
        unsure=tries is not None and not isinstance(tries, Const),
        types=types if predicate is None else None,
    )


def _what_for(given: Made, said: Spelling) -> tuple[Value, Value | None]:
    """The exceptions that are tried again, and what is asked instead, if anything."""
    value = given.get(*said.types)
    if said is not _GOOGLE:
        return value if value is not None else Ext("builtins.Exception"), None
    if isinstance(value, Made) and value.name == BY_TYPE:
        return Tup(value.args), None
    return Tup(()), value  # by itself it tries again what Google's own services raise


def _wait(it: Any, given: Made, said: Spelling, attempt: int) -> float | None:
    """The least seconds after so many attempts; None where it isn't known."""
    if said is _GOOGLE:
        return 0.0  # they are random, from none on
    first, factor = _seconds(it, given, said.delay, 0.0), _seconds(it, given, said.growth, 1.0)
    if first is None or factor is None:
        return None
    longest = _seconds(it, given, said.longest, None)
    wait = first * factor ** (attempt - 1)
    return wait if longest is None else min(wait, longest)


def _seconds(it: Any, given: Made, where: tuple[int, str], otherwise: float | None) -> float | None:
    """An argument as a number, `otherwise` where it isn't given; None where it can't be told."""
    value = given.get(*where) if where[1] else None
    if value is None or value == NONE:
        return otherwise
    found: float | None = it.seconds(value)
    return found
