"""Exchange + case → the state of each obligation. Pure; waits are those seen at the wire."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ..contracts import Case, Kind, Obligation, Policy, State, applicable, duration
from . import recognise as recognise_
from .attempts import Attempts, attempts, credentials
from .drive import Exchange
from .examples import Example
from .recognise import Baseline, Recognised
from .sameness import idempotency_keys, shown
from .surface import judge as judge_surface
from .survive import crashed, lacked, place, refused

TOLERANCE: Final = 0.05
NO_WAIT: Final = 0.1
"""Less than this between two requests is no wait at all (words such as "later" forbid only that)."""
LATE: Final = 10
"""A resend later than so many times the documented wait is absurd."""
TAKEN: Final = 5.0
"""Seconds of a gap that may be the request's own, on a busy machine."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of one obligation and, where it isn't kept, why."""

    state: State
    why: str = ""


Verdicts = dict[Obligation, Verdict]
KEPT: Final = Verdict(State.KEPT)
NOT_APPLICABLE: Final = Verdict(State.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Judged:
    """One run judged. tried: the attempts at the request that got the case."""

    example: Example
    exchange: Exchange
    tried: Attempts
    verdicts: Verdicts = field(default_factory=dict)

    @property
    def broken(self) -> tuple[Obligation, ...]:
        """What was broken."""
        return tuple(o for o, v in self.verdicts.items() if v.state is State.BROKEN)


def judge(
    case: Case | None, example: Example, exchange: Exchange, baseline: Baseline, recognised: Recognised = None
) -> Judged:
    """The verdicts of one run."""
    tried = attempts(exchange, baseline.exchange.hits if baseline.exchange else ())
    if case is None:
        unclear = exchange.unclear and exchange.runaway
        robust = Verdict(State.UNDECIDED, exchange.unclear) if unclear else _robust(exchange)
        return Judged(example, exchange, tried, {Obligation.ROBUST: robust})
    makers = {
        Obligation.RECOGNISE: lambda: _recognise(example, exchange, baseline, recognised),
        Obligation.SURFACE: lambda: _surface(example, exchange, baseline),
        Obligation.NO_RETRY: lambda: _no_retry(tried),
        Obligation.WAIT: lambda: _wait(case.policy, tried),
        Obligation.ATTEMPTS: lambda: _attempts(case.policy, tried, exchange),
        Obligation.SURVIVE: lambda: _survive(example, exchange, baseline),
        Obligation.MAX_WAIT: lambda: _max_wait(case.policy, tried, exchange),
        Obligation.SAME_KEY: lambda: _same_key(tried),
        Obligation.ONE_HOST: lambda: _one_host(exchange),
    }
    verdicts = {o: makers[o]() for o in applicable(case)}
    verdicts.update(_perhaps(case, tried, exchange, verdicts))
    if exchange.runaway:
        # Everyone has to give up in the end, pollers too.
        verdicts[Obligation.ATTEMPTS] = makers[Obligation.ATTEMPTS]()
    if tried.remedied:
        verdicts.update(_in_place_of_broken(verdicts, _RESENDING, _REMEDIED))
    elif _renewed_alike(example, tried):
        verdicts.update(_in_place_of_broken(verdicts, _RESENDING, _ALIKE))
    if exchange.unclear:
        verdicts.update(_in_place_of_broken(verdicts, _TIMED, Verdict(State.UNDECIDED, exchange.unclear)))
    return Judged(example, exchange, tried, verdicts)


def _perhaps(case: Case, tried: Attempts, exchange: Exchange, verdicts: Verdicts) -> Verdicts:
    """What isn't kept if requests are the same that differ in something new alone: undecided."""
    likely = tried.perhaps
    if likely is None:
        return {}
    counted = {
        Obligation.NO_RETRY: _no_retry(likely),
        Obligation.WAIT: _wait(case.policy, likely),
        Obligation.ATTEMPTS: _attempts(case.policy, likely, exchange),
    }
    named = " and ".join(dict.fromkeys(map(shown, tried.renewed)))
    return {
        o: Verdict(State.UNDECIDED, f"{v.why}, if requests are the same that differ in {named} alone, new each time")
        for o, v in counted.items()
        if v.state is State.BROKEN and o in verdicts and verdicts[o].state is State.KEPT
    }


def _in_place_of_broken(verdicts: Verdicts, obligations: Iterable[Obligation], instead: Verdict) -> Verdicts:
    """Another verdict for those of some obligations that are broken."""
    return {o: instead for o in obligations if o in verdicts and verdicts[o].state is State.BROKEN}


_TIMED: Final = (Obligation.WAIT, Obligation.MAX_WAIT, Obligation.ATTEMPTS)
_RESENDING: Final = (Obligation.NO_RETRY, Obligation.WAIT, Obligation.MAX_WAIT, Obligation.SAME_KEY)
_REMEDIED: Final = Verdict(State.UNDECIDED, "the request was sent again after something else had changed")
_ALIKE: Final = Verdict(
    State.UNDECIDED,
    "the request was sent once more with the same credentials; a renewed token that equals the old one "
    "cannot be told from none: let your test's tokens differ",
)


def _recognise(example: Example, exchange: Exchange, baseline: Baseline, recognised: Recognised) -> Verdict:
    if exchange.succeeded or exchange.outcome.how == "stopped":
        return NOT_APPLICABLE
    state, why = recognise_.judge(example, exchange, baseline, recognised)
    return _unless_open(Verdict(state, why), example, baseline, {"body", "field", "fields"})


def _unless_open(verdict: Verdict, example: Example, baseline: Baseline, dimensions: set[str]) -> Verdict:
    """What breaks only under a guess is undecided; a success reply that has the code there settles the field."""
    guessed = set(example.guessed) & dimensions
    if baseline.confirms_field(example.point):
        guessed.discard("field")
    if verdict.state is not State.BROKEN or not guessed:
        return verdict
    return Verdict(State.UNDECIDED, f"{verdict.why}; but the page leaves the {' and '.join(sorted(guessed))} open")


def _surface(example: Example, exchange: Exchange, baseline: Baseline) -> Verdict:
    if exchange.succeeded or exchange.outcome.how == "stopped":
        return NOT_APPLICABLE
    state, why = judge_surface(example, exchange, baseline)
    return _unless_open(Verdict(state, why), example, baseline, {"body", "field", "fields"})


def _renewed_alike(example: Example, tried: Attempts) -> bool:
    """Whether a token may have been renewed that a test makes the same each time: what the case refuses are the
    credentials, and the request came once more at once."""
    case = example.point.case
    refused = example.point.status == 401 or (case is not None and case.refuses_credentials)
    return refused and len(tried.hits) == 2 and tried.skipped == (0.0,) and bool(credentials(tried.hits[0]))


def _no_retry(tried: Attempts) -> Verdict:
    if len(tried.hits) <= 1:
        return KEPT
    return Verdict(State.BROKEN, f"the same request was sent {len(tried.hits)} times; it must not be sent again")


def _wait(policy: Policy, tried: Attempts) -> Verdict:
    for number, (gap, skipped) in enumerate(zip(tried.gaps, tried.skipped, strict=True), start=1):
        needed = policy.delay(number)
        if needed is None:
            return KEPT
        if needed == 0.0 and skipped <= 0.0 and gap < NO_WAIT:
            return Verdict(State.BROKEN, f"attempt {number + 1} came at once; some wait is documented before it")
        if gap < needed - TOLERANCE:
            return Verdict(
                State.BROKEN,
                f"attempt {number + 1} came after {gap:.2f} s; the page documents {duration(needed)} before it",
            )
    for number, (before, gap) in enumerate(pairwise(tried.gaps), start=2):
        if policy.in_one_period(before + gap) and policy.wait is not None:
            what = f"attempts {number - 1} to {number + 1} came within {duration(round(before + gap, 2))}"
            return Verdict(State.BROKEN, f"{what}; the page says to wait until {policy.wait.calendar}")
    return KEPT


def _attempts(policy: Policy, tried: Attempts, exchange: Exchange) -> Verdict:
    if exchange.runaway:
        return Verdict(State.BROKEN, f"the client does not give up: stopped after {len(exchange.hits)} requests")
    if policy.forbids_resend or policy.resends is None or len(tried.hits) <= policy.resends + 1:
        return KEPT
    return Verdict(
        State.BROKEN,
        f"the same request was sent {len(tried.hits)} times; {policy.resends} resends are documented",
    )


def _survive(example: Example, exchange: Exchange, baseline: Baseline) -> Verdict:
    error = exchange.outcome.error
    if exchange.outcome.how != "raised" or error is None or not crashed(error) or exchange.succeeded:
        return KEPT
    what = f"{type(error).__name__} at {place(error)} escaped, and no `raise` of the client's raised it"
    if baseline.error is not None and type(baseline.error) is type(error):
        return Verdict(State.UNDECIDED, f"{what}; but it does so on your success reply too")
    if _beyond_the_page(error, example):
        return Verdict(State.UNDECIDED, f"{what}; but the page doesn't show what such a reply holds")
    return _unless_open(
        Verdict(State.BROKEN, what), example, baseline, {"body", "content", "field", "fields", "status"}
    )


def _beyond_the_page(error: BaseException, example: Example) -> bool:
    """Whether the client looked for something in an unfinished result that the page doesn't show, where it leaves open
    what there is: other examples carry a success's data, and only a real result could tell whether these come. Or
    whether its model refused what we put where the page shows nothing."""
    envelope = example.point.envelope
    if envelope is None:
        return False
    shown = {name for p in envelope.properties for name in p.pointer.split("/")}
    unfinished = envelope.open and example.point.kind in (Kind.PENDING, Kind.PARTIAL)
    return bool(refused(error) - shown or (unfinished and lacked(error) - shown))


def _max_wait(policy: Policy, tried: Attempts, exchange: Exchange) -> Verdict:
    if policy.wait is not None and policy.wait.vague:
        return KEPT  # "some minutes": how many is the client's to say
    # A client that was stopped in the middle of a wait has waited so long at least.
    gaps = (*tried.gaps, exchange.idle) if exchange.idle else tried.gaps
    for number, gap in enumerate(gaps, start=1):
        needed = policy.delay(number)
        if not needed:
            continue
        longest = max(needed, (policy.wait.upto or 0.0) if policy.wait else 0.0)
        if gap - TAKEN > max(LATE * longest, 60.0):
            came = "came after" if number <= len(tried.gaps) else "had not come after"
            return Verdict(State.BROKEN, f"attempt {number + 1} {came} {gap:.0f} s; {duration(longest)} are documented")
    return KEPT


def _same_key(tried: Attempts) -> Verdict:
    keys = [idempotency_keys(hit.request) for hit in tried.hits]
    if not any(keys):
        return NOT_APPLICABLE
    if len(set(keys)) > 1:
        return Verdict(State.BROKEN, f"{len(keys)} attempts carried {len(set(keys))} idempotency keys")
    return KEPT


def _one_host(exchange: Exchange) -> Verdict:
    if exchange.foreign and exchange.hits:
        hosts = ", ".join(sorted({f"{host}:{port}" for host, port in exchange.foreign}))
        return Verdict(State.BROKEN, f"another host was asked too: {hosts}")
    return KEPT


def _robust(exchange: Exchange) -> Verdict:
    error = exchange.outcome.error
    if exchange.runaway:
        return Verdict(State.BROKEN, f"the client does not give up: stopped after {len(exchange.hits)} requests")
    if exchange.outcome.how == "raised" and error is not None and crashed(error):
        return Verdict(
            State.BROKEN,
            f"{type(error).__name__} at {place(error)} escaped, and no `raise` of the client's raised it",
        )
    return KEPT


ORDER: Final = (State.BROKEN, State.UNDECIDED, State.KEPT, State.NOT_APPLICABLE, State.NOT_TRIED)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Of several verdicts on one obligation the one that counts."""
    return min(verdicts, key=lambda v: ORDER.index(v.state), default=Verdict(State.NOT_TRIED))


def combine(runs: Sequence[Verdicts]) -> Verdicts:
    """The verdicts of all runs of a case as one."""
    found: Verdicts = {}
    for verdicts in runs:
        for obligation, verdict in verdicts.items():
            before = found.get(obligation)
            found[obligation] = verdict if before is None else worst((before, verdict))
    return found
