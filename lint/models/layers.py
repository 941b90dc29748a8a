"""Retry layers in general: a policy that says when to go again, and the loop that runs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from ..flow.core import Args, Found
from ..flow.loops import CONCRETE
from ..flow.state import State
from ..flow.values import (
    Const,
    Ext,
    Func,
    Lam,
    Made,
    Partial,
    Thrown,
    Value,
)
from .attempts import retry_state

Answer = list[tuple[State, bool]]
SOME: Final = 0.001


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
                    # The client's own call to retry is the better place.
                    if end.trail is None or end.trail.event.kind != "retry":
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


def site_of(policy: Value | None, default: Any) -> Any:
    if isinstance(policy, Made):
        value = policy.get(-1, "__site__")
        if isinstance(value, Const):
            return value.v
    return default
