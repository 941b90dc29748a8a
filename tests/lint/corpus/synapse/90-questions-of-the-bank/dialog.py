"""Bank login as a dialog: each answer of the customer is a new request."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

MAX_QUESTIONS = 5


@dataclass(frozen=True)
class Question:
    access_token: str
    text: str


Ask = Callable[[Question], str]


class LoginRefused(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(f"{body.get('http_code')}/{body.get('error_code')}")
        self.body = body


class TooManyQuestions(LoginRefused):
    pass


def question_in(body: dict[str, Any]) -> Question | None:
    if (body.get("http_code"), body.get("error_code")) != ("202", "10"):
        return None
    mfa = body.get("mfa", {})
    return Question(mfa.get("access_token", ""), mfa.get("message", ""))


class Dialog:
    def __init__(self, http: httpx.Client, ask: Ask) -> None:
        self.http = http
        self.ask = ask

    def _send(self, user_id: str, payload: dict[str, Any]) -> dict[str, Any]:
        return self.http.post(f"/users/{user_id}/nodes", json=payload).json()

    def link(self, user_id: str, bank: str, login: str, password: str) -> list[str]:
        body = self._send(
            user_id, {"type": "ACH-US", "info": {"bank_id": login, "bank_pw": password, "bank_name": bank}}
        )
        for _ in range(MAX_QUESTIONS):
            question = question_in(body)
            if question is None:
                break
            answer = self.ask(question)
            body = self._send(user_id, {"access_token": question.access_token, "mfa_answer": answer})
        else:
            raise TooManyQuestions(body)
        if body.get("error_code", "") != "0":
            raise LoginRefused(body)
        return [node["_id"] for node in body["nodes"]]
