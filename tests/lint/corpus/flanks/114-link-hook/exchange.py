from __future__ import annotations

from functools import singledispatch
from typing import Any, NamedTuple

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


class Connected(NamedTuple):
    credentials_token: str


class UnderChecks(NamedTuple):
    credentials_token: str
    error_code: int


class Rejected(NamedTuple):
    status: int
    error_code: int | None
    error: str


Answer = Connected | UnderChecks | Rejected


class LinkExchange:
    """Swaps the code that Flanks Link leaves in our redirect for a credentials token."""

    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {access_token}"
        reach_only = Retry(total=None, connect=3, read=False, status=0, redirect=False, other=0,
                           respect_retry_after_header=False)
        self.http.mount(base_url, HTTPAdapter(max_retries=reach_only))

    def swap(self, code: str) -> Answer:
        response = self.http.post(f"{self.base_url}/v0/platform/link/token", json={"code": code}, timeout=30)
        body: dict[str, Any] = response.json()
        match response.status_code, body.get("error_code"):
            case 200, None:
                return Connected(body["credentials_token"])
            case 202, 20003:
                return UnderChecks(body["credentials_token"], 20003)
            case status, error_code:
                return Rejected(status, error_code, body.get("error") or body.get("message") or "")


@singledispatch
def page_for(answer: Answer) -> tuple[str, int]:
    raise TypeError(type(answer).__name__)


@page_for.register
def _(answer: Connected) -> tuple[str, int]:
    return "Your bank is connected.", 200


@page_for.register
def _(answer: UnderChecks) -> tuple[str, int]:
    return "Almost there: security checks take one or two days.", 202


@page_for.register
def _(answer: Rejected) -> tuple[str, int]:
    text = {
        20003: "Your bank is still going through security checks, which take one or two days.",
        50001: "Your bank can't be reached right now, come back later.",
        50002: "The bank did not accept these credentials.",
        50003: "Your bank asks for a second factor.",
    }.get(answer.error_code, "We could not connect your bank.")
    reference = answer.error_code or answer.status
    return f"{text} (reference {reference}: {answer.error})", 502 if answer.status >= 500 else 400
