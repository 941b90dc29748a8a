"""Next steps for the operator, by code, then by family."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from outcome import Outcome

Handler = Callable[[int, str, dict[str, Any]], Outcome]


def step(text: str) -> Handler:
    return lambda status, code, body: Outcome(status=status, code=code, next_step=text)


BY_CODE: dict[str, Handler] = {
    "CONSENTIMENTO_INVALIDO": step("ask for a new consent"),
    "CONSENTIMENTO_NAO_AUTORIZADO": step("check the consent's status and categories"),
    "CPF_INVALIDO": step("open a ticket at the service desk"),
    "LIMITE_OPERACIONAL_EXCEDIDO": step("wait for the next month"),
    "ERRO_CHAMADA_API": step("try again in some minutes"),
    "TIMEOUT_CHAMADA_API": step("try again in some minutes"),
    "invalid_token": step("fix the token"),
}

BY_FAMILY: dict[int, Handler] = {4: step("fix the request"), 5: step("try again soon")}


def handle(status: int, body: dict[str, Any]) -> Outcome:
    code = body.get("code") or body.get("error") or ""
    handler = BY_CODE.get(code) or BY_FAMILY.get(status // 100) or step("look at it")
    return handler(status, code, body)
