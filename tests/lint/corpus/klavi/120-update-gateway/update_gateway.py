from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

import requests
from pydantic import BaseModel, ConfigDict, field_validator

from errors import KlaviExceptionMapper

Req = TypeVar("Req", bound=BaseModel)
Res = TypeVar("Res")


class AutoUpdateCommand(BaseModel):
    connection_key: str
    allow: bool

    def to_wire(self) -> dict[str, Any]:
        return {"connectionKey": self.connection_key, "allowAutoUpdate": self.allow}


class KlaviEnvelope(BaseModel):
    model_config = ConfigDict(extra="allow")

    code: str = ""
    message: str | None = None

    @field_validator("code", mode="before")
    @classmethod
    def _text(cls, value: Any) -> str:
        return "" if value is None else str(value)


class Gateway(ABC, Generic[Req, Res]):
    @abstractmethod
    def execute(self, request: Req) -> Res: ...


class AutoUpdateGateway(Gateway[AutoUpdateCommand, bool]):
    """Never repeats a request: nothing in this API is said to be transient."""

    def __init__(self, session: requests.Session, mapper: KlaviExceptionMapper, base_url: str = "https://api.klavi.ai") -> None:
        self._session = session
        self._mapper = mapper
        self._url = base_url + "/open-data/v1/update-user-data"

    def execute(self, request: AutoUpdateCommand) -> bool:
        response = self._session.post(self._url, json=request.to_wire(), timeout=20)
        body = response.json()
        envelope = KlaviEnvelope.model_validate(body)
        if envelope.code != "200":
            raise self._mapper.map(envelope.code, body)
        return request.allow
