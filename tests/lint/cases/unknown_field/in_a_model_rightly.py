# errpact: provider=synapse
"""The same model with an alias, beside a model of another thing that has a code of its own."""

import requests
from pydantic import BaseModel, Field

URL = "http://localhost:8080/v3.1/users/u"


class Currency(BaseModel):
    code: str = "USD"


class Envelope(BaseModel):
    code: str = Field("0", alias="error_code")
    currency: Currency = Field(default_factory=Currency)


class Refused(Exception):
    def __init__(self, code, status):
        super().__init__(code, status)
        self.code = code
        self.status = status


def upload(document):
    reply = requests.patch(URL, json=document, timeout=30)
    envelope = Envelope.model_validate_json(reply.content)
    if envelope.code != "0":
        raise Refused(envelope.code, reply.status_code)
    return True
