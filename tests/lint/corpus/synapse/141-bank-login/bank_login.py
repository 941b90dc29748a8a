"""Links a customer's bank account through Synapse's bank login."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from login_constants import BAD_LOGIN, MFA_PENDING, NO_ACH_ACCOUNT, TEMPORARY

logger = logging.getLogger(__name__)


class BankLoginError(Exception):
    def __init__(self, http_status: int, error_code: str, message: str) -> None:
        super().__init__(f"bank login failed ({http_status}/{error_code}): {message}")
        self.http_status = http_status
        self.error_code = error_code
        self.message = message


class TemporaryBankLoginError(BankLoginError):
    pass


class InvalidBankLogin(BankLoginError):
    pass


class NoEligibleAccount(BankLoginError):
    pass


@dataclass(frozen=True, slots=True)
class Linked:
    node_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MfaQuestion:
    access_token: str
    message: str


LoginOutcome = Linked | MfaQuestion


class BankLoginClient:
    def __init__(self, gateway_key: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self._http = httpx.Client(base_url=base_url, timeout=60, headers={"X-SP-GATEWAY": gateway_key})

    @retry(
        retry=retry_if_exception_type((TemporaryBankLoginError, httpx.ConnectError)),
        wait=wait_exponential_jitter(initial=1, max=20),
        stop=stop_after_attempt(4),
        reraise=True,
    )
    def login(self, user_id: str, bank: str, username: str, password: str) -> LoginOutcome:
        info = {"bank_id": username, "bank_pw": password, "bank_name": bank}
        return self._post_node(user_id, {"type": "ACH-US", "info": info})

    def answer(self, user_id: str, question: MfaQuestion, answer: str) -> LoginOutcome:
        return self._post_node(user_id, {"access_token": question.access_token, "mfa_answer": answer})

    def _post_node(self, user_id: str, payload: dict[str, Any]) -> LoginOutcome:
        response = self._http.post(f"/users/{user_id}/nodes", json=payload)
        body: dict[str, Any] = response.json()
        if response.status_code == 200:
            return Linked(tuple(node["_id"] for node in body["nodes"]))
        if body["error_code"] == MFA_PENDING:
            mfa = body["mfa"]
            return MfaQuestion(mfa["access_token"], mfa["message"])
        raise self._error(response.status_code, body)

    @staticmethod
    def _error(status: int, body: dict[str, Any]) -> BankLoginError:
        code: str = body["error_code"]
        message: str = (body.get("error") or {}).get("en", "")
        if code in TEMPORARY:
            return TemporaryBankLoginError(status, code, message)
        if code == BAD_LOGIN:
            return InvalidBankLogin(status, code, message)
        if code == NO_ACH_ACCOUNT:
            return NoEligibleAccount(status, code, message)
        return BankLoginError(status, code, message)


class AccountLinkService:
    def __init__(self, client: BankLoginClient) -> None:
        self._client = client
        self._open_questions: dict[str, MfaQuestion] = {}

    def start(self, user_id: str, bank: str, username: str, password: str) -> LoginOutcome:
        return self._remember(user_id, self._client.login(user_id, bank, username, password))

    def reply(self, user_id: str, answer: str) -> LoginOutcome:
        question = self._open_questions.pop(user_id)
        return self._remember(user_id, self._client.answer(user_id, question, answer))

    def _remember(self, user_id: str, outcome: LoginOutcome) -> LoginOutcome:
        if isinstance(outcome, MfaQuestion):
            self._open_questions[user_id] = outcome
        logger.info("bank login of %s: %s", user_id, type(outcome).__name__)
        return outcome
