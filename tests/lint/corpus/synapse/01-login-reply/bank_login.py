from __future__ import annotations

from typing import Any, Callable, NamedTuple

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from faults import fault_of
from reply import Reply


class Linked(NamedTuple):
    nodes: list[dict[str, Any]]


class Question(NamedTuple):
    access_token: str
    message: str


class BankLogin:
    def __init__(self, user_id: str, headers: Callable[[], dict[str, str]], base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self._url = f"{base_url}/users/{user_id}/nodes"
        self._headers = headers
        self._session = requests.Session()
        self._session.mount(
            base_url, HTTPAdapter(max_retries=Retry(connect=4, read=0, status=0, backoff_factor=1))
        )

    def start(self, bank: str, user: str, password: str) -> Linked | Question:
        return self._send(
            {"type": "ACH-US", "info": {"bank_id": user, "bank_pw": password, "bank_name": bank}}
        )

    def answer(self, question: Question, text: str) -> Linked | Question:
        return self._send({"access_token": question.access_token, "mfa_answer": text})

    def _send(self, payload: dict[str, Any]) -> Linked | Question:
        reply = Reply.from_response(
            self._session.post(self._url, json=payload, headers=self._headers(), timeout=60)
        )
        if reply.pair == Reply.DONE:
            return Linked(reply.body["nodes"])
        if reply.pair == Reply.PENDING:
            mfa = reply.body.get("mfa", {})
            return Question(mfa.get("access_token", ""), mfa.get("message", ""))
        raise fault_of(reply)
