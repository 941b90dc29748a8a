"""Celery: tasks run by a worker that may run them again (`autoretry_for`, `self.retry`, sending oneself again)."""

from __future__ import annotations

from typing import Any, Final

from ..flow.core import Args, Found, Kwargs
from ..flow.loops import CONCRETE
from ..flow.state import DictObj, Inst, State
from ..flow.values import FALSE, NONE, TRUE, Cls, Const, Ext, Func, Made, Ref, Thrown, Tup, Unk, Value, Wrapped
from .layers import SOME, Answer, Policy, Waits, contrary, raised_as, run
from .table import layer, made, model, runner

OPTIONS: Final = (
    "autoretry_for",
    "dont_autoretry_for",
    "max_retries",
    "default_retry_delay",
    "retry_backoff",
    "retry_backoff_max",
    "retry_jitter",
    "retry_kwargs",
    "throws",
    "bind",
)
RETRY: Final = "celery.exceptions.Retry"
MOST: Final = 1000
"""The largest count of retries that a task is shown."""


@model("celery.shared_task", "celery.task", "celery.app.shared_task", "celery.decorators.task")
def shared_task(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`@shared_task` or `@shared_task(…)`."""
    if args and isinstance(args[0], (Func, Wrapped)):
        return [(st, Wrapped("celery", args[0], Made("celery.task"), *site))]
    return [(st, Made("celery.task", tuple(args), (*kwargs, ("__site__", Const(site)))))]


@made("celery.task")
def task_apply(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function."""
    where = policy.get(-1, "__site__")
    place = where.v if isinstance(where, Const) else site
    return [(st, Wrapped("celery", args[0], policy, *place))] if args else [(st, NONE)]


def app_method(it: Any, recv: Made, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """`@app.task(…)` of a known Celery app."""
    if recv.name in ("celery.Celery", "celery.app.Celery") and name == "task":
        return shared_task(it, st, args, kwargs, site, name)
    return None


def option(policy: Value | None, name: str, st: State, it: Any) -> Value | None:
    """A task option: from the decorator, else from the base class."""
    if not isinstance(policy, Made):
        return None
    value = policy.get(-1, name)
    if value is None and isinstance(base := policy.get(-1, "base"), Cls):
        found = base.info.lookup(name)
        value = found[0] if found is not None else None
    if value is None and isinstance(extra := policy.get(-1, "retry_kwargs"), Ref):
        obj = it.obj(st, extra)
        if isinstance(obj, DictObj):
            value = next((v for k, v in obj.items if k == Const(name)), None)
    return value


@layer("celery")
def call_task(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A direct call of a task runs its body once."""
    return once(it, func, args, kwargs, st, site, 0)


def once(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any, retries: int) -> Found:
    """The body, with `self` bound where the task is."""
    bound = isinstance(func.policy, Made) and func.policy.get(-1, "bind") == TRUE
    values = list(args)
    if bound:
        values.insert(0, task_self(it, func, st, retries))
    found: Found = it.call(func.func, values, list(kwargs), st, None, site)
    return found


def task_self(it: Any, func: Wrapped, st: State, retries: int) -> Ref:
    """The task instance."""
    request = it.alloc(
        st,
        Inst(
            Ext("celery.Request"),
            {
                "retries": Const(retries),
                "id": Unk(("task-id",), "str"),
                "args": Unk(("task-args",)),
                "kwargs": Unk(("task-kwargs",)),
            },
        ),
    )
    attrs: dict[str, Value] = {
        "request": request,
        "__task__": func,
        "max_retries": option(func.policy, "max_retries", st, it) or Const(3),
    }
    attrs["default_retry_delay"] = option(func.policy, "default_retry_delay", st, it) or Const(180)
    base = func.policy.get(-1, "base") if isinstance(func.policy, Made) else None
    ref: Ref = it.alloc(st, Inst(base if isinstance(base, Cls) else Ext("celery.Task"), attrs))
    return ref


@runner("celery")
def run_task(it: Any, func: Wrapped, args: Args, st: State, site: Any) -> Found:
    """A task as the worker runs it: again after a Retry, and after what autoretry_for names."""
    place = (func.module, func.n)
    automatic = option(func.policy, "autoretry_for", st, it)
    spared = option(func.policy, "dont_autoretry_for", st, it)
    limit = option(func.policy, "max_retries", st, it)
    limit = Const(3) if limit is None else limit
    count = min(limit.v, CONCRETE) if isinstance(limit, Const) and isinstance(limit.v, int) else None

    def asks(it: Any, s: State, value: Value, number: int) -> Answer:
        if not isinstance(value, Thrown):
            return [(s, False)]
        if is_retry(it, s, value):
            return [(s, not _exhausted(it, s, value, number, limit))]
        if automatic is None:
            return [(s, False)]
        found: Answer = []
        for end, caught in raised_as(it, s, value, automatic):
            if caught and spared is not None:
                found.extend(contrary(raised_as(it, end, value, spared)))
            else:
                found.append((end, caught))
        return [(e, a and not (count is not None and number > count)) for e, a in found]

    def waits(it: Any, s: State, value: Value, number: int) -> Waits:
        if isinstance(value, Thrown) and is_retry(it, s, value):
            return retry_waits(it, s, value)
        return [(s, auto_wait(it, func.policy, s, number))]

    def ends(it: Any, s: State, value: Value) -> Found:
        return [(s, value)]

    policy = Policy("celery", asks, waits, None, ends)

    def body(s: State) -> Found:
        number = next((x[2] for x in s.layers if x[1] == place), 1)
        if number > CONCRETE:  # what a task compares with the count, however far off, is reached in the end
            number = max(number, min(MOST, max(it.bounds, default=0)) + 2)
        return once(it, func, args, [], s, site, number - 1)

    found = run(it, policy, body, st, place)
    return [(s, _unwrapped(it, s, v)) for s, v in found]


def _unwrapped(it: Any, st: State, value: Value) -> Value:
    """A Retry that ends a task raises the exception that it was given."""
    if isinstance(value, Thrown) and is_retry(it, st, value):
        exc = it.obj(st, value.exc).attrs.get("exc")
        if isinstance(exc, Ref):
            return Thrown(exc)
    return value


def is_retry(it: Any, st: State, value: Thrown) -> bool:
    """Whether an exception is celery's Retry."""
    obj = it.obj(st, value.exc) if isinstance(value.exc, Ref) else None
    return isinstance(obj, Inst) and obj.cls == Ext(RETRY)


def _exhausted(it: Any, st: State, value: Thrown, number: int, limit: Value) -> bool:
    own = it.obj(st, value.exc).attrs.get("max_retries")
    bound = own if own is not None else limit
    return isinstance(bound, Const) and isinstance(bound.v, int) and number > min(bound.v, CONCRETE)


def retry_waits(it: Any, st: State, value: Thrown) -> Waits:
    """The countdown of a Retry, which may differ from point to point; an eta is unknown."""
    attrs = it.obj(st, value.exc).attrs
    if "eta" in attrs and attrs["eta"] != NONE:
        return [(st, None)]
    given = attrs.get("countdown", NONE)
    return [
        (s, it.seconds(v)) for s, v in it.by_part(st, given if given != NONE else attrs.get("__delay__", Const(180)))
    ]


def auto_wait(it: Any, policy: Value | None, st: State, number: int) -> float | None:
    """The wait of autoretry: fixed, or exponential with jitter that may make it next to nothing."""
    backoff = option(policy, "retry_backoff", st, it)
    if backoff is None or backoff in (FALSE, NONE):
        countdown = option(policy, "countdown", st, it)
        delay = option(policy, "default_retry_delay", st, it)
        seconds: float | None = it.seconds(
            countdown if countdown is not None else (delay if delay is not None else Const(180))
        )
        return seconds
    factor = 1.0 if backoff == TRUE else it.seconds(backoff)
    cap = it.seconds(option(policy, "retry_backoff_max", st, it) or Const(600))
    if factor is None or cap is None:
        return None
    if option(policy, "retry_jitter", st, it) == FALSE:
        return float(min(cap, factor * 2 ** (number - 1)))
    return SOME


def self_method(
    it: Any, ref: Ref, obj: Inst, name: str, args: Args, kwargs: Kwargs, st: State, site: Any
) -> Found | None:
    """`self.retry(exc=…, countdown=…)`, `self.apply_async(…)`."""
    if "__task__" not in obj.attrs:
        return None
    if name == "retry":
        named = dict(
            zip(("args", "kwargs", "exc", "throw", "eta", "countdown", "max_retries"), args, strict=False)
        ) | dict(kwargs)
        named["__delay__"] = obj.attrs["default_retry_delay"]
        if "exc" not in named and st.handled:
            named["exc"] = st.handled[-1]
        request = it.obj(st, obj.attrs["request"])
        limit = named.get("max_retries", obj.attrs["max_retries"])
        retries = request.attrs["retries"]
        exc = it.alloc(st, Inst(Ext(RETRY), named))
        if (
            isinstance(limit, Const)
            and isinstance(limit.v, int)
            and isinstance(retries, Const)
            and retries.v >= limit.v
        ):
            given = named.get("exc")
            if given is not None and given != NONE:
                return [(st, Thrown(given))]
            return [(st, Thrown(it.alloc(st, Inst(Ext("celery.exceptions.MaxRetriesExceededError"), {}))))]
        st.note("retry", site, "celery")
        return [(st, Thrown(exc))]
    if name in ("apply_async", "delay"):
        it.effect(st, site, name, tuple(args))
        return [(st, NONE)]
    return None


def task_method(it: Any, recv: Wrapped, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """`task.delay(…)`, `task.apply_async(…)`: what the worker runs later is another operation; sending oneself again
    is a resend after the countdown."""
    if name in ("delay", "apply_async", "s", "si", "signature", "apply") and recv.kind == "celery":
        it.effect(st, site, f"{name}", tuple(args))
        inner = recv.func
        mine = isinstance(inner, Func) and inner.node in it.stack
        if mine and name in ("delay", "apply_async"):
            return _again(it, recv, name, args, kwargs, st, site)
        return [(st, Unk(("async-result", site)))]
    if name in ("retry_with", "with_options"):
        return [(st, recv)]
    if name in ("__wrapped__", "run"):
        return call_task(it, recv, args, kwargs, st, site)
    return [(st, Unk((name, site)))]


def _again(it: Any, recv: Wrapped, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    named = dict(kwargs)
    site_layer = ("celery", (recv.module, recv.n))
    if "eta" in named or any(x[:2] == site_layer and x[2] > 1 for x in st.layers):
        return [(st, Unk(("async-result", site)))]
    st.layers = (*(x for x in st.layers if x[:2] != site_layer), (*site_layer, 2))
    if "countdown" in named:
        st.wait(it.seconds(named["countdown"]))
    st.note("retry", site, "celery")
    positional = args
    if name == "apply_async":
        known, _ = it.items_of(st, named.get("args", args[0] if args else Tup(())))
        positional = list(known or [])
    return [(s, NONE if isinstance(v, Thrown) else v) for s, v in once(it, recv, positional, [], st, site, 0)]
