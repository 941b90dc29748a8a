"""Consents as the rest of the shop sees them."""
from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import requests
from requests.adapters import HTTPAdapter, Retry

import conf
from errors import BrickFault, translated


@dataclass(frozen=True, slots=True)
class Consent:
    id: str
    status: str
    expires: dt.datetime | None

    @property
    def usable(self) -> bool:
        return self.status == "AUTHORISED"


def _only_200(response: requests.Response, *args: object, **kwargs: object) -> None:
    response.raise_for_status()
    if response.status_code != 200:
        raise requests.HTTPError(f"unexpected {response.status_code}", response=response)


class ConsentGateway:
    def __init__(self, host: str = conf.BRICK_HOST, token: str = conf.BRICK_TOKEN) -> None:
        self.host = host
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"
        self.http.hooks["response"].append(_only_200)
        for scheme in ("https://", "http://"):
            self.http.mount(scheme, HTTPAdapter(max_retries=Retry(**conf.BRICK_RETRY)))

    def fetch(self, consent_id: str) -> Consent:
        with translated():
            data = self.http.get(f"{self.host}/consents/{consent_id}", timeout=30).json()["data"]
        expires = data.get("expirationDateTime")
        return Consent(
            id=data["consentId"],
            status=data["status"],
            expires=dt.datetime.fromisoformat(expires.replace("Z", "+00:00")) if expires else None,
        )

    def is_usable(self, consent_id: str) -> bool:
        """False only when Brick says so; trouble is the caller's to see."""
        return self.fetch(consent_id).usable


__all__ = ["BrickFault", "Consent", "ConsentGateway"]
