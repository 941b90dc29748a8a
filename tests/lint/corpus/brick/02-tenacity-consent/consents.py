from __future__ import annotations

from typing import Any, Literal

import httpx
from pydantic import BaseModel, ConfigDict, Field
from tenacity import RetryCallState, Retrying, retry_if_exception_type

FIRST_PAUSE = 3.0
SERVER_RETRIES = 5
PARTNER_PAUSE = 5 * 60.0
PARTNER_RETRIES = 1


class Problem(BaseModel):
    model_config = ConfigDict(extra="ignore")

    code: str = ""
    title: str = ""
    detail: str = ""
    error: str = ""
    error_description: str = ""
    message: str = ""

    def __str__(self) -> str:
        return " | ".join(
            p for p in (self.code or self.error, self.title, self.detail, self.error_description, self.message) if p
        )


class Consent(BaseModel):
    consent_id: str = Field(alias="consentId")
    status: Literal["AWAITING_AUTHORISATION", "AUTHORISED", "REJECTED", "CONSUMED", "PARTIALLY_ACCEPTED"]


class BrickFault(Exception):
    def __init__(self, status: int, problem: Problem) -> None:
        super().__init__(f"HTTP {status}: {problem}")
        self.status = status
        self.problem = problem


class ServerFault(BrickFault):
    retries = SERVER_RETRIES


class PartnerFault(BrickFault):
    """The other institution's API couldn't be called."""

    retries = PARTNER_RETRIES


def _fault(response: httpx.Response) -> BrickFault:
    try:
        payload: Any = response.json()
    except ValueError:
        payload = {"message": response.text}
    problem = Problem.model_validate(payload)
    if 500 <= response.status_code < 510:
        return ServerFault(response.status_code, problem)
    if problem.code in {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}:
        return PartnerFault(response.status_code, problem)
    return BrickFault(response.status_code, problem)


def _pause(state: RetryCallState) -> float:
    if isinstance(state.outcome.exception(), PartnerFault):
        return PARTNER_PAUSE
    return FIRST_PAUSE * 2 ** (state.attempt_number - 1)


def _enough(state: RetryCallState) -> bool:
    return state.attempt_number > state.outcome.exception().retries


class ConsentReader:
    def __init__(self, base_url: str, token: str) -> None:
        self._client = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"})
        self._retrying = Retrying(
            retry=retry_if_exception_type((ServerFault, PartnerFault)),
            wait=_pause,
            stop=_enough,
            reraise=True,
        )

    def _load(self, consent_id: str) -> Consent:
        response = self._client.get(f"/consents/v1/consents/{consent_id}")
        if response.status_code != httpx.codes.OK:
            raise _fault(response)
        return Consent.model_validate(response.json()["data"])

    def get(self, consent_id: str) -> Consent:
        return self._retrying(self._load, consent_id)
