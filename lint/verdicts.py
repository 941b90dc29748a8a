"""What lint proved for each operation: case × obligation → state, for the matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from ..contracts import Case, Obligation, State, applicable
from .containment import internal_error
from .draft import Draft
from .finding import InternalError, Operation
from .flow.domain import Domain
from .flow.effects import OF_STATUS, TELLING
from .judgement import Judgement
from .operations import Run
from .outcomes import Outcome, outcomes_of
from .places import Places
from .resends import Resend
from .rules.retry_too_soon import falls_short


def operations(
    judged: Judgement, places: Places, errors: list[InternalError], lossy: Sequence[Draft]
) -> list[Operation]:
    """One per root that performs provider calls, in the order of path and line; faults are added to the errors.
    lossy: what is sure to leave without its code, as the rule on that says."""
    found: list[Operation] = []
    for run in judged.runs:
        try:
            found.extend(_of_run(judged, run, places, lossy))
        except Exception as exc:  # a fault at one root must not take the others along
            errors.append(internal_error(f"the verdicts of {run.root.name}", exc, (), run.root.path))
    return sorted(found, key=lambda o: o.order)


def _of_run(judged: Judgement, run: Run, places: Places, lossy: Sequence[Draft]) -> Iterator[Operation]:
    ends = (judged.interp.domain_of(s) for s, _ in run.ends)
    domains = {id(d): d for d in (*ends, *run.given_up) if d is not None}
    line = places.line_of(run.root.path, run.root.node) if domains else 1
    for domain in domains.values():
        states = _states(judged, run, domain, lossy) if run.complete else _open(domain)
        yield Operation(run.root.name, run.root.path, line, domain.contract.provider, states, run.complete)


def _open(domain: Domain) -> dict[str, dict[str, str]]:
    """What is known of an operation that wasn't followed to its end: any case may come, and nothing is decided."""
    states = {c.id: {str(o): str(State.UNDECIDED) for o in applicable(c)} for c in domain.cases(domain.documented)}
    return {case: obligations for case, obligations in states.items() if obligations}


def _states(judged: Judgement, run: Run, domain: Domain, lossy: Sequence[Draft]) -> dict[str, dict[str, str]]:
    reached = 0
    for end in judged.ends_of(run):
        reached |= end.mask
    for state, _ in run.endless:
        reached |= state.mask & domain.full
    outcomes = [(o, _told(judged, o), _lost(o, domain, lossy)) for o in outcomes_of(judged) if o.end.run is run]
    resends = [r for r in judged.resends if r.run is run and not r.remedy]
    whole = {bits for bits, _ in domain.status(domain.documented)}
    found: dict[str, dict[str, str]] = {}
    alike: dict[Any, dict[str, str]] = {}  # many cases go the same ways
    for case in domain.cases(reached & domain.documented):
        mask = domain.of_case(case)
        alone = case.code is None or mask in whole
        ways = tuple((n, bool(lost & mask)) for n, (o, _, lost) in enumerate(outcomes) if o.mask & mask)
        again = tuple(n for n, r in enumerate(resends) if r.mask & mask)
        key = (ways, again, alone, case.kind, case.policy)
        if key not in alike:
            outs = [(outcomes[n][0], _surfaced(*outcomes[n][:2], alone, lost)) for n, lost in ways]
            seen = _Seen(case, outs, [resends[n] for n in again])
            alike[key] = {str(o): str(_state(seen, o)) for o in applicable(case)}
        if alike[key]:
            found[case.id] = alike[key]
    return found


class _Seen(NamedTuple):
    """What a run does with a case: each outcome with whether it surfaces, and the bare resends."""

    case: Case
    outcomes: list[tuple[Outcome, State]]
    resends: list[Resend]


def _state(seen: _Seen, obligation: Obligation) -> State:
    case, outcomes, resends = seen
    if obligation is Obligation.RECOGNISE:
        return _worst(_verdict(_recognised(o), o.certain) for o, _ in outcomes)
    if obligation is Obligation.SURFACE:
        return _worst(surfaced for _, surfaced in outcomes)
    if obligation is Obligation.SURVIVE:
        return _worst(_verdict(o.kind != "crash", o.certain) for o, _ in outcomes)
    if obligation is Obligation.NO_RETRY:
        return _worst(_verdict(False, r.certain) for r in resends)
    if obligation is Obligation.WAIT:
        bad = [r for r in resends if r.gap is not None and falls_short(case.policy, r.number, r.gap, r.span)]
        if any(r.gap is None for r in resends) and not bad:
            return State.UNDECIDED
        return _worst(_verdict(False, r.certain) for r in bad)
    if obligation is Obligation.ATTEMPTS:
        # a resend that is forbidden outright is what no-retry reports
        limit = None if case.policy.forbids_resend else case.policy.resends
        bad = [r for r in resends if r.endless or (limit is not None and r.total > limit)]
        return _worst(_verdict(False, r.certain) for r in bad)
    return State.NOT_TRIED


def _recognised(outcome: Outcome) -> bool:
    return outcome.kind in ("kept", "thrown", "crash")


def _told(judged: Judgement, outcome: Outcome) -> str:
    """What the caller learns of a case: `all`, no more than the `status`, or `nothing`."""
    if outcome.kind != "thrown":
        return "all" if outcome.kind == "kept" else "nothing"
    exc = outcome.end.thrown or outcome.end.value
    for what, fields in (("all", TELLING - OF_STATUS), ("status", TELLING)):
        if judged.interp.carries(outcome.end.state.fork(outcome.mask), exc, fields=fields):
            return what
    return "nothing"


def _surfaced(outcome: Outcome, told: str, alone: bool, lost: bool) -> State:
    """Whether the caller learns which case it was. alone: no other case has its HTTP status."""
    if lost:
        return State.BROKEN
    if told == "status":
        return State.KEPT if alone else State.UNDECIDED
    return _verdict(told == "all", outcome.certain)


def _lost(outcome: Outcome, domain: Domain, lossy: Sequence[Draft]) -> int:
    """The points that leave without their code on the way to an outcome."""
    way = {outcome.site, *(event.site for event in outcome.events)}
    mask = 0
    for draft in lossy:
        if draft.domain is domain and draft.site in way:
            mask |= draft.mask & outcome.mask
    return mask


def _verdict(good: bool, certain: bool) -> State:
    return State.KEPT if good else State.BROKEN if certain else State.UNDECIDED


def _worst(states: Iterable[State]) -> State:
    found = set(states)
    return next((s for s in (State.BROKEN, State.UNDECIDED) if s in found), State.KEPT)
