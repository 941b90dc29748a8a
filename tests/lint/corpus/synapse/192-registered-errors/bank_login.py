"""Linking a bank by login, with the question that some banks ask in between."""
from __future__ import annotations

from dataclasses import dataclass

from errors import ActionPending
from http_session import GatewaySession


@dataclass(frozen=True)
class Linked:
    node_ids: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """The bank wants an answer; hand it to `BankLogin.answer` with what the user typed."""

    access_token: str
    text: str


class BankLogin:
    def __init__(self, session: GatewaySession, user_id: str, user_key: str) -> None:
        self._session = session
        self._path = f"/users/{user_id}/nodes"
        self._headers = {"X-SP-USER": user_key}

    def link(self, bank: str, login: str, password: str) -> Linked | Question:
        return self._send({"type": "ACH-US", "info": {"bank_id": login, "bank_pw": password, "bank_name": bank}})

    def answer(self, question: Question, text: str) -> Linked | Question:
        return self._send({"access_token": question.access_token, "mfa_answer": text})

    def _send(self, payload: dict[str, object]) -> Linked | Question:
        try:
            body = self._session.post(self._path, json=payload, headers=self._headers).json()
        except ActionPending as pending:
            return Question(pending.mfa.get("access_token", ""), pending.mfa.get("message", ""))
        return Linked(tuple(node["_id"] for node in body["nodes"]))
