"""From steps, rules and causes to one policy; and what a policy asks of a client."""

from __future__ import annotations

import pytest

from errpact.contracts import (
    Actor,
    Basis,
    Case,
    Kind,
    Obligation,
    Policy,
    Source,
    Step,
    Verb,
    Wait,
    applicable,
    duration,
    load,
    strictest,
)
from errpact.contracts.contract import Rule
from errpact.contracts.resolve import resolve

SOURCE = Source("https://example.com", "Errors")
RESEND, STOP, POLL = Step(then="resend"), Step(then="stop"), Step(then="poll")
LATER = Step(wait=Wait(words="later"), then="resend")
DAY = Step(wait=Wait(seconds=86400), then="resend")
USER_WAITS = Step(Actor.END_USER, "logs in again", Wait(seconds=1800), "resend", remedy=False)
CORRECT = Step(Actor.END_USER, "enters the right password")
CORRECT_THEN = Step(Actor.END_USER, "enters the right password", then="resend")
LOOK = Step(Actor.INTEGRATOR, "looks at the status page", remedy=False)
SCHEDULE = Step(then="resend", schedule=(3, 6))
FORBIDS = Rule("40x", 400, 499, (STOP,), SOURCE)
ALLOWS = Rule("50x", 500, 509, (SCHEDULE,), SOURCE)


@pytest.mark.parametrize(
    ("steps", "rule", "cause", "verb", "basis", "conflict"),
    [
        ((), None, None, Verb.UNSPECIFIED, Basis.NONE, None),
        ((LOOK,), None, None, Verb.UNSPECIFIED, Basis.NONE, None),
        ((LOOK,), None, "request", Verb.AFTER_ACTION, Basis.MEANING, None),
        ((), None, "credential", Verb.AFTER_ACTION, Basis.MEANING, None),
        ((CORRECT,), None, None, Verb.AFTER_ACTION, Basis.ENTRY, None),
        ((CORRECT,), None, "credential", Verb.AFTER_ACTION, Basis.ENTRY, None),
        ((CORRECT_THEN,), None, None, Verb.AFTER_ACTION, Basis.ENTRY, None),
        ((STOP,), None, None, Verb.NEVER, Basis.ENTRY, None),
        ((RESEND,), None, None, Verb.NOW, Basis.ENTRY, None),
        ((LATER,), None, None, Verb.AFTER, Basis.ENTRY, None),
        ((LATER, CORRECT), None, None, Verb.AFTER, Basis.ENTRY, None),
        ((USER_WAITS,), None, None, Verb.AFTER, Basis.ENTRY, None),
        ((POLL,), None, None, Verb.POLL, Basis.ENTRY, None),
        ((SCHEDULE,), None, None, Verb.BACKOFF, Basis.ENTRY, None),
        ((), FORBIDS, None, Verb.NEVER, Basis.RULE, None),
        ((CORRECT,), FORBIDS, None, Verb.NEVER, Basis.RULE, None),
        ((), FORBIDS, "request", Verb.NEVER, Basis.RULE, None),
        ((DAY,), FORBIDS, None, Verb.AFTER, Basis.ENTRY, "40x"),
        ((CORRECT_THEN,), FORBIDS, None, Verb.AFTER_ACTION, Basis.ENTRY, None),
        ((), ALLOWS, None, Verb.BACKOFF, Basis.RULE, None),
        ((CORRECT,), ALLOWS, None, Verb.BACKOFF, Basis.RULE, None),
        ((STOP,), ALLOWS, None, Verb.NEVER, Basis.ENTRY, "50x"),
    ],
)
def test_an_entry_beats_a_rule_only_where_it_speaks_of_resending(
    steps: tuple[Step, ...], rule: Rule | None, cause: str | None, verb: Verb, basis: Basis, conflict: str | None
) -> None:
    policy = resolve(steps, rule, cause)
    assert (policy.verb, policy.basis, policy.conflict) == (verb, basis, conflict)
    assert policy.steps[: len(steps)] == steps


def test_a_rules_steps_come_after_the_entrys() -> None:
    assert resolve((CORRECT,), ALLOWS, None).steps == (CORRECT, SCHEDULE)


def test_an_exception_is_no_conflict_and_adds_its_schedule() -> None:
    excepted = resolve((SCHEDULE,), FORBIDS, None, ALLOWS)
    assert (excepted.verb, excepted.conflict, excepted.also) == (Verb.BACKOFF, None, (3, 6))
    plain = resolve((), FORBIDS, None, ALLOWS)
    assert (plain.verb, plain.forbids_resend, plain.resends, plain.needs_wait) == (Verb.NEVER, False, 2, True)
    assert [plain.delay(n) for n in (1, 2, 3)] == [3, 6, 6]


@pytest.mark.parametrize(
    ("policy", "forbids", "resends", "first", "needs_wait"),
    [
        (Policy(Verb.NEVER), True, 0, None, False),
        (Policy(Verb.AFTER_ACTION), True, 0, None, False),
        (Policy(Verb.NOW), False, None, None, False),
        (Policy(Verb.UNSPECIFIED), False, None, None, False),
        (Policy(Verb.AFTER, wait=Wait(seconds=60)), False, None, 60, True),
        (Policy(Verb.AFTER, wait=Wait(seconds=60, upto=90)), False, None, 60, True),
        (Policy(Verb.AFTER, wait=Wait(words="later")), False, None, 0, True),
        (Policy(Verb.AFTER, wait=Wait(calendar="next month")), False, None, 0, True),
        (Policy(Verb.BACKOFF, schedule=(1, 2)), False, 2, 1, True),
        (Policy(Verb.POLL, wait=Wait(words="a moment")), False, None, 0, True),
    ],
)
def test_what_a_policy_asks(
    policy: Policy, forbids: bool, resends: int | None, first: float | None, needs_wait: bool
) -> None:
    assert (policy.forbids_resend, policy.resends, policy.delay(1), policy.needs_wait) == (
        forbids,
        resends,
        first,
        needs_wait,
    )


def test_the_strictest_allows_least() -> None:
    ranked = [
        Policy(Verb.NEVER),
        Policy(Verb.AFTER_ACTION),
        Policy(Verb.AFTER, wait=Wait(calendar="next month")),
        Policy(Verb.AFTER, wait=Wait(seconds=86400)),
        Policy(Verb.AFTER, wait=Wait(seconds=60)),
        Policy(Verb.AFTER, wait=Wait(words="later")),
        Policy(Verb.BACKOFF, schedule=(9,)),
        Policy(Verb.NEVER, also=(3,)),
        Policy(Verb.POLL),
        Policy(Verb.NOW),
        Policy(),
    ]
    for number, policy in enumerate(ranked):
        assert strictest(reversed(ranked[number:])) is policy
    assert strictest([]) == Policy()


@pytest.mark.parametrize(
    ("seconds", "text"), [(86400, "24 h"), (1800, "30 min"), (90, "90 s"), (0, "0 s"), (0.5, "0.5 s"), (None, "?")]
)
def test_durations_in_the_largest_unit(seconds: float | None, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (STOP, "stop"),
        (Step(Actor.CLIENT, then="stop"), "client: stop"),
        (DAY, "wait 24 h → resend"),
        (Step(wait=Wait(seconds=86400, upto=172800)), "wait 24 h to 48 h"),
        (Step(wait=Wait(calendar="the next month"), then="resend"), "wait until the next month → resend"),
        (SCHEDULE, "resend after 3 s, 6 s"),
        (Step(Actor.BANK, "does it", Wait(words="later"), role="holder"), "[holder] bank: does it, wait later"),
    ],
)
def test_a_step_in_words(step: Step, text: str) -> None:
    assert str(step) == text


def case(kind: Kind, policy: Policy) -> Case:
    return Case("p:main:1", "p", "main", kind, "1", (400,), (), "It failed.", policy, SOURCE)


ALWAYS = {
    Obligation.RECOGNISE,
    Obligation.SURFACE,
    Obligation.SURVIVE,
    Obligation.MAX_WAIT,
    Obligation.SAME_KEY,
    Obligation.ONE_HOST,
}


@pytest.mark.parametrize(
    ("policy", "more"),
    [
        (Policy(Verb.NEVER), {Obligation.NO_RETRY, Obligation.ATTEMPTS}),
        (Policy(Verb.AFTER_ACTION), {Obligation.NO_RETRY, Obligation.ATTEMPTS}),
        (Policy(Verb.NEVER, also=(3,)), {Obligation.WAIT, Obligation.ATTEMPTS}),
        (Policy(Verb.AFTER, wait=Wait(seconds=1)), {Obligation.WAIT, Obligation.ATTEMPTS}),
        (Policy(Verb.BACKOFF, schedule=(1,)), {Obligation.WAIT, Obligation.ATTEMPTS}),
        (Policy(Verb.NOW), {Obligation.ATTEMPTS}),
        (Policy(), {Obligation.ATTEMPTS}),
        (Policy(Verb.POLL), {Obligation.WAIT}),
    ],
)
def test_what_is_owed(policy: Policy, more: set[Obligation]) -> None:
    assert set(applicable(case(Kind.ERROR, policy))) == ALWAYS | more
    assert applicable(case(Kind.SUCCESS, policy)) == applicable(case(Kind.TRANSPORT, policy)) == ()


def test_a_label_forbids_and_another_does_not() -> None:
    """What careful reviewers read out of the pages: which codes forbid an automatic resend."""
    klavi = {c.code for c in load("klavi").cases if c.surface == "open-data" and c.policy.forbids_resend}
    assert klavi == {400, 401, 402, 404, 405, *range(407, 414), *range(416, 421), 430, 431, 433, 434, 435} | {
        *range(501, 506)
    }
    synapse = {c.id.partition(":")[2] for c in load("synapse").cases if c.policy.forbids_resend}
    assert synapse == {
        *(f"main:{code}" for code in (100, 110, 120, 200, 300, 400, 404, 410, 450)),
        "bank-login-auth:400/200",
        "bank-login-auth:402/460",
        "bank-login-auth:402/500",
        "bank-login-sync:400/410",
        "bank-login-sync:401/110",
    }
    flanks = {c.id.rpartition(":")[2] for c in load("flanks").cases if c.policy.forbids_resend}
    assert flanks == {"400/40001", "409/40001", "50002", "50003", "401/no-code", "405/no-code", "415/no-code"}
    allowed = {c.id.rpartition(":")[2] for c in load("brick").cases if c.kind is Kind.ERROR} - {
        c.id.rpartition(":")[2] for c in load("brick").cases if c.policy.forbids_resend
    }
    assert allowed == {
        "400/ERRO_CHAMADA_API", "400/TIMEOUT_CHAMADA_API", "423/LIMITE_OPERACIONAL_EXCEDIDO", "429/no-code",
        "429/too-many-sessions", "500/ERRO_NO_FLUXO_OIDC", "ERRO_INTERNO", "529/no-code",
        *(f"{status}/no-code" for status in range(500, 506)),
    }  # fmt: skip
