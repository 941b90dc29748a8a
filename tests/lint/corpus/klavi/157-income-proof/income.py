"""Proof of income for an advance on the salary: ask Klavi, fold the answer, no exceptions."""
from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import requests

from codes import LINK_FAILURES, PARTIAL, PARTNER_FAILURES, Blame, blame
from domain import Failure, Income, Report, income_of, report_of
from result import Left, Right, bind, fmap

log = logging.getLogger("income")

BASE_URL = "https://api.klavi.ai"
UNREADABLE = -1


class Reply(NamedTuple):
    status: int
    body: dict[str, Any]


Send = Callable[[str, dict[str, Any]], "Left[Failure] | Right[Reply]"]


def send(session: requests.Session, base_url: str, path: str, payload: dict[str, Any]) -> Left[Failure] | Right[Reply]:
    try:
        response = session.post(base_url + path, json=payload, timeout=(3.05, 40))
        body = response.json()
    except requests.JSONDecodeError:
        return Left(Failure(UNREADABLE, f"no JSON (HTTP {response.status_code})", Blame.KLAVI))
    except requests.RequestException as exc:
        return Left(Failure(UNREADABLE, type(exc).__name__, Blame.KLAVI))
    if not isinstance(body, dict) or not isinstance(body.get("code"), int):
        return Left(Failure(UNREADABLE, f"no code (HTTP {response.status_code})", Blame.KLAVI))
    return Right(Reply(response.status_code, body))


def check(reply: Reply) -> Left[Failure] | Right[Reply]:
    code = reply.body["code"]
    if code in LINK_FAILURES or code in PARTNER_FAILURES:
        return Left(Failure(code, reply.body.get("message") or "", blame(code)))
    return Right(reply)


def read_report(reply: Reply) -> Report:
    code = reply.body["code"]
    return report_of(reply.body.get("data") or {}, note=code if code in PARTIAL else None)


def logged(cpf: str, outcome: Left[Failure] | Right[Income]) -> Left[Failure] | Right[Income]:
    match outcome:
        case Left(error):
            log.warning("no income for %s: klavi %d, %s", cpf[-4:], error.code, error.blame.value)
        case Right(income):
            log.info("income for %s: %s (note %s)", cpf[-4:], income.monthly, income.note)
    return outcome


def prove_income(post: Send, cpf: str, months: int = 3) -> Left[Failure] | Right[Income]:
    reply = post("/data/v1/reports/transactions", {"cpf": cpf, "months": months})
    report = fmap(bind(reply, check), read_report)
    return logged(cpf, fmap(report, partial(income_of, months=months)))


def make_sender(token: str, base_url: str = BASE_URL) -> Send:
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {token}"
    return partial(send, session, base_url)
