"""Retry libraries as transformers of outcomes: tenacity, backoff, stamina, retrying."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from .. import ir
from ..flow.ends import BREAK, CONTINUE, Ends, Raise
from ..flow.loops import CONCRETE
from ..flow.state import Inst, State
from ..flow.values import (
    FALSE,
    NONE,
    TRUE,
    Const,
    Ext,
    Func,
    Lam,
    Made,
    Partial,
    Ref,
    Thrown,
    Unk,
    Value,
    Wrapped,
)
from .table import driver, layer, made, model

Found = list[tuple[State, Value]]
Args = list[Value]
Kwargs = list[tuple[str, Value]]
Answer = list[tuple[State, bool]]
SOME: Final = 0.001
"""A wait that is surely some wait, though random."""


@dataclass(slots=True)
class Policy:
    """A retry layer. asks(it, st, outcome, attempt) forks on whether to go again; waits gives the least seconds before
    the next attempt (None: unknown); attempts: at most so many calls, None for no bound; ends gives the final
    outcome."""

    kind: str
    asks: Callable[..., Answer]
    waits: Callable[..., float | None]
    attempts: int | None
    ends: Callable[..., Found]
    budget: float | None = None
    hooks: tuple[Value, ...] = ()
    unsure: bool = False


def run(it: Any, policy: Policy, once: Callable[[State], Found], st: State, site: Any) -> Found:
    """Call until the policy is content; what would go on for ever is noted as endless."""
    it.facts.wrapped.setdefault(site, policy.kind)
    done: Found = []
    going = [st]
    start = st.clock
    for attempt in range(1, CONCRETE + 2):
        again: list[State] = []
        for state in going:
            state.layers = (*(x for x in state.layers if x[1] != site), (policy.kind, site, attempt))
            asked = len(state.sent)
            for s, value in once(state):
                for end, more in policy.asks(it, s, value, attempt):
                    if not more:
                        done.append((leave(end, site), value))
                        continue
                    wait = policy.waits(it, end, value, attempt)
                    # What doesn't ask the provider is tried twice only: more turns tell nothing new.
                    aside = attempt > 1 and len(end.sent) == asked
                    over = aside or (policy.attempts is not None and attempt >= policy.attempts)
                    late = policy.budget is not None and end.clock - start + (wait or 0.0) >= policy.budget
                    if (
                        over
                        or late
                        or (attempt > CONCRETE and (policy.attempts is not None or policy.budget is not None))
                    ):
                        done.extend((leave(x, site), v) for x, v in policy.ends(it, end, value))
                        continue
                    end.note("retry", site, policy.kind)
                    end.wait(wait) if wait is None or wait > 0 else None
                    for hook in policy.hooks:
                        _run_hook(it, hook, end, value, attempt, site)
                    again.append(end)
        going = it.merge(again)
        if not going:
            return done
    for state in going:
        it.endless.append((leave(state, site), site))
    return done


def leave(st: State, site: Any) -> State:
    """Forget the layer on the way out."""
    st.layers = tuple(x for x in st.layers if x[1] != site)
    return st


def _run_hook(it: Any, hook: Value, st: State, value: Value, attempt: int, site: Any) -> None:
    """before_sleep, on_backoff: run for its effects (a token refresh, a log)."""
    if isinstance(hook, (Func, Lam, Partial)):
        results = it.call(hook, [retry_state(it, st, value, attempt)], [], st, None, site)
        if results and results[0][0] is not st:
            _adopt(st, results[0][0])
    elif not isinstance(hook, Const):
        it.remedy(st, it.name_of(hook))


def _adopt(st: State, other: State) -> None:
    st.frames, st.heap, st.remedies, st.effects = other.frames, other.heap, other.remedies, other.effects


def decide(it: Any, st: State, value: Value, site: Any) -> Answer:
    """Fork on the truth of a value."""
    found: Answer = it.choose(st, value, site)
    return found


def calls(it: Any, func: Value, args: Args, st: State, site: Any) -> Found:
    """Call a predicate; what it raises is not followed."""
    return [(s, v) for s, v in it.call(func, args, [], st, None, site) if not isinstance(v, Thrown)]


def raised_as(it: Any, st: State, value: Value, types: Value | None) -> Answer:
    """Whether an outcome is an exception of the types; forks where it can't be told."""
    if not isinstance(value, Thrown):
        return [(st, False)]
    known = it.catches(st, value.exc, types if types is not None else Ext("builtins.Exception"))
    if known is None:
        other = st.fork()
        st.certain = other.certain = False
        return [(st, True), (other, False)]
    return [(st, known)]


# --- tenacity

_TENACITY: Final = ("tenacity.retry", "tenacity.Retrying", "tenacity.AsyncRetrying", "tenacity.retrying.retry")


@model("tenacity.retry", "tenacity.Retrying", "tenacity.AsyncRetrying")
def tenacity_retry(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`@retry` or `@retry(…)`."""
    if args and isinstance(args[0], (Func, Lam, Wrapped, Partial)) and name == "tenacity.retry":
        return [(st, Wrapped("tenacity", args[0], None, *site))]
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@made(*_TENACITY)
def tenacity_apply(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function, or `Retrying(…)(function, *args)`."""
    where = _site(policy, site)
    if policy.name == "tenacity.retry":
        return [(st, Wrapped("tenacity", args[0], policy, *where))] if args else [(st, NONE)]
    wrapped = Wrapped("tenacity", args[0] if args else NONE, policy, *where)
    found: Found = it.call_wrapped(wrapped, args[1:], kwargs, st, site)
    return found


def _site(policy: Value | None, default: Any) -> Any:
    if isinstance(policy, Made):
        value = policy.get(-1, "__site__")
        if isinstance(value, Const):
            return value.v
    return default


@layer("tenacity")
def tenacity_layer(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A call through @retry."""
    policy = tenacity_policy(it, func.policy, (func.module, func.n))
    return run(
        it, policy, lambda s: it.call(func.func, list(args), list(kwargs), s, None, site), st, (func.module, func.n)
    )


def tenacity_policy(it: Any, options: Value | None, site: Any) -> Policy:
    """What the arguments of tenacity's retry say."""
    given = options if isinstance(options, Made) else Made("tenacity.retry")
    predicate, stop, wait = (
        given.get(-1, "retry"),
        given.get(-1, "stop") or given.get(1 if False else -1, "stop"),
        given.get(-1, "wait"),
    )
    attempts, budget, unsure = tenacity_stop(stop)
    reraise = given.get(-1, "reraise") == TRUE
    callback = given.get(-1, "retry_error_callback")

    def asks(it: Any, st: State, value: Value, attempt: int) -> Answer:
        return tenacity_predicate(it, predicate, st, value, attempt, site)

    def waits(it: Any, st: State, value: Value, attempt: int) -> float | None:
        return tenacity_wait(it, wait, st, value, attempt, site)

    def ends(it: Any, st: State, value: Value) -> Found:
        if callback is not None and callback != NONE:
            if isinstance(value, Thrown):
                st.note("catch", site)
            found: Found = it.call(callback, [retry_state(it, st, value, attempts or 1)], [], st, None, site)
            return found
        if isinstance(value, Thrown) and reraise:
            return [(st, value)]
        cause = value.exc if isinstance(value, Thrown) else NONE
        ref = it.alloc(
            st, Inst(Ext("tenacity.RetryError"), {"__cause__": cause, "last_attempt": outcome_of(it, st, value)})
        )
        return [(st, Thrown(ref))]

    hooks = tuple(h for h in (given.get(-1, "before_sleep"), given.get(-1, "after")) if h is not None and h != NONE)
    return Policy("tenacity", asks, waits, attempts, ends, budget, hooks, unsure)


def tenacity_stop(stop: Value | None) -> tuple[int | None, float | None, bool]:
    """(attempts, seconds, unsure) after which it stops."""
    match stop:
        case None | Const(None):
            return None, None, False
        case Made("tenacity.stop_after_attempt" | "tenacity.stop.stop_after_attempt", args, kwargs):
            value = args[0] if args else dict(kwargs).get("max_attempt_number")
            if isinstance(value, Const) and isinstance(value.v, int):
                return value.v, None, False
            return 5, None, True
        case Made(
            "tenacity.stop_after_delay" | "tenacity.stop_before_delay" | "tenacity.stop.stop_after_delay", args, kwargs
        ):
            value = args[0] if args else next(iter(dict(kwargs).values()), None)
            seconds = float(value.v) if isinstance(value, Const) and isinstance(value.v, (int, float)) else 60.0
            return None, seconds, not isinstance(value, Const)
        case Made("operator.|", (a, b)) | Made("tenacity.stop_any", (a, b)):
            one, two = tenacity_stop(a), tenacity_stop(b)
            numbers = [x for x in (one[0], two[0]) if x is not None]
            seconds_ = [x for x in (one[1], two[1]) if x is not None]
            return min(numbers, default=None), min(seconds_, default=None), one[2] or two[2]
        case Made("operator.&", (a, b)) | Made("tenacity.stop_all", (a, b)):
            one, two = tenacity_stop(a), tenacity_stop(b)
            if one[0] is not None and two[0] is not None:
                return max(one[0], two[0]), None, one[2] or two[2]
            return None, max((x for x in (one[1], two[1]) if x is not None), default=None), True
        case Ext("tenacity.stop_never" | "tenacity.stop.stop_never"):
            return None, None, False
    return 5, None, True


def tenacity_predicate(it: Any, predicate: Value | None, st: State, value: Value, attempt: int, site: Any) -> Answer:
    """Whether tenacity would try again."""
    if predicate is None or predicate == NONE:
        return raised_as(it, st, value, None)
    if isinstance(predicate, Made):
        name = predicate.name.rsplit(".", 1)[-1]
        inner = predicate.args[0] if predicate.args else (predicate.kwargs[0][1] if predicate.kwargs else None)
        match name:
            case "retry_if_exception_type":
                return raised_as(it, st, value, inner)
            case "retry_if_not_exception_type":
                if not isinstance(value, Thrown):
                    return [(st, False)]
                return [(s, not a) for s, a in raised_as(it, st, value, inner)]
            case "retry_unless_exception_type":
                return [(s, not a) for s, a in raised_as(it, st, value, inner)]
            case "retry_if_exception" | "retry_if_not_exception":
                if not isinstance(value, Thrown) or inner is None:
                    return [(st, False)]
                return [d for s, v in calls(it, inner, [value.exc], st, site) for d in decide(it, s, v, site)]
            case "retry_if_exception_cause_type":
                obj = it.obj(st, value.exc) if isinstance(value, Thrown) and isinstance(value.exc, Ref) else None
                cause = obj.attrs.get("__cause__") if isinstance(obj, Inst) else None
                return raised_as(it, st, Thrown(cause), inner) if cause is not None else [(st, False)]
            case "retry_if_result" | "retry_if_not_result":
                if isinstance(value, Thrown) or inner is None:
                    return [(st, False)]
                wanted = name == "retry_if_result"
                return [
                    (e, a is wanted) for s, v in calls(it, inner, [value], st, site) for e, a in decide(it, s, v, site)
                ]
            case "retry_if_exception_message" | "retry_if_not_exception_message":
                if not isinstance(value, Thrown):
                    return [(st, False)]
                it.note_text(Unk(("message", site), "str", "message", True), st, site)
                return decide(it, st, Unk(("message", site), "bool", "message", True), site)
            case "retry_any" | "|":
                return _any(it, predicate.args, st, value, attempt, site, True)
            case "retry_all" | "&":
                return _any(it, predicate.args, st, value, attempt, site, False)
    if isinstance(predicate, Ext):
        name = predicate.name.rsplit(".", 1)[-1]
        if name in ("retry_never", "retry_always"):
            return [(st, name == "retry_always")]
    state = retry_state(it, st, value, attempt)
    return [d for s, v in calls(it, predicate, [state], st, site) for d in decide(it, s, v, site)]


def _any(
    it: Any, predicates: tuple[Value, ...], st: State, value: Value, attempt: int, site: Any, wanted: bool
) -> Answer:
    going: Answer = [(st, not wanted)]
    for predicate in predicates:
        going = [
            r
            for s, a in going
            for r in ([(s, a)] if a is wanted else tenacity_predicate(it, predicate, s, value, attempt, site))
        ]
    return going


def tenacity_wait(it: Any, wait: Value | None, st: State, value: Value, attempt: int, site: Any) -> float | None:
    """The least seconds that tenacity waits after an attempt (numbered from 1)."""
    if wait is None or wait == NONE:
        return 0.0
    if isinstance(wait, Made):
        return _made_wait(it, wait, st, value, attempt, site)
    if isinstance(wait, Ext):
        return 0.0 if wait.name.endswith("wait_none") else None
    found = [it.seconds(v) for _, v in calls(it, wait, [retry_state(it, st, value, attempt)], st.fork(), site)]
    return None if not found or None in found else min(x for x in found if x is not None)


def _made_wait(it: Any, wait: Made, st: State, value: Value, attempt: int, site: Any) -> float | None:
    name = wait.name.rsplit(".", 1)[-1]

    def arg(position: int, key: str, default: float | None) -> float | None:
        given = wait.get(position, key)
        return default if given is None else it.seconds(given)

    match name:
        case "wait_fixed":
            return arg(0, "wait", None)
        case "wait_none":
            return 0.0
        case "wait_random":
            low, high = arg(0, "min", 0.0), arg(1, "max", 1.0)
            return None if low is None else max(low, SOME if high else 0.0)
        case "wait_incrementing":
            start, step, cap = arg(0, "start", 0.0), arg(1, "increment", 100.0), arg(2, "max", 1e9)
            return (
                None if None in (start, step, cap) else min(cap or 0.0, (start or 0.0) + (step or 0.0) * (attempt - 1))
            )
        case "wait_exponential" | "wait_random_exponential" | "wait_full_jitter" | "wait_exponential_jitter":
            return _exponential(name, arg, attempt)
        case "wait_chain":
            chosen = wait.args[min(attempt, len(wait.args)) - 1] if wait.args else None
            return tenacity_wait(it, chosen, st, value, attempt, site)
        case "wait_combine" | "+":
            found = [tenacity_wait(it, w, st, value, attempt, site) for w in wait.args]
            return None if None in found else sum(x for x in found if x is not None)
    return None


def _exponential(name: str, arg: Callable[..., float | None], attempt: int) -> float | None:
    if name == "wait_exponential_jitter":
        first, cap, base, low = arg(0, "initial", 1.0), arg(1, "max", 1e9), arg(2, "exp_base", 2.0), 0.0
    else:
        first, cap, base, low = (
            arg(0, "multiplier", 1.0),
            arg(1, "max", 1e9),
            arg(2, "exp_base", 2.0),
            arg(3, "min", 0.0) or 0.0,
        )
    if first is None or cap is None or base is None:
        return None
    if name in ("wait_random_exponential", "wait_full_jitter"):
        return max(low, SOME)
    return max(low, min(cap, first * base ** (attempt - 1)))


def retry_state(it: Any, st: State, value: Value, attempt: int) -> Ref:
    """tenacity's RetryCallState."""
    outcome = outcome_of(it, st, value)
    ref: Ref = it.alloc(
        st,
        Inst(Ext("tenacity.RetryCallState"), {"attempt_number": Const(attempt), "outcome": outcome, "exception": NONE}),
    )
    return ref


def outcome_of(it: Any, st: State, value: Value) -> Ref:
    """A future that holds an outcome."""
    failed = isinstance(value, Thrown)
    ref: Ref = it.alloc(
        st,
        Inst(
            Ext("tenacity.Future"),
            {
                "failed": Const(failed),
                "__exc__": value.exc if isinstance(value, Thrown) else NONE,
                "__result__": NONE if failed else value,
            },
        ),
    )
    return ref


def outcome_method(
    it: Any, ref: Ref, obj: Inst, name: str, args: Args, kwargs: Kwargs, st: State, site: Any
) -> Found | None:
    """`outcome.exception()`, `outcome.result()`, `state.set_result(x)`."""
    if not isinstance(obj.cls, Ext) or not obj.cls.name.startswith("tenacity."):
        return None
    if name == "exception" and "__exc__" in obj.attrs:
        return [(st, obj.attrs["__exc__"])]
    if name == "result" and "__result__" in obj.attrs:
        exc = obj.attrs["__exc__"]
        return [(st, obj.attrs["__result__"] if exc == NONE else Thrown(exc))]
    if name == "set_result" and args:
        st.heap[ref.id] = Inst(obj.cls, {**obj.attrs, "__result__": args[0]}, obj.args)
        return [(st, NONE)]
    return None


@driver("tenacity.Retrying", "tenacity.AsyncRetrying", "stamina.retry_context")
def retrying_loop(it: Any, stmt: ir.For, source: Made, st: State, cx: Any) -> Ends:
    """`for attempt in Retrying(…): with attempt: …`: what the with body raises is the attempt's outcome."""
    site = (cx.module, stmt.n)
    policy = (
        stamina_policy(it, source, site) if source.name.startswith("stamina") else tenacity_policy(it, source, site)
    )
    done: Ends = []

    def once(state: State) -> Found:
        manager = it.alloc(
            state,
            Inst(
                Ext("tenacity.AttemptManager"),
                {"retry_state": retry_state(it, state, NONE, 1), "__outcome__": NONE, "num": Const(1)},
            ),
        )
        found: Found = []
        for s, comp in it.assign(stmt.target, manager, state, cx):
            for end, inner in it.exec_block(stmt.body, s, cx) if comp is None else [(s, comp)]:
                if inner is not None and inner is not CONTINUE:
                    done.append((leave(end, site), None if inner is BREAK else inner))
                    continue
                outcome = it.obj(end, manager).attrs["__outcome__"]
                found.append((end, outcome))
        return found

    for s, value in run(it, policy, once, st, site):
        done.append((s, Raise(value.exc) if isinstance(value, Thrown) else None))
    return done


# --- backoff


@model("backoff.on_exception", "backoff.on_predicate")
def backoff_on(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The decorator's arguments, kept."""
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@made("backoff.on_exception", "backoff.on_predicate")
def backoff_apply(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function."""
    return [(st, Wrapped("backoff", args[0], policy, *_site(policy, site)))] if args else [(st, NONE)]


@layer("backoff")
def backoff_layer(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A call through backoff."""
    assert isinstance(func.policy, Made)
    place = (func.module, func.n)
    policy = backoff_policy(it, func.policy, st, place)
    return run(it, policy, lambda s: it.call(func.func, list(args), list(kwargs), s, None, site), st, place)


def backoff_policy(it: Any, given: Made, st: State, site: Any) -> Policy:
    """What the arguments of backoff say."""
    on_exception = given.name.endswith("on_exception")
    condition = given.get(1, "exception" if on_exception else "predicate")
    giveup = given.get(-1, "giveup")
    tries, seconds = given.get(-1, "max_tries"), given.get(-1, "max_time")
    attempts = (
        int(tries.v)
        if isinstance(tries, Const) and isinstance(tries.v, int)
        else (None if tries in (None, NONE) else 5)
    )
    budget = it.seconds(seconds) if isinstance(seconds, Const) and seconds.v is not None else None

    def asks(it: Any, st: State, value: Value, attempt: int) -> Answer:
        if not on_exception:
            if isinstance(value, Thrown):
                return [(st, False)]
            if condition is None or condition == NONE:
                return [(s, not a) for s, a in decide(it, st, value, site)]
            return [d for s, v in calls(it, condition, [value], st, site) for d in decide(it, s, v, site)]
        found: Answer = []
        for s, caught in raised_as(it, st, value, condition):
            if not caught or giveup is None or giveup == NONE or not isinstance(value, Thrown):
                found.append((s, caught))
            else:
                found.extend(
                    (e, not a) for t, v in calls(it, giveup, [value.exc], s, site) for e, a in decide(it, t, v, site)
                )
        return found

    def waits(it: Any, st: State, value: Value, attempt: int) -> float | None:
        return backoff_wait(it, given, st, value, attempt, site)

    def ends(it: Any, st: State, value: Value) -> Found:
        if given.get(-1, "raise_on_giveup") == FALSE and isinstance(value, Thrown):
            st.note("catch", site)
            return [(st, NONE)]
        return [(st, value)]

    hooks = tuple(h for h in (given.get(-1, "on_backoff"),) if h is not None and h != NONE)
    return Policy(
        "backoff",
        asks,
        waits,
        attempts,
        ends,
        budget,
        hooks,
        tries not in (None, NONE) and not isinstance(tries, Const),
    )


def backoff_wait(it: Any, given: Made, st: State, value: Value, attempt: int, site: Any) -> float | None:
    """The least seconds before the next try; full jitter, the default, may be next to nothing."""
    generator = given.get(0, "wait_gen")
    name = generator.name.rsplit(".", 1)[-1] if isinstance(generator, Ext) else ""

    def arg(key: str, default: float | None) -> float | None:
        value_ = given.get(-1, key)
        return default if value_ is None else (None if value_ == NONE else it.seconds(value_))

    jitter = given.get(-1, "jitter")
    full = jitter is None or (isinstance(jitter, Ext) and jitter.name.endswith("full_jitter"))
    cap = arg("max_value", None)
    match name:
        case "expo":
            base, factor = arg("base", 2.0), arg("factor", 1.0)
            if base is None or factor is None:
                return None
            least = factor * base ** (attempt - 1)
        case "constant":
            interval = arg("interval", 1.0)
            if interval is None:
                return None
            least = interval
        case "fibo":
            a, b = 1.0, 1.0
            for _ in range(attempt - 1):
                a, b = b, a + b
            least = a
        case "runtime":
            func = given.get(-1, "value")
            inner = value.exc if isinstance(value, Thrown) else value
            found = [it.seconds(v) for _, v in calls(it, func, [inner], st.fork(), site)] if func is not None else []
            return None if not found or None in found else min(x for x in found if x is not None)
        case _:
            return None
    least = least if cap is None else min(least, cap)
    return min(SOME, least) if full else least


# --- stamina


@model("stamina.retry", "stamina.retry_context")
def stamina_retry(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The decorator's arguments, kept."""
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@made("stamina.retry")
def stamina_apply(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function."""
    return [(st, Wrapped("stamina", args[0], policy, *_site(policy, site)))] if args else [(st, NONE)]


@layer("stamina")
def stamina_layer(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A call through stamina."""
    assert isinstance(func.policy, Made)
    place = (func.module, func.n)
    policy = stamina_policy(it, func.policy, place)
    return run(it, policy, lambda s: it.call(func.func, list(args), list(kwargs), s, None, site), st, place)


def stamina_policy(it: Any, given: Made, site: Any) -> Policy:
    """Ten attempts, 45 s, exponential from 0.1 s to 5 s with a jitter of up to 1 s on top, unless told otherwise."""
    condition = given.get(0, "on")

    def number(key: str, default: float | None) -> float | None:
        value = given.get(-1, key)
        return default if value is None else (None if value == NONE else it.seconds(value))

    attempts = number("attempts", 10)
    timeout = number("timeout", 45.0)

    def asks(it: Any, st: State, value: Value, attempt: int) -> Answer:
        if isinstance(condition, (Func, Lam, Partial)) and isinstance(value, Thrown):
            return [d for s, v in calls(it, condition, [value.exc], st, site) for d in decide(it, s, v, site)]
        return raised_as(it, st, value, condition)

    def waits(it: Any, st: State, value: Value, attempt: int) -> float | None:
        first, cap, base = number("wait_initial", 0.1), number("wait_max", 5.0), number("wait_exp_base", 2.0)
        if first is None or cap is None or base is None:
            return None
        return min(cap, first * base ** (attempt - 1))

    return Policy(
        "stamina",
        asks,
        waits,
        None if attempts is None else int(attempts),
        lambda it, st, value: [(st, value)],
        timeout,
    )


def made_layer_method(it: Any, recv: Made, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """Methods of tenacity's and stamina's objects."""
    if recv.name in ("tenacity.Retrying", "tenacity.AsyncRetrying"):
        if name in ("call", "__call__") and args:
            return tenacity_apply(it, st, recv, args, kwargs, site)
        if name == "wraps" and args:
            return [(st, Wrapped("tenacity", args[0], recv, *_site(recv, site)))]
        if name == "copy":
            return [(st, Made(recv.name, recv.args, (*recv.kwargs, *kwargs)))]
    if recv.name in ("stamina.RetryingCaller", "stamina.AsyncRetryingCaller") and name == "on":
        return [(st, Made("stamina.BoundRetryingCaller", tuple(args), recv.kwargs))]
    return None


@made("stamina.RetryingCaller", "stamina.AsyncRetryingCaller", "stamina.BoundRetryingCaller")
def stamina_caller(it: Any, st: State, caller: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """`caller(SomeError, function, *args)`."""
    on = caller.args[0] if caller.name.endswith("BoundRetryingCaller") and caller.args else (args[0] if args else NONE)
    rest = args if caller.name.endswith("BoundRetryingCaller") else args[1:]
    if not rest:
        return [(st, NONE)]
    policy = Made("stamina.retry", (on,), caller.kwargs)
    return stamina_layer(it, Wrapped("stamina", rest[0], policy, *site), list(rest[1:]), kwargs, st, site)


# --- retrying


@model("retrying.retry")
def retrying_retry(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`@retry(stop_max_attempt_number=…)`; milliseconds."""
    if args and isinstance(args[0], (Func, Lam)):
        return [(st, Wrapped("retrying", args[0], Made(name), *site))]
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@made("retrying.retry")
def retrying_apply(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function."""
    return [(st, Wrapped("retrying", args[0], policy, *_site(policy, site)))] if args else [(st, NONE)]


@layer("retrying")
def retrying_layer(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A call through retrying."""
    given = func.policy if isinstance(func.policy, Made) else Made("retrying.retry")
    place = (func.module, func.n)

    def ms(key: str) -> float | None:
        value = given.get(-1, key)
        seconds = it.seconds(value) if value is not None else None
        return None if seconds is None else seconds / 1000

    tries = given.get(-1, "stop_max_attempt_number")
    on_exc, on_result = given.get(-1, "retry_on_exception"), given.get(-1, "retry_on_result")

    def asks(it: Any, s: State, value: Value, attempt: int) -> Answer:
        if isinstance(value, Thrown):
            if on_exc is None:
                return [(s, True)] if on_result is None else [(s, False)]
            return [d for t, v in calls(it, on_exc, [value.exc], s, place) for d in decide(it, t, v, place)]
        if on_result is None:
            return [(s, False)]
        return [d for t, v in calls(it, on_result, [value], s, place) for d in decide(it, t, v, place)]

    def waits(it: Any, s: State, value: Value, attempt: int) -> float | None:
        fixed, growth = ms("wait_fixed"), ms("wait_exponential_multiplier")
        if growth is not None:
            return min(ms("wait_exponential_max") or 1e9, growth * 2.0**attempt)
        return fixed or ms("wait_random_min") or ms("wait_incrementing_start") or 0.0

    attempts = int(tries.v) if isinstance(tries, Const) else None
    policy = Policy("retrying", asks, waits, attempts, lambda it, s, value: [(s, value)], ms("stop_max_delay"))
    return run(it, policy, lambda s: it.call(func.func, list(args), list(kwargs), s, None, site), st, place)
