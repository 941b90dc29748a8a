# errpact: provider=khipu
"""A reply as the first model of a union that fits: told apart by the literal of a field."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

import requests
import tenacity
from pydantic import BaseModel, Field, TypeAdapter

URL = "http://localhost:8080/v1/statement"


class Problem(BaseModel):
    Code: str
    Type: str
    Description: str = ""


class Ok(BaseModel):
    Status: Literal["OK"]
    Data: dict[str, Any]


class Failed(BaseModel):
    Status: Literal["ERROR"]
    Error: Problem


Reply = TypeAdapter(Annotated[Ok | Failed, Field(discriminator="Status")])
Either = TypeAdapter(Union[Ok, Failed])

KINDS = {"E999": "unknown", "E1": "logon", "E2": "bank", "L": "late", "X": "other"}  # error: EP301


class Refused(Exception):
    def __init__(self, problem):
        super().__init__(problem.Code, problem.Type)
        self.problem = problem
        self.kind = next((KINDS[problem.Code[:n]] for n in (4, 2, 1) if problem.Code[:n] in KINDS), "error")


def read(rut):
    for _ in range(3):
        match Reply.validate_python(requests.post(URL, json={"rut": rut}, timeout=30).json()):
            case Ok(Data=data):
                return data
            case Failed(Error=Problem(Type="RETRY_IMMEDIATELY")):
                continue
            case Failed(Error=problem):
                raise Refused(problem)
    return None


@tenacity.retry(stop=tenacity.stop_after_attempt(3), wait=tenacity.wait_fixed(20_000), reraise=True)  # error: EP101
def stubborn(rut):
    reply = Either.validate_python(requests.post(URL, json={"rut": rut}, timeout=30).json())
    if isinstance(reply, Failed):
        raise Refused(reply.Error)
    return reply.Data


def once(rut):
    reply = Either.validate_json(requests.post(URL, json={"rut": rut}, timeout=30).content)
    if isinstance(reply, Failed):
        raise Refused(reply.Error)
    return reply.Data
