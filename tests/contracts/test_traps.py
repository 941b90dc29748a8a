"""The traps of the five pages that touch the model, by number: what a hasty reader would write down wrongly.

docs/reference/traps.md lists them, from the names, docstrings and sections here.

Traps 1 and 2 concern all pages; 3-13 klavi, 14-21 khipu, 22-34 brick, 35-41 synapse, 42-50 flanks. Left out are 12
(a reading time that looks like a wait) and 41 (rows that occur twice), which are about the pages' text alone: the sets
of codes in `test_documented.py` answer them.
"""

from __future__ import annotations

from typing import Any

import pytest

from errpact.contracts import (
    Actor,
    Basis,
    Case,
    Channel,
    CodeRange,
    Kind,
    Policy,
    Reply,
    StatusUnspecified,
    Verb,
    classify,
    load,
    points,
)


def klavi(code: int, surface: str = "open-data") -> Case:
    return load("klavi").case(f"klavi:{surface}:{code}")


def brick(key: str) -> Case:
    return load("brick").case(f"brick:main:{key}")


def synapse(key: str) -> Case:
    return load("synapse").case(f"synapse:{key}")


def flanks(key: str) -> Case:
    return load("flanks").case(f"flanks:main:{key}")


def khipu_codes() -> dict[str, Case]:
    return {str(c.code_text): c for c in load("khipu").cases if c.code is not None}


def verbs(*cases: Case) -> set[Verb]:
    return {c.policy.verb for c in cases}


def khipu_reply(code: str, advice: str, **more: Any) -> Reply:
    return Reply(200, {"Status": "ERROR", "Error": {"Code": code, "Type": advice, "Description": "x"}} | more)


SCHEDULE = (3.0, 6.0, 12.0, 24.0, 48.0)

# --- all ----------------------------------------------------------------------------------------------------------


def test_trap_01_a_code_that_looks_like_an_http_status_is_none() -> None:
    """Retry on 5xx, give up on 4xx: wrong on body codes, both ways."""
    assert all(klavi(code).policy.forbids_resend for code in (501, 502, 503, 504, 505))
    assert not any(klavi(code).policy.forbids_resend for code in (403, 406, 414, 415, 429, 432, 500))
    assert synapse("main:200").kind is Kind.ERROR
    assert {klavi(c).status for c in (401, 404, 500, 503)} == {StatusUnspecified.UNSPECIFIED}


def test_trap_02_what_is_not_documented_is_not_guessed() -> None:
    assert all(not isinstance(c.status, tuple) for p in ("klavi", "khipu") for c in load(p).cases)
    assert load("klavi").code_types == ()
    assert klavi(403).policy.wait is not None
    assert klavi(403).policy.wait.seconds is None


# --- klavi --------------------------------------------------------------------------------------------------------


def test_trap_03_flattened_texts_are_no_exact_messages() -> None:
    assert all(not c.strings and not c.samples for c in load("klavi").cases)


def test_trap_04_rows_201_and_202_keep_the_short_description_as_their_name() -> None:
    assert (klavi(201).name, klavi(202).name) == ("extra authorization required", "partial transaction missing")


@pytest.mark.parametrize("code", [201, 202, 203])
def test_trap_05_partial_success_is_neither_success_nor_error(code: int) -> None:
    assert klavi(code).kind is Kind.PARTIAL


def test_trap_06_of_three_wordings_the_one_with_hours_binds() -> None:
    assert klavi(406).policy.verb is Verb.AFTER
    assert klavi(406).policy.wait is not None
    assert klavi(406).policy.wait.minimum == 86400


def test_trap_07_the_user_acts_not_the_client() -> None:
    """Correcting something is `after-action`; logging in again after a time is a wait."""
    corrected = [klavi(c) for c in (402, 407, 408, 409, 413, 419, 420, 433, 434, 435)]
    waited = [klavi(c) for c in (403, 406, 414, 415)]
    assert verbs(*corrected) == {Verb.AFTER_ACTION}
    assert verbs(*waited) == {Verb.AFTER}
    assert {s.actor for c in (*corrected, *waited) for s in c.policy.steps} == {Actor.END_USER}
    assert [c.policy.delay(1) for c in waited] == [0.0, 86400.0, 86400.0, 1800.0]


def test_trap_07_a_ticket_is_no_leave_to_resend_a_status_page_is_no_remedy() -> None:
    assert klavi(404).policy.verb is Verb.AFTER_ACTION
    assert klavi(432).policy.verb is Verb.UNSPECIFIED


def test_trap_08_get_only_codes() -> None:
    assert {c.code for c in load("klavi").cases if c.methods == ("GET",)} == {401, 501, 502, 503, 504, 505}
    assert classify(load("klavi"), Reply(200, {"code": 401}), method="post").unknown == "code"
    assert classify(load("klavi"), Reply(200, {"code": 401}), method="get").cases == (klavi(401),)


def test_trap_09_umbrella_and_twins_stay_apart() -> None:
    twins = [(501, 701), (502, 702), (503, 703), (504, 704)]
    assert verbs(*(klavi(a) for a, _ in twins), *(klavi(b, "update-user-data") for _, b in twins)) == {
        Verb.AFTER_ACTION
    }
    assert verbs(klavi(402), klavi(433), klavi(434), klavi(435)) == {Verb.AFTER_ACTION}
    assert (klavi(403).policy.verb, klavi(432).policy.verb) == (Verb.AFTER, Verb.UNSPECIFIED)


@pytest.mark.parametrize("code", [419, 420])
def test_trap_10_fgts_only(code: int) -> None:
    assert "FGTS only" in klavi(code).meaning


@pytest.mark.parametrize("code", [204, 421, 428, 436, 499, 506, 603, 700, 705, 707, 709])
def test_trap_11_gaps_are_unknown(code: int) -> None:
    assert classify(load("klavi"), Reply(200, {"code": code})).unknown == "code"


def test_trap_13_the_second_table_gives_no_instructions_and_200_is_in_both() -> None:
    update = [c for c in load("klavi").cases if c.surface == "update-user-data"]
    assert all(not c.policy.steps and c.policy.basis in (Basis.MEANING, Basis.NONE) for c in update)
    both = classify(load("klavi"), Reply(200, {"code": 200})).cases
    assert [c.surface for c in both] == ["open-data", "update-user-data"]
    assert classify(load("klavi"), Reply(200, {"code": 200}), surface="open-data").cases == both[:1]


# --- khipu --------------------------------------------------------------------------------------------------------


def test_trap_14_malformed_ranges_are_flagged_as_readings() -> None:
    readings = {c.code.text: c.code.reading for c in load("khipu").cases if isinstance(c.code, CodeRange)}
    assert readings == {
        "E100-E199": False, "E200-E299": True, "E300-E399": True, "E400-E499": True, "E500-E599": True,
        "I001-I003": False, "P001-P003": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("E000", "E000"),
        ("E999", "E999"),
        ("E100", "E100-E199"),
        ("E199", "E100-E199"),
        ("E200", "E200-E299"),
        ("P003", "P001-P003"),
        ("E001", None),
        ("E099", None),
        ("E600", None),
        ("E998", None),
        ("I000", None),
        ("I004", None),
        ("E1000", None),
        ("E10", None),
        ("e100", None),
        ("E1\u0663\u0664", None),
    ],
)
def test_trap_15_singles_stand_outside_the_ranges(code: str, group: str | None) -> None:
    match = classify(load("khipu"), khipu_reply(code, "DO_NOT_RETRY"))
    assert [c.code_text for c in match.cases] == ([group] if group else [])
    assert match.policy.forbids_resend, "the advice holds, whatever the code"


@pytest.mark.parametrize(
    ("advice", "verb", "delay"),
    [
        ("DO_NOT_RETRY", Verb.NEVER, None),
        ("RETRY_IMMEDIATELY", Verb.NOW, None),
        ("WAIT_4_HOURS_BEFORE_RETRY", Verb.AFTER, 14400.0),
        ("RETRY_AFTER_NOTIFICATION", Verb.NEVER, None),
        ("", Verb.NEVER, None),
    ],
)
def test_trap_16_the_advice_decides_whatever_the_code(advice: str, verb: Verb, delay: float | None) -> None:
    for code in ("A000", "E101", "E201", "E999", "NEW1"):
        policy = classify(load("khipu"), khipu_reply(code, advice)).policy
        assert (policy.verb, policy.delay(1)) == (verb, delay), code


def test_trap_17_four_hours_stand_in_the_name_only() -> None:
    carried = [a for a in load("khipu").advices if a.policy.wait is not None]
    assert [(a.value, a.policy.wait.seconds) for a in carried if a.policy.wait] == [
        ("WAIT_4_HOURS_BEFORE_RETRY", 14400.0)
    ]


def test_trap_18_no_bound_is_documented() -> None:
    now = next(a.policy for a in load("khipu").advices if a.value == "RETRY_IMMEDIATELY")
    assert now.resends is None
    assert not now.needs_wait


def test_trap_19_no_data_is_an_error() -> None:
    assert khipu_codes()["E300-E399"].kind is Kind.ERROR


def test_trap_20_keys_are_pascal_case() -> None:
    error = load("khipu").envelope("error")
    names = [error.property_for(f) for f in ("code", "advice", "message", "state")]
    assert [p.pointer for p in names if p] == ["/Error/Code", "/Error/Type", "/Error/Description", "/Status"]
    assert not classify(load("khipu"), Reply(200, {"status": "ERROR", "error": {"code": "E201"}})).cases


def test_trap_21_e5xx_is_no_http_status() -> None:
    assert {c.status for c in load("khipu").cases} == {StatusUnspecified.UNSPECIFIED}


def test_nulls_of_the_one_example_bind_no_other_reply() -> None:
    more = {"Data": {"partial": True}, "AdditionalInformation": {"a": 1}, "LifeSpan": 3600}
    match = classify(load("khipu"), khipu_reply("E101", "DO_NOT_RETRY", **more))
    assert [c.id for c in match.cases] == ["khipu:main:E100-E199+DO_NOT_RETRY"]


def test_l000_comes_to_the_webhook_only() -> None:
    reply = khipu_reply("L000", "DO_NOT_RETRY")
    assert {c.code for c in load("khipu").cases if c.channel is Channel.WEBHOOK} == {"L000"}
    assert not classify(load("khipu"), reply).cases
    assert [c.code for c in classify(load("khipu"), reply, channel="webhook").cases] == ["L000"]
    other = khipu_reply("E999", "DO_NOT_RETRY")
    assert [c.code for c in classify(load("khipu"), other, channel="webhook").cases] == ["E999"], "the rest comes too"
    assert "L000" not in {p.code for p in points(load("khipu"))}


# --- brick --------------------------------------------------------------------------------------------------------


def test_trap_22_statuses_with_a_row_and_no_section() -> None:
    for status in (405, 429, 501, 502, 503, 504, 505, 529):
        assert brick(f"{status}/no-code").kind is Kind.ERROR
    assert "brick:main:422/no-code" not in {c.id for c in load("brick").cases}


def test_trap_23_an_empty_string_is_no_code() -> None:
    assert "" not in {c.code for c in load("brick").cases}
    empty = Reply(403, {"code": "", "title": "", "detail": ""})
    assert classify(load("brick"), empty).cases == (brick("403/no-code"),)


def test_trap_24_samples_that_are_not_json_on_the_page_are_json_here() -> None:
    assert [s.body["detail"] for s in brick("422/PARAMETRO_INVALIDO").samples] == ["Parâmetro com valor inválido"]


@pytest.mark.parametrize("code", ["ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"])
def test_trap_25_an_entry_beats_the_rule_and_the_conflict_is_recorded(code: str) -> None:
    policy = brick(f"400/{code}").policy
    assert (policy.verb, policy.basis, policy.delay(1), policy.conflict) == (Verb.AFTER, Basis.ENTRY, 60.0, "40x")
    assert "ticket" in (policy.steps[1].action or "")


def test_trap_26_readings_of_40x_and_50x() -> None:
    rules = {r.id: r for r in load("brick").rules}
    assert all(r.reading for r in rules.values())
    assert (422 in rules["40x"], 499 in rules["40x"], 500 in rules["40x"]) == (True, True, False)
    assert (505 in rules["50x"], 509 in rules["50x"], 529 in rules["50x"]) == (True, True, False)
    assert brick("529/no-code").policy == Policy()


def test_trap_26_the_monthly_limit_waits_for_a_calendar_period() -> None:
    policy = brick("423/LIMITE_OPERACIONAL_EXCEDIDO").policy
    assert (policy.verb, policy.conflict, policy.delay(1)) == (Verb.AFTER, "40x", 0.0)
    assert policy.wait is not None
    assert policy.wait.calendar
    # One of two resends may come just after the end of a month, not both: the shortest month has 28 days.
    assert (policy.in_one_period(27 * 86400.0), policy.in_one_period(28 * 86400.0)) == (True, False)


@pytest.mark.parametrize("status", [500, 501, 502, 503, 504, 505])
def test_trap_27_all_of_50x_may_be_resent(status: int) -> None:
    policy = brick(f"{status}/no-code").policy
    assert (policy.verb, policy.basis, policy.schedule) == (Verb.BACKOFF, Basis.RULE, SCHEDULE)


def test_trap_28_any_429_may_be_the_exception() -> None:
    plain, sessions = brick("429/no-code"), brick("429/too-many-sessions")
    both = classify(load("brick"), Reply(429, {"code": "", "title": "", "detail": ""}))
    assert both.cases == (plain, sessions)
    assert not plain.policy.forbids_resend
    assert not both.policy.forbids_resend
    assert [plain.policy.delay(n) for n in range(1, 6)] == list(SCHEDULE)
    assert (plain.policy.verb, plain.policy.resends) == (Verb.NEVER, 5)
    assert (sessions.policy.verb, sessions.policy.conflict) == (Verb.BACKOFF, None)


def test_trap_29_five_new_attempts() -> None:
    policy = brick("503/no-code").policy
    assert policy.resends == 5
    assert sum(policy.delay(n) or 0 for n in range(1, 6)) == 93
    assert policy.delay(6) == 48


def test_trap_30_the_payload_counts_not_the_heading() -> None:
    assert brick("400/ERRO_FLUXO_DCM").strings["title"] == ("Erro no fluxo de DCR",)
    assert brick("422/VALOR_INVALIDO").source.section == "422 QRCode Inválido"
    assert brick("422/CONSENTIMENTO_PENDENTE_AUTORIZACAO").source.section == "422 Depende de múltipla alçada"
    assert "cnpjInitiator" in brick("422/NAO_INFORMADO").meaning
    assert brick("401/INSTITUICAO_NAO_ENCONTRADA").status == (401,)
    assert brick("400/TIMEOUT_FLUXO_REFRESH_TOKEN").policy.verb is Verb.NEVER


def test_trap_31_one_code_in_two_sections() -> None:
    first, second = (brick("401/CONSENTIMENTO_NAO_AUTORIZADO" + n) for n in ("", ".2"))
    assert first.meaning != second.meaning
    assert classify(load("brick"), Reply(401, first.samples[0].body)).cases == (first, second)


def test_trap_32_advice_differs_by_role() -> None:
    roles = {s.role for s in brick("400/CPF_INVALIDO").policy.steps if s.role}
    assert roles == {"ITP or data receiver", "account holder or data transmitter"}


def test_trap_33_erro_interno_has_no_status() -> None:
    case = brick("ERRO_INTERNO")
    assert case.status is StatusUnspecified.ERROR
    assert case.policy.verb is Verb.AFTER
    assert classify(load("brick"), Reply(500, case.samples[0].body)).cases == (case,)
    assert classify(load("brick"), Reply(200, case.samples[0].body)).unknown == "status"


def test_trap_34_the_pages_typo_is_no_status_of_ours() -> None:
    assert "AWAITING_AUTHORISATION" in (brick("400/CONSENTIMENTO_INVALIDO").policy.steps[1].action or "")
    assert "AWAITING_AUTHOTISATION" in (brick("401/CONSENTIMENTO_NAO_AUTORIZADO").policy.steps[0].action or "")


def test_brick_has_three_error_bodies() -> None:
    replies = {
        "401/invalid_token": Reply(401, {"error": "invalid_token", "error_description": "token not provided"}),
        "404/gateway": Reply(404, {"message": "no Route matched with those values"}),
        "401/TOKEN_INATIVO": Reply(401, {"code": "TOKEN_INATIVO", "title": "t", "detail": "d"}),
    }
    for key, reply in replies.items():
        assert classify(load("brick"), reply).cases == (brick(key),)


def test_brick_202_is_accepted_not_done() -> None:
    kinds = [brick(f"{status}/no-code").kind for status in (200, 201, 202, 204, 301)]
    assert kinds == [Kind.SUCCESS, Kind.SUCCESS, Kind.PENDING, Kind.TRANSPORT, Kind.TRANSPORT]


# --- synapse ------------------------------------------------------------------------------------------------------


def synapse_body(http_code: str, error_code: Any) -> dict[str, Any]:
    return {"error": {"en": "x"}, "error_code": error_code, "http_code": http_code, "success": False}


def test_trap_35_codes_are_strings() -> None:
    assert load("synapse").code_types == ("string",)
    assert all(isinstance(c.code, str) for c in load("synapse").cases if c.code is not None)
    assert classify(load("synapse"), Reply(409, synapse_body("409", 400))).unknown == "code"


def test_trap_36_the_meaning_lies_in_surface_status_and_code() -> None:
    five_hundred = [c.id for c in load("synapse").cases if c.code == "500"]
    assert five_hundred == ["synapse:main:500", "synapse:bank-login-auth:402/500", "synapse:bank-login-sync:500/500"]
    assert synapse("bank-login-auth:402/500").policy.verb is Verb.AFTER_ACTION
    assert synapse("bank-login-sync:500/500").policy.verb is Verb.UNSPECIFIED
    assert synapse("bank-login-sync:503/503").policy.verb is Verb.AFTER
    assert synapse("bank-login-auth:503/503").policy.verb is Verb.UNSPECIFIED


def test_trap_36_a_surface_narrows_the_match() -> None:
    reply = Reply(503, synapse_body("503", "503"))
    surfaces = ["main", "bank-login-auth", "bank-login-sync"]
    assert [c.surface for c in classify(load("synapse"), reply).cases] == surfaces
    for surface in surfaces:
        assert [c.surface for c in classify(load("synapse"), reply, surface=surface).cases] == [surface]


def test_trap_37_409_means_wrong_values() -> None:
    assert "Not an edit conflict" in synapse("main:409/no-code").meaning


def test_trap_38_the_body_s_http_code_is_the_key() -> None:
    match = classify(load("synapse"), Reply(200, synapse_body("402", "500")), surface="bank-login-auth")
    assert [c.id for c in match.cases] == ["synapse:bank-login-auth:402/500"]


def test_trap_39_202_with_10_is_pending() -> None:
    match = classify(load("synapse"), Reply(202, {"error_code": "10", "http_code": "202", "success": True}))
    assert [(c.id, c.kind) for c in match.cases] == [("synapse:main:202/10", Kind.PENDING)]
    assert synapse("main:10") is match.cases[0]


def test_trap_40_the_text_is_keyed_by_language() -> None:
    error = load("synapse").envelope("error")
    assert [(p.pointer, p.types, p.required) for p in error.properties[:2]] == [
        ("/error", ("object",), True),
        ("/error/en", ("string",), False),
    ]


# --- flanks -------------------------------------------------------------------------------------------------------


def test_trap_42_a_success_reply_with_a_code() -> None:
    assert flanks("202/20003").kind is Kind.PENDING
    body = {"message": "x", "credentials_token": "t", "error_code": 20003}
    assert classify(load("flanks"), Reply(202, body)).cases == (flanks("202/20003"),)
    assert classify(load("flanks"), Reply(None, body)).cases == (flanks("202/20003"),)
    assert classify(load("flanks"), Reply(None, {"error": "x", "error_code": 20003})).cases == (flanks("400/20003"),)


def test_trap_43_three_pieces_of_advice() -> None:
    policy = flanks("400/20001").policy
    assert (policy.verb, policy.delay(1), len(policy.steps)) == (Verb.AFTER, 0.0, 3)


def test_trap_44_a_day_or_two() -> None:
    wait = flanks("400/20003").policy.wait
    assert wait is not None
    assert (wait.seconds, wait.upto, wait.minimum) == (86400, 172800, 86400)


def test_trap_44_the_scope_of_20003_is_told_and_is_no_condition() -> None:
    """The table limits it to clients without the Link, the 202 answers to a code of the Link."""
    assert all("without Flanks Link" in flanks(key).meaning for key in ("202/20003", "400/20003"))


@pytest.mark.parametrize("code", [50001, 50002, 50003])
def test_trap_45_a_5_in_the_code_is_no_500(code: int) -> None:
    assert flanks(str(code)).status is StatusUnspecified.ERROR
    match = classify(load("flanks"), Reply(400, {"error_code": code, "accounts": None}))
    assert match.cases == (flanks(str(code)),), "the page shows no body of it: the text is a reading"


def test_trap_46_one_code_over_two_statuses() -> None:
    body = {"error": "x", "error_code": 40001}
    for status in (400, 409):
        assert classify(load("flanks"), Reply(status, body)).cases == (flanks(f"{status}/40001"),)
    assert classify(load("flanks"), Reply(404, body)).unknown == "status"


@pytest.mark.parametrize("status", [401, 405, 415, 500])
def test_trap_47_errors_without_a_code(status: int) -> None:
    case = flanks(f"{status}/no-code")
    assert case.code is None
    assert classify(load("flanks"), Reply(status, {"error": "x"})).cases == (case,)


def test_trap_48_a_transient_400() -> None:
    assert flanks("400/20002").policy.verb is Verb.POLL


def test_trap_49_samples_with_a_trailing_comma_are_json_here() -> None:
    assert flanks("405/no-code").samples[0].body == {"error": "Method not allowed"}


def test_trap_50_sca_error_is_about_checks_of_the_provider() -> None:
    assert flanks("400/20003").name == "SCA_ERROR"
    assert flanks("400/20003").policy.steps[0].actor is Actor.PROVIDER
    assert flanks("50003").policy.verb is Verb.AFTER_ACTION
