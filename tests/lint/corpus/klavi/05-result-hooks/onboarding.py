"""Onboarding: sign the user in with Google, then pull the income report from Klavi."""
from __future__ import annotations

import dataclasses as dc
from datetime import timedelta
from typing import Generic, TypeVar, Union

import httpx

T = TypeVar("T")


@dc.dataclass(frozen=True)
class Ok(Generic[T]):
    value: T
    remarks: tuple[str, ...] = ()


@dc.dataclass(frozen=True)
class Err:
    code: int
    message: str
    hint: str = "contact-support"
    not_before: timedelta | None = None


Result = Union[Ok[T], Err]

REMARKS = {201: "user must authorise more", 202: "some transactions are missing", 203: "no CPF in report"}

HINTS = {
    **dict.fromkeys((402, 410, 433), "check-credentials"),
    **dict.fromkeys((434, 435), "ask-mfa"),
    **dict.fromkeys((407, 416, 417, 418), "talk-to-bank"),
    408: "reset-password",
    409: "choose-other-account",
    413: "close-sessions",
    **dict.fromkeys((419, 420), "visit-agency"),
    **dict.fromkeys((403, 432), "later"),
    **dict.fromkeys((406, 414, 415), "later"),
}
WAITS = {406: timedelta(hours=24), 414: timedelta(hours=24), 415: timedelta(minutes=30)}


class _NotOk(Exception):
    def __init__(self, err: Err) -> None:
        super().__init__(err.message)
        self.err = err


def _stop_on_error(response: httpx.Response) -> None:
    response.read()
    doc = response.json()
    code = int(doc["code"])
    if code == 200 or code in REMARKS:
        return
    raise _NotOk(Err(code, doc.get("message", ""), HINTS.get(code, "contact-support"), WAITS.get(code)))


class Google:
    def __init__(self, client_id: str, secret: str) -> None:
        self.client_id, self.secret = client_id, secret

    def email(self, code: str, redirect: str) -> str:
        tokens = httpx.post(
            "https://oauth2.googleapis.com/token",
            data={"code": code, "client_id": self.client_id, "client_secret": self.secret,
                  "redirect_uri": redirect, "grant_type": "authorization_code"},
        ).raise_for_status().json()
        who = httpx.get(
            "https://openidconnect.googleapis.com/v1/userinfo",
            headers={"Authorization": f"Bearer {tokens['access_token']}"},
        ).raise_for_status()
        return who.json()["email"]


class Klavi:
    def __init__(self, base_url: str, token: str) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": token},
            transport=httpx.HTTPTransport(retries=2),
            event_hooks={"response": [_stop_on_error]},
        )

    def income(self, cpf: str) -> Result[dict]:
        try:
            doc = self._http.get("/v1/income", params={"cpf": cpf}).json()
        except _NotOk as stop:
            return stop.err
        remark = REMARKS.get(int(doc["code"]))
        return Ok(doc.get("data") or {}, (remark,) if remark else ())
