# errpact: provider=khipu
"""A body that is spread into models, its keys by a rule: what they hold decides."""

import requests
from pydantic import BaseModel, ConfigDict, field_validator
from pydantic.alias_generators import to_pascal

URL = "http://localhost:8080/v1/balance"


class Problem(BaseModel):
    model_config = ConfigDict(alias_generator=to_pascal)

    code: str
    type: str
    description: str = ""

    @field_validator("type", mode="before")
    @classmethod
    def plain(cls, value):
        return value.strip()


class Envelope(BaseModel):
    Status: str
    Data: dict | None = None
    Error: Problem | None = None


class Refused(Exception):
    def __init__(self, problem):
        super().__init__(problem.code, problem.type)
        self.problem = problem


def stubborn(rut):
    for _ in range(3):
        envelope = Envelope(**requests.post(URL, json={"rut": rut}, timeout=30).json())
        if envelope.Error is None:
            return envelope.Data
        if envelope.Error.type == "WAIT_4_HOURS_BEFORE_RETRY":  # error: EP101 DO_NOT_RETRY A000 E100-E199 E200-E299 E300-E399 E400-E499 E500-E599 E999 E000 D000 F000 T000 I001-I003 P001-P003
            raise Refused(envelope.Error)
    raise Refused(envelope.Error)


def heeding(rut):
    for _ in range(3):
        envelope = Envelope(**requests.post(URL, json={"rut": rut}, timeout=30).json())
        if envelope.Error is None:
            return envelope.Data
        if envelope.Error.type != "RETRY_IMMEDIATELY":
            raise Refused(envelope.Error)
    raise Refused(envelope.Error)
