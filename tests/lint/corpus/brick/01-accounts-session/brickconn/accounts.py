from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

import requests

from .transport import build_session, read_body


@dataclass(frozen=True, slots=True)
class Account:
    account_id: str
    brand: str
    number: str


class BrickAccounts:
    def __init__(self, base_url: str, session: requests.Session) -> None:
        self._base_url = base_url.rstrip("/") + "/"
        self._session = session

    @classmethod
    def connect(cls, base_url: str, token: str) -> "BrickAccounts":
        return cls(base_url, build_session(token))

    def pages(self, consent_id: str) -> Iterator[list[dict]]:
        url = urljoin(self._base_url, "open-banking/accounts/v2/accounts")
        params: dict[str, str] | None = {"page-size": "100"}
        while url:
            resp = self._session.get(url, params=params, headers={"x-consent-id": consent_id}, timeout=20)
            body = read_body(resp)
            yield body.get("data") or []
            url = (body.get("links") or {}).get("next") or ""
            params = None

    def all(self, consent_id: str) -> list[Account]:
        return [
            Account(item["accountId"], item.get("brandName", ""), item.get("number", ""))
            for page in self.pages(consent_id)
            for item in page
        ]
