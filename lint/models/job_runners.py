"""Job runners other than Celery (dramatiq, huey, procrastinate, Prefect, Airflow): a function that a worker runs, and
runs again as its decorator says."""

from __future__ import annotations

from typing import Any, Final

from ...contracts.plain import frozen
from ..flow.core import Args, Found, Kwargs
from ..flow.loops import CONCRETE
from ..flow.state import State
from ..flow.values import NONE, TRUE, Const, Ext, Func, Made, Thrown, Tup, Unk, Value, Wrapped
from .layers import Answer, Policy, Waits, asked, contrary, raised_as, run, site_of
from .table import layer, made, model, runner


@frozen
class Runner:
    """How a library calls the options of its decorator (no name: it has none), and what stands without them.

    usual: how many times more it runs; first: the least seconds before that, each of `unit` seconds; factor: by what
    they grow. spared: exceptions after which it never runs again. calls: what a direct call does (`runs` the body once,
    runs it `again` as the worker does, or leaves it for `later`)."""

    retries: str
    delay: str
    usual: int = 0
    first: float = 0.0
    unit: float = 1.0
    growth: str = ""
    factor: float = 1.0
    longest: str = ""
    spares: str = ""
    predicate: str = ""
    spared: tuple[str, ...] = ()
    calls: str = "later"


_HUEY: Final = Runner(
    "retries", "retry_delay", growth="retry_backoff", spared=("huey.CancelExecution", "huey.exceptions.CancelExecution")
)
_PREFECT: Final = Runner("retries", "retry_delay_seconds", predicate="retry_condition_fn", calls="again")
_AIRFLOW: Final = Runner(
    "retries",
    "retry_delay",
    first=300.0,
    spared=tuple(
        f"{module}.{name}"
        for module in ("airflow.exceptions", "airflow.sdk.exceptions")
        for name in ("AirflowFailException", "AirflowSkipException")
    ),
    calls="again",
)
RUNNERS: Final = {
    "dramatiq.actor": Runner(
        "max_retries",
        "min_backoff",
        usual=20,
        first=15_000.0,
        unit=0.001,
        factor=2.0,
        longest="max_backoff",
        spares="throws",
        predicate="retry_when",
        calls="runs",
    ),
    "huey.task": _HUEY,
    "huey.contrib.djhuey.task": _HUEY,
    "huey.contrib.djhuey.db_task": _HUEY,
    "huey.contrib.djhuey.periodic_task": _HUEY,
    "huey.contrib.djhuey.db_periodic_task": _HUEY,
    "procrastinate.task": Runner("retry", "", calls="runs"),
    "prefect.task": _PREFECT,
    "prefect.flow": _PREFECT,
    "airflow.decorators.task": _AIRFLOW,
    "airflow.sdk.task": _AIRFLOW,
}
APPS: Final = {
    **{f"huey.{kind}Huey": "huey" for kind in ("", "Redis", "PriorityRedis", "Sqlite", "Memory", "File")},
    "procrastinate.App": "procrastinate",
    "procrastinate.Blueprint": "procrastinate",
}
"""Objects whose method `task` is a decorator, each with its library."""
STRATEGY: Final = "procrastinate.RetryStrategy"
DELAYS: Final = {
    "dramatiq.Retry": (1, 0.001),
    "dramatiq.errors.Retry": (1, 0.001),
    "huey.RetryTask": (2, 1.0),
    "huey.exceptions.RetryTask": (2, 1.0),
}
"""What a body raises to be run again: the place of its `delay`, and the seconds of that one's unit."""
UNBOUNDED: Final = frozenset({"huey.RetryTask", "huey.exceptions.RetryTask"})
"""Those that no count of retries bounds."""
SENT: Final = frozenset(
    {"send", "send_with_options", "defer", "defer_async", "delay", "schedule", "submit", "map", "expand", "enqueue"}
)
"""Methods of a job that leave it for a worker."""
BODY: Final = frozenset({"fn", "func", "call_local", "__wrapped__", "function"})


@model(*RUNNERS)
def decorator(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The decorator's options, kept; without any it stands on the function itself."""
    if args and isinstance(args[0], (Func, Wrapped)):
        return [(st, Wrapped("job", args[0], Made(name), *site))]
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@made(*RUNNERS)
def decorated(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function."""
    return [(st, Wrapped("job", args[0], policy, *site_of(policy, site)))] if args else [(st, NONE)]


def app_method(it: Any, recv: Made, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """`@huey.task(…)`, `@app.task(…)` of a known object."""
    library = APPS.get(recv.name)
    if library is None or name not in ("task", "periodic_task"):
        return None
    return decorator(it, st, [] if name == "periodic_task" else args, kwargs, site, f"{library}.task")


@layer("job")
def called(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A direct call."""
    does = RUNNERS[func.policy.name].calls if isinstance(func.policy, Made) else "runs"
    if does == "later":
        it.effect(st, site, "enqueue", tuple(args))
        return [(st, Unk(("job", site)))]
    if does == "again":
        return run_job(it, func, args, st, site, kwargs)
    found: Found = it.call(func.func, list(args), list(kwargs), st, None, site)
    return found


def job_method(it: Any, recv: Wrapped, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """`job.send(…)`, `job.fn(…)`: what the worker runs later is another operation."""
    if name in BODY:
        found: Found = it.call(recv.func, list(args), list(kwargs), st, None, site)
        return found
    if name in ("with_options", "configure", "options"):
        return [(st, recv)]
    if name in SENT:
        it.effect(st, site, name, tuple(args))
    return [(st, Unk((name, site)))]


@runner("job")
def run_job(it: Any, func: Wrapped, args: Args, st: State, site: Any, kwargs: Kwargs | None = None) -> Found:
    """A job as the worker runs it."""
    assert isinstance(func.policy, Made)
    given, said, place = func.policy, RUNNERS[func.policy.name], (func.module, func.n)
    strategy = _strategy(given) if said.retries == "retry" else None
    more = _count(strategy.get(-1, "max_attempts"), None) if strategy is not None else _retries(given, said)
    predicate = given.get(-1, said.predicate) if said.predicate else None
    wanted = strategy.get(-1, "retry_exceptions") if strategy is not None else None

    def asks(it: Any, s: State, value: Value, attempt: int) -> Answer:
        if not isinstance(value, Thrown) or (strategy is None and said.retries == "retry"):
            return [(s, False)]
        if (again := _asked(value)) is not None and again.name in UNBOUNDED:
            return [(s, True)]
        if predicate is not None and predicate != NONE:
            return asked(it, predicate, [Const(attempt - 1), value.exc], s, place)
        if isinstance(more, int) and attempt > min(more, CONCRETE):
            return [(s, False)]
        return [
            answer
            for end, caught in raised_as(it, s, value, wanted)
            for answer in (_unless(it, end, value, given, said) if caught is True else [(end, caught)])
        ]

    def waits(it: Any, s: State, value: Value, attempt: int) -> Waits:
        again = _asked(value)
        delay = again.get(DELAYS[again.name][0], "delay") if again is not None else None
        if again is not None and delay is not None and delay != NONE:
            seconds = it.seconds(delay)
            return [(s, None if seconds is None else seconds * DELAYS[again.name][1])]
        return [(s, _of_strategy(it, strategy, attempt) if strategy is not None else _wait(it, given, said, attempt))]

    policy = Policy("job", asks, waits, None, lambda it, s, value: [(s, value)], unsure=more == "unknown")
    return run(it, policy, lambda s: it.call(func.func, list(args), list(kwargs or ()), s, None, site), st, place)


def _unless(it: Any, st: State, value: Value, given: Made, said: Runner) -> Answer:
    """Yes, but for the exceptions that the decorator or its library spares."""
    spared: list[Value] = [Ext(name) for name in said.spared]
    own = given.get(-1, said.spares) if said.spares else None
    spared += own.items if isinstance(own, Tup) else [own] if own is not None and own != NONE else []
    return contrary(raised_as(it, st, value, Tup(tuple(spared)))) if spared else [(st, True)]


def _asked(value: Value) -> Made | None:
    """The exception by which a body asks to be run again."""
    exc = value.exc if isinstance(value, Thrown) else None
    return exc if isinstance(exc, Made) and exc.name in DELAYS else None


def _retries(given: Made, said: Runner) -> int | str | None:
    """How many times more: None without a bound, `unknown` where it isn't told."""
    return _count(given.get(-1, said.retries), said.usual)


def _count(value: Value | None, usual: int | None) -> int | str | None:
    if value is None:
        return usual
    if value == NONE:
        return None
    return value.v if isinstance(value, Const) and type(value.v) is int else "unknown"


def _strategy(given: Made) -> Made | None:
    """procrastinate's `retry=`: True for ever, a number, or a strategy; None where it isn't run again."""
    value = given.get(-1, "retry")
    if isinstance(value, Made) and value.name == STRATEGY:
        return value
    if value == TRUE:
        return Made(STRATEGY)
    if isinstance(value, Const) and type(value.v) is int and value.v > 0:
        return Made(STRATEGY, (), (("max_attempts", value),))
    return None


def _of_strategy(it: Any, strategy: Made, attempt: int) -> float | None:
    """The seconds of procrastinate's strategy after so many runs."""
    parts = [_seconds(it, strategy, name, 0.0) for name in ("wait", "linear_wait", "exponential_wait")]
    wait, linear, exponential = parts
    if wait is None or linear is None or exponential is None:
        return None
    return wait + linear * (attempt - 1) + (exponential**attempt if exponential else 0.0)


def _wait(it: Any, given: Made, said: Runner, attempt: int) -> float | None:
    """The least seconds before the next run, after so many; None where it isn't known."""
    first = _seconds(it, given, said.delay, said.first)
    factor = _seconds(it, given, said.growth, 0.0) if said.growth else said.factor
    longest = _seconds(it, given, said.longest, None) if said.longest else None
    if first is None or factor is None:
        return None
    wait = first * (factor or 1.0) ** (attempt - 1)
    return (wait if longest is None else min(wait, longest)) * said.unit


def _seconds(it: Any, given: Made, name: str, otherwise: float | None) -> float | None:
    value = given.get(-1, name)
    if value is None or value == NONE:
        return otherwise
    found: float | None = it.seconds(value)
    return found
