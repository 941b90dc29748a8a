"""Linking and refreshing of bank accounts."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, Union

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_fixed

from faults import ActionPending, RefreshUnavailable, Surface
from wire import Wire

log = logging.getLogger("synapse.bank_login")
A_QUARTER = 15 * 60


@dataclass(frozen=True)
class Linked:
    nodes: tuple[str, ...]


@dataclass(frozen=True)
class Challenge:
    """The bank asks the user something; answer() takes what they say."""

    access_token: str
    question: str
    code: str


@dataclass(frozen=True)
class Balance:
    node: str
    amount: float | None


LinkResult = Union[Linked, Challenge]


def _say(state: RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    log.warning("refresh %d put off: %s", state.attempt_number, error)


class BankLogin:
    def __init__(self, wire: Wire, user_id: str) -> None:
        self._wire = wire
        self._user_id = user_id

    def link(self, bank: str, bank_id: str, password: str) -> LinkResult:
        info = {"bank_id": bank_id, "bank_pw": password, "bank_name": bank}
        return self._nodes({"type": "ACH-US", "info": info})

    def answer(self, challenge: Challenge, said: str) -> LinkResult:
        return self._nodes({"access_token": challenge.access_token, "mfa_answer": said})

    def refresh(self, node_id: str) -> Balance:
        patient = Retrying(
            retry=retry_if_exception_type(RefreshUnavailable),
            wait=wait_fixed(A_QUARTER),
            stop=stop_after_attempt(3),
            before_sleep=_say,
            reraise=True,
        )
        body: dict[str, Any] = patient(
            self._wire.send, Surface.SYNC, "PATCH", f"/users/{self._user_id}/nodes/{node_id}",
            params={"resync": "BALANCE"},
        )
        node = next((n for n in body.get("nodes", []) if n.get("_id") == node_id), body)
        return Balance(node_id, node.get("info", {}).get("balance", {}).get("amount"))

    def _nodes(self, payload: dict[str, Any]) -> LinkResult:
        try:
            body = self._wire.send(Surface.LOGIN, "POST", f"/users/{self._user_id}/nodes", json=payload)
        except ActionPending as pending:
            mfa = pending.body.get("mfa") or {}
            return Challenge(mfa.get("access_token", ""), mfa.get("message", pending.text), pending.error_code)
        return Linked(tuple(node["_id"] for node in body["nodes"]))
