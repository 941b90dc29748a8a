# errpact: provider=synapse
"""What stands in a body counts before the defaults that it is laid over, and after what is laid over it."""

import httpx
from pydantic import BaseModel, field_validator, model_validator

URL = "https://api.synapsefi.com/v3.1/users"


class Refused(Exception):
    def __init__(self, body):
        super().__init__(body["error_code"])
        self.body = body


class Reply(BaseModel):
    error_code: str = "0"
    http_code: str

    @field_validator("error_code", "http_code", mode="before")
    @classmethod
    def text(cls, value):
        return str(value)

    @property
    def pair(self):
        return self.http_code, self.error_code

    @classmethod
    def parse(cls, status, body):
        return cls.model_validate({"http_code": status, "success": status < 400, **body})


class Checked(BaseModel):
    error_code: str
    nodes: list = []

    @model_validator(mode="before")
    @classmethod
    def without_a_shell(cls, body):
        return body.get("reply", body)

    @model_validator(mode="after")
    def accepted(self):
        if self.error_code != "0":
            raise ValueError(f"refused with {self.error_code}")
        return self


class Unchecked(BaseModel):
    error_code: str
    nodes: list = []

    @model_validator(mode="after")
    def noted(self):
        if self.error_code != "0":  # error: EP201 # error: EP202
            print("refused", self.error_code)
        return self


async def by_pair(http: httpx.AsyncClient, user):
    response = await http.post(f"{URL}/{user}/nodes", json={"type": "ACH-US"})
    reply = Reply.parse(response.status_code, response.json())
    match reply.pair:
        case ("200", "0"):
            return "linked"
        case ("202", _) | (_, "10"):
            return "pending"
        case pair:
            return pair


async def one_pair_only(http: httpx.AsyncClient, user):
    response = await http.post(f"{URL}/{user}/nodes", json={"type": "SYNAPSE-US"})
    reply = Reply.parse(response.status_code, response.json())
    match reply.pair:
        case ("202", _) | (_, "10"):
            return "pending"
        case ("503", _):  # error: EP201
            return "maintenance"
    return "linked"


async def own_code_on_top(http: httpx.AsyncClient, user):
    response = await http.get(f"{URL}/{user}")
    body = {**response.json(), "error_code": "0"}
    if body["error_code"] != "0":  # error: EP202
        raise Refused(body)
    return body["name"]  # error: EP201


async def default_below(http: httpx.AsyncClient, user):
    response = await http.get(f"{URL}/{user}/nodes")
    body = {"error_code": "0"} | response.json()
    if body["error_code"] != "0":
        raise Refused(body)
    return body["nodes"]


async def updated(http: httpx.AsyncClient, user):
    response = await http.get(f"{URL}/{user}/subnets")
    body = {"error_code": "0"}
    body.update(response.json())
    if body["error_code"] != "0":
        raise Refused(body)
    return body["subnets"]


async def checked_by_the_model(http: httpx.AsyncClient, user):
    response = await http.get(f"{URL}/{user}/trans")
    return Checked.model_validate(response.json()).nodes


async def only_noted_by_the_model(http: httpx.AsyncClient, user):
    response = await http.get(f"{URL}/{user}/statements")
    return Unchecked.model_validate(response.json()).nodes
