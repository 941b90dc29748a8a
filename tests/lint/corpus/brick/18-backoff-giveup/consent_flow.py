"""Consent requests of our data-receiver role."""
from __future__ import annotations

import logging
from typing import Any

import backoff
import httpx

log = logging.getLogger("consents")


class ConsentError(Exception):
    def __init__(self, response: httpx.Response) -> None:
        super().__init__(f"{response.status_code} {response.text[:300]}")
        self.response = response

    @property
    def code(self) -> str:
        body = self.response.json()
        return str(body.get("code") or body.get("error") or body.get("message"))


def not_theirs(exc: Exception) -> bool:
    """50x is repeated, the rest isn't."""
    return not (isinstance(exc, ConsentError) and 500 <= exc.response.status_code < 510)


def _note(details: dict[str, Any]) -> None:
    log.warning("try %(tries)d failed, next in %(wait)0.0f s", details)


class ConsentFlow:
    def __init__(self, http: httpx.Client, brand_id: str) -> None:
        self.http = http
        self.brand_id = brand_id

    @backoff.on_exception(
        backoff.expo,
        ConsentError,
        base=2,
        factor=3,
        jitter=None,
        max_tries=6,
        giveup=not_theirs,
        on_backoff=_note,
    )
    def request(self, permissions: list[str], cpf: str) -> dict[str, Any]:
        response = self.http.post(
            "/data/consents",
            json={
                "brandId": self.brand_id,
                "data": {"permissions": permissions, "loggedUser": {"document": {"identification": cpf}}},
            },
        )
        if response.status_code not in {httpx.codes.OK, httpx.codes.CREATED}:
            raise ConsentError(response)
        return response.json()["data"]
