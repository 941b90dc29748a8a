# errpact: provider=synapse
"""A model whose field for the code has a name that no body has."""

import requests
from pydantic import BaseModel, Field

URL = "http://localhost:8080/v3.1/users/u"


class Envelope(BaseModel):
    code: str = "0"  # error: EP303
    error: dict[str, str] = Field(default_factory=dict)


class Refused(Exception):
    def __init__(self, envelope):
        super().__init__("refused")
        self.envelope = envelope


def upload(document):
    reply = requests.patch(URL, json=document, timeout=30)
    envelope = Envelope.model_validate_json(reply.content)
    if envelope.code != "0" or reply.status_code != 200:
        raise Refused((envelope, reply.status_code))
    return True
