from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import requests


@dataclass(frozen=True, kw_only=True)
class Exchange:
    status: int
    credentials_token: str | None = None
    message: str = ""
    error: str = ""
    error_code: int | None = None
    rest: dict[str, Any] | None = None

    @classmethod
    def load(cls, status: int, doc: dict[str, Any]) -> Exchange:
        own = {k: doc.pop(k) for k in list(doc) if k in cls.__dataclass_fields__ and k != "rest"}
        return cls(**{**own, "status": status, "rest": doc or None})


class Crm(Protocol):
    def code_for(self, customer: str) -> str: ...


class LinkGateway:
    def __init__(self, base_url: str, bearer: str) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update(Authorization=f"Bearer {bearer}")

    def exchange(self, code: str) -> Exchange:
        resp = self.session.post(
            f"{self.base_url}/v0/platform/link", json={"code": code, "grant_type": "code"}, timeout=20
        )
        return Exchange.load(resp.status_code, resp.json())
