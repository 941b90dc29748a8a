"""Retry layers in general: a policy that says when to go again, and the loop that runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from ...contracts.plain import changeable
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
    Tup,
    Value,
)
from .attempts import retry_state

Answer = list[tuple[State, bool | Thrown]]
"""Whether to go again; what a client's own predicate raises leaves the layer."""
Waits = list[tuple[State, float | Thrown | None]]
"""The least seconds before the next attempt (None: unknown); what a client's own function raises leaves the layer."""
SOME: Final = 0.001
STATUS_ERRORS: Final = frozenset(
    {"httpx.HTTPStatusError", "requests.HTTPError", "requests.exceptions.HTTPError", "requests.models.HTTPError"}
)


@changeable
class Policy:
    """A retry layer. asks(it, st, outcome, attempt) forks on whether to go again; waits(it, st, outcome, attempt) forks
    on how long to wait first; stops forks on whether a bound of the client's own is reached; attempts: at most so many
    calls, None for no bound; ends gives the final outcome. budget: seconds after which no further attempt is begun;
    foresees: the wait to come counts, so that none is begun later. types: the exceptions after which it goes again,
    where it goes again after nothing else."""

    kind: str
    asks: Callable[..., Answer]
    waits: Callable[..., Waits]
    attempts: int | None
    ends: Callable[..., Found]
    budget: float | None = None
    hooks: tuple[Value, ...] = ()
    unsure: bool = False
    stops: Callable[..., Answer] | None = None
    foresees: bool = True
    types: Value | None = None


def run(it: Any, policy: Policy, once: Callable[[State], Found], st: State, site: Any) -> Found:
    """Call until the policy is content; what would go on for ever is noted as endless."""
    it.facts.wrapped.setdefault(site, policy.kind)
    done: Found = []
    going = [st]
    start = st.clock
    before, it.since = it.since, it.mark()
    for attempt in range(1, CONCRETE + 2):
        again: list[State] = []
        for state in going:
            state.layers = (*(x for x in state.layers if x[1] != site), (policy.kind, site, attempt))
            asked = len(state.sent)
            for s, value in once(state):
                # What doesn't ask the provider is tried twice only: more turns tell nothing new.
                for end, left in _next(it, policy, s, value, attempt, (site, start, asked if attempt > 1 else -1)):
                    if left is None:
                        again.append(end)
                    else:
                        done.append((leave(end, site), left))
        going = it.merge(again)
        if not going:
            break
    it.since = before
    for state in going:
        it.endless.append((leave(state, site), site))
    return done


def _next(
    it: Any, policy: Policy, st: State, value: Value, attempt: int, place: tuple[Any, float, int]
) -> Iterator[tuple[State, Value | None]]:
    """What follows an attempt: None for a further one, else what leaves the layer. place: where the layer stands, when
    it began, and how many requests there must be more than."""
    site, start, asked = place
    for end, more in policy.asks(it, st, value, attempt):
        if more is not True:
            _passed(it, policy, end, value, site)
            yield end, more or value
            continue
        it.facts.live.add(site)
        aside = len(end.sent) == asked
        for ready, wait in policy.waits(it, end, value, attempt):
            if isinstance(wait, Thrown):
                yield ready, wait
                continue
            ahead = (wait or 0.0) if policy.foresees else 0.0
            over = aside or _over(policy, ready.clock - start + ahead, attempt)
            for last, stop in _stopped(it, policy, ready, value, attempt, over):
                if isinstance(stop, Thrown):
                    yield last, stop
                elif stop:
                    yield from policy.ends(it, last, value)
                else:
                    yield from _between(it, policy, last, value, wait, attempt, site)


def _passed(it: Any, policy: Policy, st: State, value: Value, site: Any) -> None:
    """Note errors of the provider that leave a layer which waits for what `raise_for_status` raises only."""
    names = _by_status(policy.types)
    domain = it.replies[st.target[0]].domain if names and st.target is not None and isinstance(value, Thrown) else None
    if domain is not None:
        _, _, mask = it.facts.passed.get(site, ((), None, 0))
        it.facts.passed[site] = names, domain, mask | st.mask


def _by_status(types: Value | None) -> tuple[str, ...]:
    """The names of exceptions that HTTP clients raise for a status when they are told to, and nowhere else; none if
    there is another among them."""
    found: list[str] = []
    todo = [types]
    while todo:
        one = todo.pop()
        if isinstance(one, Tup):
            todo += one.items
        elif isinstance(one, Ext) and one.name in STATUS_ERRORS:
            found.append(one.name)
        else:
            return ()
    return tuple(sorted(found))


def _stopped(it: Any, policy: Policy, st: State, value: Value, attempt: int, over: bool) -> Answer:
    """Whether it ends here: by a bound, or by what the client's own function says."""
    return [(st, over)] if over or policy.stops is None else policy.stops(it, st, value, attempt)


def _over(policy: Policy, spent: float, attempt: int) -> bool:
    """Whether a bound is reached: of attempts, or of seconds."""
    bounded = policy.attempts is not None or policy.budget is not None
    return (
        (policy.attempts is not None and attempt >= policy.attempts)
        or (policy.budget is not None and spent >= policy.budget)
        or (bounded and attempt > CONCRETE)
    )


def _between(
    it: Any, policy: Policy, st: State, value: Value, wait: float | None, attempt: int, site: Any
) -> list[tuple[State, Value | None]]:
    """What lies between two attempts: the wait and the hooks, one of which may raise."""
    # The client's own call to retry is the better place.
    if not st.just("retry"):
        st.note("retry", site, policy.kind)
    if wait is None or wait > 0:
        st.wait(wait)
    going: list[tuple[State, Value | None]] = [(st, None)]
    for hook in policy.hooks:
        quiet = [s for s, raised in going if raised is None]
        going = [(s, raised) for s, raised in going if raised is not None]
        going += [r for s in quiet for r in _told(it, hook, s, value, attempt, site)]
    return going


def leave(st: State, site: Any) -> State:
    """Forget the layer on the way out."""
    st.layers = tuple(x for x in st.layers if x[1] != site)
    return st


def _told(it: Any, hook: Value, st: State, value: Value, attempt: int, site: Any) -> list[tuple[State, Value | None]]:
    """before_sleep, on_backoff: run for its effects (a token refresh, a log)."""
    if isinstance(hook, (Func, Lam, Partial)):
        found = it.call(hook, [retry_state(it, st, value, attempt)], [], st, None, site)
        return [(s, v if isinstance(v, Thrown) else None) for s, v in found]
    if not isinstance(hook, Const):
        it.remedy(st, it.name_of(hook))
    return [(st, None)]


def asked(it: Any, func: Value, args: Args, st: State, site: Any) -> Answer:
    """Call a client's predicate and fork on the truth of what it gives."""
    return [d for s, v in it.call(func, args, [], st, None, site) for d in decide(it, s, v, site)]


def decide(it: Any, st: State, value: Value, site: Any) -> Answer:
    """Fork on the truth of a value; what was thrown stays thrown."""
    if isinstance(value, Thrown):
        return [(st, value)]
    found: Answer = it.choose(st, value, site)
    return found


def contrary(found: Answer) -> Answer:
    """The opposite answers."""
    return [(s, a if isinstance(a, Thrown) else not a) for s, a in found]


def seconds(it: Any, func: Value, args: Args, st: State, site: Any) -> Waits:
    """Call a client's function for the seconds to wait, which may differ from point to point."""
    return [
        (part, one if isinstance(one, Thrown) else it.seconds(one))
        for s, v in it.call(func, args, [], st, None, site)
        for part, one in it.by_part(s, v)
    ]


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
