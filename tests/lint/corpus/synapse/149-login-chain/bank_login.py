from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from chain import Call, Handler, LockedAtBank, after_maintenance, compose, raise_faults, slow_down

MAX_QUESTIONS = 4


@dataclass(frozen=True, slots=True)
class Question:
    access_token: str
    text: str


class NeverSatisfied(Exception):
    def __init__(self, asked: int) -> None:
        super().__init__(f"the bank still asks after {asked} answers")


def build(base_url: str, user: str, key: str) -> BankLogin:
    client = httpx.Client(base_url=base_url, headers={"X-SP-USER": key}, timeout=60)
    return BankLogin(compose(client, after_maintenance, slow_down, raise_faults), user)


class BankLogin:
    def __init__(self, send: Handler, user: str) -> None:
        self._send = send
        self._path = f"/v3.1/users/{user}/nodes"

    def link(self, bank: str, login: str, password: str) -> Generator[Question, str, list[dict[str, Any]]]:
        """Yields the bank's questions, expects the answers, returns the accounts."""
        credentials = {"bank_name": bank, "bank_id": login, "bank_pw": password}
        reply = self._send(Call("POST", self._path, {"type": "ACH-US", "info": credentials}))
        asked = 0
        while reply.code == "10":
            if asked == MAX_QUESTIONS:
                raise NeverSatisfied(asked)
            asked += 1
            mfa = reply.body["mfa"]
            answer = yield Question(mfa["access_token"], mfa["message"])
            reply = self._send(
                Call("POST", self._path, {"access_token": mfa["access_token"], "mfa_answer": answer})
            )
        return reply.body["nodes"]

    def rename(self, node: str, nickname: str) -> bool:
        """False: accepted, but Synapse still waits for something."""
        reply = self._send(Call("PATCH", f"{self._path}/{node}", {"info": {"nickname": nickname}}))
        return reply.code == "0"


def answered(login: BankLogin, bank: str, user: str, password: str, answers: Mapping[str, str]) -> list[dict[str, Any]]:
    dialogue = login.link(bank, user, password)
    try:
        question = next(dialogue)
        while True:
            question = dialogue.send(answers.get(question.text, ""))
    except StopIteration as end:
        return end.value
    except LockedAtBank as fault:
        fault.add_note(f"{bank}: ask the customer to finish the set-up at the bank")
        raise
