from __future__ import annotations

import logging
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from errors import KhipuError, error_for
from models import Account, AccountList, Envelope

M = TypeVar("M", bound=BaseModel)
log = logging.getLogger("khipu")

# how long to wait, by advice
DELAYS = {
    "RETRY_IMMEDIATELY": 1,
    "WAIT_4_HOURS_BEFORE_RETRY": 4 * 60,
}


def _may_retry(exc: BaseException) -> bool:
    return isinstance(exc, KhipuError) and exc.advice in DELAYS


def _pause(state: RetryCallState) -> float:
    assert state.outcome is not None
    exc = state.outcome.exception()
    assert isinstance(exc, KhipuError)
    log.info("%s: waiting %s", exc, DELAYS[exc.advice])
    return DELAYS[exc.advice]


class AccountsResource:
    def __init__(self, client: KhipuClient) -> None:
        self._client = client

    def list(self, bank: str, *, username: str, password: str) -> list[Account]:
        result = self._client._request(
            f"/banks/{bank}/accounts", {"Username": username, "Password": password}, AccountList
        )
        return result.accounts


class KhipuClient:
    def __init__(
        self,
        token: str,
        *,
        base_url: str = "https://api.khipu.com/v1/cl",
        transport: httpx.BaseTransport | None = None,
        attempts: int = 4,
    ) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=120,
            transport=transport,
        )
        self._retrying = Retrying(
            retry=retry_if_exception(_may_retry),
            wait=_pause,
            stop=stop_after_attempt(attempts),
            reraise=True,
        )
        self.accounts = AccountsResource(self)

    def _once(self, path: str, payload: dict[str, Any], model: type[M]) -> M:
        response = self._http.post(path, json=payload)
        envelope = Envelope[model].model_validate_json(response.content)
        if envelope.error is not None:
            raise error_for(envelope.error.code, envelope.error.type)
        return envelope.data

    def _request(self, path: str, payload: dict[str, Any], model: type[M]) -> M:
        return self._retrying.copy()(self._once, path, payload, model)
