from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import requests
from tenacity import Retrying, before_sleep_log, retry_if_exception, stop_after_attempt, wait_fixed

from mapper import BankExceptionMapper, TransientBankException

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class TransientOnly:
    attempts: int = 3
    seconds: int = 180

    def should_retry(self, error: BaseException) -> bool:
        return isinstance(error, TransientBankException)

    def retrying(self) -> Retrying:
        return Retrying(
            retry=retry_if_exception(self.should_retry),
            stop=stop_after_attempt(self.attempts),
            wait=wait_fixed(self.seconds),
            before_sleep=before_sleep_log(LOG, logging.INFO),
            reraise=True,
        )


class BankLoginGateway:
    def __init__(
        self,
        session: requests.Session,
        mapper: BankExceptionMapper,
        policy: TransientOnly,
        base_url: str = "https://api.synapsefi.com/v3.1",
    ) -> None:
        self._session = session
        self._mapper = mapper
        self._policy = policy
        self._base_url = base_url

    def login(self, user_id: str, bank: str, login: str, password: str) -> dict[str, Any]:
        info = {"bank_id": login, "bank_pw": password, "bank_name": bank}
        return self._policy.retrying()(self._post, f"/users/{user_id}/nodes", {"type": "ACH-US", "info": info})

    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        body = self._session.post(self._base_url + path, json=payload, timeout=60).json()
        error = self._mapper.lookup(body)
        if error is not None:
            raise error
        return body
