from __future__ import annotations

from typing import Any

import requests
from pydantic import BaseModel


class Envelope(BaseModel):
    code: int
    message: str = ""
    data: dict[str, Any] | None = None


class KlaviRefused(Exception):
    def __init__(self, envelope: Envelope) -> None:
        super().__init__(envelope.code, envelope.message)
        self.envelope = envelope

    @property
    def code(self) -> int:
        return self.envelope.code

    def __reduce__(self):
        return type(self), (self.envelope,)


def post(base_url: str, token: str, path: str, payload: dict[str, Any]) -> Envelope:
    response = requests.post(
        base_url + path, json=payload, headers={"Authorization": f"Bearer {token}"}, timeout=60
    )
    envelope = Envelope.model_validate(response.json())
    if envelope.code != 200:
        raise KlaviRefused(envelope)
    return envelope
