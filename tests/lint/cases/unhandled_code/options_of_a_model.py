# errpact: provider=khipu
"""Options of a model's fields are looked at while a reply is parsed: nothing is done for good by that. What is really done
for one kind of error tells it."""

from typing import Any

import httpx
from pydantic import BaseModel, Field


class Fault(BaseModel):
    code: str = Field(alias="Code")
    advice: str = Field(alias="Type")


class Answer(BaseModel):
    fault: Fault | None = Field(default=None, alias="Error")
    data: Any = Field(default=None, alias="Data")


class Failed(Exception):
    def __init__(self, fault: Fault):
        super().__init__(fault.code, fault.advice)
        self.fault = fault


def ask(http: httpx.Client, rut) -> Answer:
    return Answer.model_validate_json(http.post("/v1/balances", json={"Username": rut}).content)


def balances(http: httpx.Client, rut):
    answer = ask(http, rut)
    if answer.fault is None:
        return answer.data
    if answer.fault.code[:2] in ("E2", "E3"):  # error: EP201
        return []
    raise Failed(answer.fault)


def balances_of_a_customer(http: httpx.Client, rut, closed):
    answer = ask(http, rut)
    if answer.fault is None:
        return answer.data
    if answer.fault.code[:2] in ("E2", "E3"):
        closed.write_text(answer.fault.code)
        return []
    raise Failed(answer.fault)
