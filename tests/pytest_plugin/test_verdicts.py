"""Verdicts are pure: exchanges made by hand, one obligation at a time."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, Literal

import pytest
from pydantic import BaseModel

from errpact.contracts import Case, Contract, Obligation, Reply, State, load
from errpact.pytest_plugin import session, verdicts
from errpact.pytest_plugin.actions import Action, Hit
from errpact.pytest_plugin.attempts import attempts
from errpact.pytest_plugin.cases import select
from errpact.pytest_plugin.drive import Exchange, Outcome, Setup
from errpact.pytest_plugin.emptied import emptied
from errpact.pytest_plugin.examples import Example, Script
from errpact.pytest_plugin.plans import Plan, tour
from errpact.pytest_plugin.recognise import Baseline, rivals
from errpact.pytest_plugin.recognise import judge as judge_recognise
from errpact.pytest_plugin.results import flatten
from errpact.pytest_plugin.surface import judge as judge_surface
from errpact.pytest_plugin.verdicts import Verdict, combine, judge
from errpact.pytest_plugin.wire import Request

from .zoo.table import contract as zoo

CASE = Action(Reply(400, {}))
GOOD = Action(Reply(200, {}), "success")
ROUTE = Action(Reply(200, {}), "route")


class ClientError(Exception):
    pass


def case_of(code: str) -> tuple[Case, Example]:
    [plan] = select(zoo(), codes=[code], off=False)
    assert plan.case is not None
    return plan.case, tour(plan, None, (Script(),))[0]


def hit(at: float, action: Action = CASE, *, path: str = "/a", body: bytes = b"", **headers: str) -> Hit:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Hit(Request("POST", path, named, body), at, at, action)


def exchange(*hits: Hit, outcome: Outcome | None = None, **more: Any) -> Exchange:
    return Exchange(hits, outcome or Outcome("raised", error=ClientError()), **more)


def baseline(success: Any = None, contract: Contract | None = None) -> Baseline:
    setup = Setup(server=None, call=lambda url: None, success=success, has_success=success is not None)  # type: ignore[arg-type]  # none is asked
    # No server: nothing is run for comparison.
    return Baseline(setup, contract or zoo(), _rivals=[])


def states(code: str, made: Exchange) -> dict[Obligation, State]:
    case, example = case_of(code)
    return {o: v.state for o, v in judge(case, example, made, baseline()).verdicts.items()}


@pytest.mark.parametrize("code", ["BAD_REQUEST", "CONSENT_REVOKED"])
def test_one_request_keeps_no_retry(code: str) -> None:
    assert states(code, exchange(hit(0)))[Obligation.NO_RETRY] is State.KEPT
    assert states(code, exchange(hit(0), hit(5)))[Obligation.NO_RETRY] is State.BROKEN


def test_only_the_same_request_counts() -> None:
    others = exchange(hit(0), hit(1, path="/b"), hit(2, body=b"x"), hit(3, path="/a?page=2"))
    assert states("BAD_REQUEST", others)[Obligation.NO_RETRY] is State.KEPT


def test_an_idempotency_key_is_no_remedy() -> None:
    made = exchange(hit(0, idempotency_key="1"), hit(1, idempotency_key="2"))
    found = states("BAD_REQUEST", made)
    assert found[Obligation.NO_RETRY] is State.BROKEN
    assert found[Obligation.SAME_KEY] is State.BROKEN


@pytest.mark.parametrize("name", ["authorization", "cookie", "x_api_key", "x_sp_user"])
def test_changed_credentials_are_a_remedy(name: str) -> None:
    made = exchange(hit(0, **{name: "old"}), hit(1, **{name: "new"}))
    assert states("BAD_REQUEST", made)[Obligation.NO_RETRY] is State.UNDECIDED
    assert states("SLOW_DOWN", made)[Obligation.WAIT] is State.UNDECIDED


def test_other_headers_are_none() -> None:
    made = exchange(hit(0, x_request_id="1", user_agent="a"), hit(1, x_request_id="2", user_agent="b"))
    assert states("BAD_REQUEST", made)[Obligation.NO_RETRY] is State.BROKEN


def test_a_request_in_between_may_have_changed_something() -> None:
    made = exchange(hit(0), hit(1, ROUTE, path="/token"), hit(2))
    assert states("BAD_REQUEST", made)[Obligation.NO_RETRY] is State.UNDECIDED


def test_another_request_that_was_answered_may_have_changed_something() -> None:
    polled = exchange(hit(0), hit(0, GOOD, path="/status"), hit(0, GOOD))
    assert states("NOT_READY", polled)[Obligation.WAIT] is State.UNDECIDED
    assert states("NOT_READY", exchange(hit(0), hit(0, path="/status"), hit(0)))[Obligation.WAIT] is State.BROKEN


@pytest.mark.parametrize("advice", ["DO_NOT_RETRY", "WAIT_4_HOURS_BEFORE_RETRY"])
def test_a_renewed_token_may_equal_the_old_one(advice: str) -> None:
    [plan] = select("khipu", codes=[f"khipu:main:A000+{advice}"], off=False)
    [other] = select("khipu", codes=[f"khipu:main:E200-E299+{advice}"], off=False)

    def found(plan: Plan, *hits: Hit) -> set[State]:
        assert plan.case is not None
        example = tour(plan, None, (Script(),))[0]
        made = judge(plan.case, example, exchange(*hits), baseline()).verdicts
        return {made[o].state for o in (Obligation.NO_RETRY, Obligation.WAIT) if o in made}

    again = (hit(0, authorization="t"), hit(0, authorization="t"))
    assert State.UNDECIDED in found(plan, *again)
    assert State.BROKEN not in found(plan, *again)
    assert State.BROKEN in found(other, *again)
    assert State.BROKEN in found(plan, *again, hit(0, authorization="t"))
    assert State.BROKEN in found(plan, hit(0), hit(0))


def test_a_route_before_the_first_attempt_is_no_remedy() -> None:
    made = exchange(hit(0, ROUTE, path="/token"), hit(1), hit(2))
    assert states("BAD_REQUEST", made)[Obligation.NO_RETRY] is State.BROKEN


def test_asking_again_after_success_is_no_resend() -> None:
    assert len(attempts(exchange(hit(0), hit(1, GOOD), hit(2, GOOD))).hits) == 2


@pytest.mark.parametrize(
    ("code", "times", "state"),
    [
        ("SLOW_DOWN", (0, 30.0), State.KEPT),
        ("SLOW_DOWN", (0, 29.97), State.KEPT),
        ("SLOW_DOWN", (0, 29.0), State.BROKEN),
        ("BUSY", (0, 3, 9, 21), State.KEPT),
        ("BUSY", (0, 3, 6), State.BROKEN),
        ("NOT_READY", (0, 60, 120, 180), State.KEPT),
        ("NOT_READY", (0, 1), State.BROKEN),
    ],
)
def test_waits_are_the_gaps_at_the_wire(code: str, times: tuple[float, ...], state: State) -> None:
    assert states(code, exchange(*(hit(at) for at in times)))[Obligation.WAIT] is state


def test_bare_words_forbid_only_no_wait_at_all() -> None:
    [plan] = select("flanks", codes=["flanks:main:400/20001"], off=False)
    assert plan.case is not None
    example = tour(plan, None, (Script(),))[0]
    for gap, state in ((0.001, State.BROKEN), (0.5, State.KEPT), (60, State.KEPT)):
        made = exchange(Hit(hit(0).request, 0, 0, CASE), Hit(hit(0).request, gap, 0 if gap < 0.1 else gap, CASE))
        assert judge(plan.case, example, made, baseline()).verdicts[Obligation.WAIT].state is state


def test_of_two_resends_one_at_most_comes_just_after_a_period_ended() -> None:
    [plan] = select("brick", codes=["brick:main:423/LIMITE_OPERACIONAL_EXCEDIDO"], off=False)
    assert plan.case is not None
    example = tour(plan, None, (Script(),))[0]
    day = 86400.0
    tried = {
        (0, 60): State.KEPT,
        (0, 60, 120): State.BROKEN,
        (0, 60, 29 * day): State.KEPT,
        (0, day, 9 * day): State.BROKEN,
    }
    for times, state in tried.items():
        made = exchange(*(Hit(hit(0).request, at, at, CASE) for at in times))
        found = judge(plan.case, example, made, baseline()).verdicts[Obligation.WAIT]
        assert found.state is state, times
        assert (state is State.KEPT) != ("next monthly counting period" in found.why)


def test_no_more_resends_than_documented() -> None:
    four, five = (exchange(*(hit(20.0 * n) for n in range(count))) for count in (4, 5))
    assert states("BUSY", four)[Obligation.ATTEMPTS] is State.KEPT
    assert states("BUSY", five)[Obligation.ATTEMPTS] is State.BROKEN


@pytest.mark.parametrize("code", ["BAD_REQUEST", "SLOW_DOWN", "BUSY", "NOT_READY"])
def test_everyone_has_to_give_up(code: str) -> None:
    made = exchange(*(hit(60.0 * n) for n in range(9)), outcome=Outcome("stopped"), runaway=True)
    assert states(code, made)[Obligation.ATTEMPTS] is State.BROKEN


def test_polling_a_pending_result_is_bounded_by_nothing_else() -> None:
    assert Obligation.ATTEMPTS not in states("NOT_READY", exchange(*(hit(60.0 * n) for n in range(30))))


def test_absurdly_late() -> None:
    assert states("SLOW_DOWN", exchange(hit(0), hit(86400)))[Obligation.MAX_WAIT] is State.BROKEN
    assert states("SLOW_DOWN", exchange(hit(0), hit(300.4)))[Obligation.MAX_WAIT] is State.KEPT  # requests take time
    assert states("SLOW_DOWN", exchange(hit(0), hit(310)))[Obligation.MAX_WAIT] is State.BROKEN


def test_words_without_a_figure_give_no_latest() -> None:
    policy = load("brick").case("brick:main:400/ERRO_CHAMADA_API").policy
    assert policy.wait is not None
    assert policy.wait.vague
    late = attempts(exchange(hit(0), hit(3600)))
    assert verdicts._max_wait(policy, late, exchange(hit(0), hit(3600))).state is State.KEPT


def test_no_key_at_all_is_not_applicable() -> None:
    assert states("BUSY", exchange(hit(0), hit(3)))[Obligation.SAME_KEY] is State.NOT_APPLICABLE


def test_another_host() -> None:
    made = exchange(hit(0), foreign=(("mirror.example", 443),))
    assert states("BUSY", made)[Obligation.ONE_HOST] is State.BROKEN


def test_raising_is_recognising() -> None:
    assert states("BAD_REQUEST", exchange(hit(0)))[Obligation.RECOGNISE] is State.KEPT


def test_a_normal_return_without_success_is_undecided() -> None:
    made = exchange(hit(0), outcome=Outcome("returned", {"a": 1}))
    assert states("BAD_REQUEST", made)[Obligation.RECOGNISE] is State.UNDECIDED


def test_after_a_success_the_case_is_not_the_last_word() -> None:
    made = exchange(hit(0), hit(30, GOOD), outcome=Outcome("raised", error=KeyError("rows")))
    found = states("SLOW_DOWN", made)
    assert found[Obligation.RECOGNISE] is State.NOT_APPLICABLE
    assert found[Obligation.SURVIVE] is State.KEPT


def crash(work: Any) -> BaseException:
    try:
        work()
    except Exception as error:
        return error
    raise AssertionError("no crash")


def on_purpose() -> None:
    raise KeyError("said on purpose")


@pytest.mark.parametrize(
    ("work", "state"),
    [
        (lambda: {}["error_code"], State.BROKEN),
        (lambda: int("E101"), State.BROKEN),
        (lambda: dict.get(None, "x"), State.BROKEN),  # type: ignore[arg-type]  # a crash on purpose
        (lambda: "text".missing, State.BROKEN),  # type: ignore[attr-defined]  # a crash on purpose
        (lambda: __import__("json").loads(""), State.BROKEN),
        (lambda: [][0], State.BROKEN),
        (on_purpose, State.KEPT),
        (lambda: open("/nowhere/at/all"), State.KEPT),  # noqa: SIM115
    ],
)
def test_survive_knows_a_crash_from_a_raise(work: Any, state: State) -> None:
    made = exchange(hit(0), outcome=Outcome("raised", error=crash(work)))
    assert states("BAD_REQUEST", made)[Obligation.SURVIVE] is state


@pytest.mark.parametrize(
    ("key", "code", "open_"),
    [
        ("mfa", "10", True),  # only a real reply could tell whether it is there
        ("nodes", "10", True),  # nor what of a success's data; whether it was taken for one, other examples show
        ("error_code", "10", False),  # what the page shows and this reply lacks
        ("mfa", "200", False),  # an error has nothing of the kind
    ],
)
def test_an_unfinished_result_may_hold_more_than_the_page_shows(key: str, code: str, open_: bool) -> None:
    plan = select("synapse", codes=[code], off=False)[0]
    assert plan.case is not None
    made = exchange(hit(0), outcome=Outcome("raised", error=crash(lambda: {}[key])))
    known = baseline({"nodes": []}, plan.contract)
    why = judge(plan.case, tour(plan, None, (Script(),))[0], made, known).verdicts[Obligation.SURVIVE].why
    assert ("the page doesn't show what such a reply holds" in why) is open_


class ErrorBody(BaseModel):
    error: dict[str, str] = {}
    error_code: Literal["100", "110"]


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ({"error_code": "460"}, State.BROKEN),  # a documented code that the model doesn't know
        ({"error": {}}, State.BROKEN),
        ({"error_code": "110", "error": {"undocumented": 1}}, State.UNDECIDED),  # ours, where the page shows nothing
    ],
)
def test_a_body_that_does_not_fit_a_model_is_a_crash(body: Any, state: State) -> None:
    plan = select("synapse", codes=["460"], off=False)[0]
    example = replace(tour(plan, None, (Script(),))[0], guessed=())
    example = replace(example, point=replace(example.point, guessed=()))
    made = exchange(hit(0), outcome=Outcome("raised", error=crash(lambda: ErrorBody.model_validate(body))))
    assert judge(plan.case, example, made, baseline()).verdicts[Obligation.SURVIVE].state is state


def test_what_a_program_says_when_it_ends_is_on_its_output() -> None:
    made = exchange(hit(0), outcome=Outcome("raised", error=SystemExit(1)))
    assert states("BAD_REQUEST", made)[Obligation.SURFACE] is State.UNDECIDED


def test_what_breaks_under_a_guess_only_is_undecided() -> None:
    [plan] = select("klavi", codes=[402], off=False)
    assert plan.case is not None
    example = tour(plan, "integer", (Script(),))[0]
    assert "field" in example.guessed
    made = exchange(hit(0), outcome=Outcome("raised", error=crash(lambda: {}["x"])))
    [verdict] = [v for o, v in judge(plan.case, example, made, baseline()).verdicts.items() if o == "survive"]
    assert verdict.state is State.UNDECIDED
    assert "leaves the field" in verdict.why
    shown = baseline({"code": 200}, plan.contract)
    shown.seen = {"code": 200}
    assert shown.reading == "integer"


def test_the_worst_state_of_all_runs_counts() -> None:
    kept, broken, open_ = (Verdict(s) for s in (State.KEPT, State.BROKEN, State.UNDECIDED))
    wait = Obligation.WAIT
    assert combine([{wait: kept}, {wait: broken}, {wait: open_}])[wait] is broken
    assert combine([{wait: kept}, {wait: open_}])[wait] is open_
    assert combine([{wait: Verdict(State.NOT_APPLICABLE)}, {wait: kept}])[wait] is kept


def test_success_is_emptied_but_stays_a_success() -> None:
    success = {"error_code": "0", "rows": [{"n": 12.5}], "total": "12", "name": "x", "more": {"a": [1]}, "ok": True}
    variants = [s(Request("GET", "/")).body for s in emptied(success, next(iter([select("synapse")[0].contract])))]
    assert all(v["error_code"] == "0" for v in variants)
    assert all(v["ok"] is True for v in variants)
    assert [] in [v["rows"] for v in variants]
    assert "0" in [v["total"] for v in variants]
    assert {} in [v["more"] for v in variants]


@pytest.fixture
def client_baseline() -> Any:
    """A baseline of a real run, for a client given as a function of status and body."""
    import requests

    def make(client: Any, success: Any) -> tuple[Setup, Baseline]:
        def call(url: str) -> Any:
            response = requests.get(url, timeout=5)
            return client(response.status_code, response.json())

        setup = Setup(server=session.server(), call=call, success=success, has_success=True)
        made = Baseline(setup, zoo())
        made.start()
        return setup, made

    return make


class Balance:
    def __init__(self, total: float, missing: tuple[str, ...] = ()) -> None:
        self.total = total
        self.missing = missing


SUCCESS = {"rows": [{"n": 12.5}], "total": "12", "name": "tapir", "named": [{"name": "okapi", "n": 1}]}


@pytest.mark.parametrize(
    ("client", "state"),
    [
        (lambda status, body: body.get("rows", []), State.BROKEN),
        (lambda status, body: f"{body.get('total', '0')} EUR", State.BROKEN),
        (lambda status, body: Balance(sum(r["n"] for r in body.get("rows", []))), State.BROKEN),
        (lambda status, body: {r["name"]: r["n"] for r in body.get("named", [])}, State.BROKEN),
        (lambda status, body: Balance(0) if status == 200 else {}, State.UNDECIDED),
        (lambda status, body: "settled" if body.get("name") == "tapir" else "underway", State.KEPT),
        (lambda status, body: None, State.BROKEN),
        (lambda status, body: True, State.BROKEN),
        (lambda status, body: status == 200, State.KEPT),
        (lambda status, body: (status, body), State.KEPT),
        (lambda status, body: body, State.KEPT),
        (lambda status, body: {"code": body.get("error", {}).get("code")}, State.KEPT),
        (lambda status, body: Balance(0, ("data",) if status != 200 else ()), State.KEPT),
        (lambda status, body: "refused" if status != 200 else "done", State.KEPT),
        (lambda status, body: None if status != 200 else body, State.UNDECIDED),
        (lambda status, body: {"text": body.get("error", {}).get("message")}, State.UNDECIDED),
    ],
)
def test_recognise_compares_with_what_the_client_returns_for_success(
    client: Any, state: State, client_baseline: Any
) -> None:
    _setup, made = client_baseline(client, SUCCESS)
    _, example = case_of("BAD_REQUEST")
    value = client(400, example.body)
    run = exchange(hit(0), outcome=Outcome("returned", value))
    assert judge_recognise(example, run, made, None)[0] is state


def tried_with(client: Any, example: Example, made: Baseline) -> State:
    """What is said of a client that gets an example (with the success data under it, where it says so)."""
    reply = example.action(made.setup.success).reply
    run = exchange(hit(0), outcome=Outcome("returned", client(reply.status, reply.body)))
    return judge_recognise(example, run, made, None)[0]


@pytest.mark.parametrize(
    ("client", "state"),
    [
        (lambda status, body: body, State.UNDECIDED),
        (lambda status, body: {"named": body.get("named", []), "n": 7}, State.UNDECIDED),
        (lambda status, body: {"named": body.get("named", []), "state": "paid"}, State.BROKEN),
        (lambda status, body: {"named": body.get("named", []), "paid": True}, State.BROKEN),
        (lambda status, body: {"paid": status == 200}, State.KEPT),
    ],
)
def test_data_of_which_the_page_shows_nothing_may_say_all(client: Any, state: State, client_baseline: Any) -> None:
    _, made = client_baseline(client, SUCCESS)
    [plan] = select("brick", codes=[202], off=False)
    assert {tried_with(client, e, made) for e in tour(plan, None, (Script(),)) if not e.data} == {state}


@pytest.mark.parametrize(
    ("client", "state"),
    [
        (lambda status, body: {body.get("state", "open"): 1}, State.UNDECIDED),
        (lambda status, body: {"paid": 1}, State.BROKEN),
        (lambda status, body: {"done" if body.get("state") == "SETTLED" else "open": 1}, State.UNDECIDED),
        (lambda status, body: {"open" if status == 202 else "done": 1}, State.KEPT),
        (lambda status, body: [1] if body["state"] == "SETTLED" else [], State.UNDECIDED),
        (lambda status, body: {"state": body["state"]}, State.BROKEN),
    ],
)
def test_a_pending_result_may_be_told_by_a_state_in_the_data(client: Any, state: State, client_baseline: Any) -> None:
    _, made = client_baseline(client, {**SUCCESS, "state": "SETTLED"})
    [plan] = select(zoo(), codes=["NOT_READY"], off=False)
    [example] = [e for e in tour(plan, None, (Script(),)) if e.data]
    assert tried_with(client, example, made) is state


def test_what_varies_by_itself_tells_nothing(client_baseline: Any) -> None:
    import itertools

    ticks = itertools.count(100)
    _, made = client_baseline(lambda status, body: {"at": next(ticks), "rows": body.get("rows", [])}, SUCCESS)
    _, example = case_of("BAD_REQUEST")
    run = exchange(hit(0), outcome=Outcome("returned", {"at": 1, "rows": []}))
    assert judge_recognise(example, run, made, None)[0] is State.BROKEN


def test_recognised_has_the_last_word(client_baseline: Any) -> None:
    _, made = client_baseline(lambda status, body: None, SUCCESS)
    _, example = case_of("BAD_REQUEST")
    run = exchange(hit(0), outcome=Outcome("returned", None))
    assert judge_recognise(example, run, made, lambda value: value is None)[0] is State.KEPT
    assert judge_recognise(example, run, made, lambda value: False)[0] is State.BROKEN


def test_a_client_that_raises_on_success_too_is_told_so(client_baseline: Any) -> None:
    def client(status: int, body: Any) -> Any:
        raise ClientError

    _, made = client_baseline(client, SUCCESS)
    _, example = case_of("BAD_REQUEST")
    state, why = judge_recognise(example, exchange(hit(0)), made, None)
    assert state is State.UNDECIDED
    assert "on your success reply too" in why


def test_what_no_client_can_tell_apart_is_no_rival() -> None:
    brick = load("brick")
    alike = [c for c in brick.cases if c.code == "CONSENTIMENTO_NAO_AUTORIZADO"]
    assert len(alike) == 2
    assert {c.status for c in alike} == {(401,)}
    for case in alike:
        others = rivals(case, brick, 401)
        assert others
        assert not {id(c) for c in alike} & {id(c) for c in others}


@pytest.mark.parametrize(
    ("text", "state"), [("a: zoo BAD_REQUEST: no", State.UNDECIDED), ("it was refused", State.BROKEN)]
)
def test_a_code_among_other_words_may_be_enough(text: str, state: State) -> None:
    _, example = case_of("BAD_REQUEST")
    _, other = case_of("CONSENT_REVOKED")
    made = exchange(hit(0), outcome=Outcome("raised", error=ClientError(text)))
    rival = exchange(hit(0), outcome=Outcome("raised", error=ClientError("it is gone")))
    assert judge_surface(example, made, replace(baseline(), _rivals=[(other, rival)]))[0] is state


def shown_as(make: Any, *, carrier: str = "returned", success: Any = None) -> State:
    """What `surface` says of a client that ends as `make` says of a reply, held against two other cases."""
    _, example = case_of("BAD_REQUEST")

    def ended(each: Example) -> Exchange:
        value = make(each.point.status, each.body)
        outcome = Outcome("raised", error=value) if carrier == "raised" else Outcome("returned", value)
        return exchange(hit(0), outcome=outcome)

    value = make(200, {"rows": [1]}) if success is None else success
    taken = flatten(value)
    others = [(other, ended(other)) for other in (case_of(code)[1] for code in ("CONSENT_REVOKED", "SLOW_DOWN"))]
    made = replace(baseline({}), _rivals=others, _trees=[taken])
    return judge_surface(example, ended(example), made)[0]


@pytest.mark.parametrize(
    ("make", "state"),
    [
        (lambda status, body: body["rows"] if status == 200 else None, State.BROKEN),
        (lambda status, body: status == 200, State.BROKEN),
        (lambda status, body: {"ok": status == 200}, State.BROKEN),
        (lambda status, body: (body, None) if status == 200 else (None, "error"), State.BROKEN),
        (lambda status, body: Balance(1) if status == 200 else ClientError(), State.BROKEN),
        # what tells: the code, the body, a word or a number of its own, the status
        (lambda status, body: (None, body), State.KEPT),
        (lambda status, body: {"ok": False, "code": body.get("error", {}).get("code")}, State.KEPT),
        (lambda status, body: {"ok": status == 200, "why": {403: "consent", 400: "request"}.get(status)}, State.KEPT),
        (lambda status, body: {"ok": status == 200, "status": status}, State.KEPT),
        # what tells some and not others
        (lambda status, body: {200: "done", 429: "later"}.get(status, "refused"), State.UNDECIDED),
        # what the caller needn't take for an error: an empty success, a tally, the exit code of a command
        (lambda status, body: body.get("rows", []), State.UNDECIDED),
        (lambda status, body: {"done": int(status == 200), "failed": int(status != 200)}, State.UNDECIDED),
        (lambda status, body: int(status != 200), State.UNDECIDED),
    ],
)
def test_a_result_that_is_alike_for_all_errors_is_judged_as_an_exception(make: Any, state: State) -> None:
    assert shown_as(make) is state


def test_nothing_as_a_success_tells_no_error() -> None:
    assert shown_as(lambda status, body: None) is State.UNDECIDED


@pytest.mark.parametrize("case", ["flanks:main:405/no-code", "flanks:main:400/40001"])
def test_a_message_with_status_and_body_is_alike_with_a_code_and_without(case: str) -> None:
    [plan] = select("flanks", codes=[case], off=False)
    example = tour(plan, None, (Script(),))[0]
    for text in (f"HTTP {example.point.status}: {example.body}", f"refused: {json.dumps(example.body)}"):
        made = exchange(hit(0), outcome=Outcome("raised", error=ClientError(text)))
        rival = exchange(hit(0), outcome=Outcome("raised", error=ClientError("another")))
        state, why = judge_surface(example, made, replace(baseline(), _rivals=[(example, rival)]))
        assert state is State.UNDECIDED, text
        assert "among other words" in why
    made = exchange(hit(0), outcome=Outcome("raised", error=ClientError("it was refused")))
    assert judge_surface(example, made, replace(baseline(), _rivals=[(example, made)]))[0] is State.BROKEN


def test_nothing_is_the_answer_of_a_case_without_data() -> None:
    khipu = load("khipu")
    [case] = [c for c in khipu.cases if c.no_data and c.code is not None][:1]
    [plan] = select("khipu", codes=[case.id], off=False)
    example = tour(plan, None, (Script(),))[0]
    nothing = exchange(hit(0), outcome=Outcome("returned", None))
    made = replace(baseline({}), _rivals=[(example, nothing)], _trees=[flatten({"rows": [1]})])
    assert judge_surface(example, nothing, made)[0] is State.UNDECIDED
