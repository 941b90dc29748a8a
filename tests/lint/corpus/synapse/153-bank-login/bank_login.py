from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx

from gateway import LoginBody, post_login
from verdicts import Code, Linked, Refused, Verdict


@dataclass(slots=True)
class Budget:
    """Seconds that may be slept before the person in front of the screen gives up."""

    seconds: float = 90.0
    step: float = 10.0
    spent: float = field(default=0.0, init=False)

    def waits(self) -> Iterator[float]:
        pause = self.step
        while self.spent + pause <= self.seconds:
            self.spent += pause
            yield pause
            pause *= 2


class BankLogin:
    def __init__(self, client: httpx.Client, budget: type[Budget] = Budget) -> None:
        self._client = client
        self._budget = budget

    def _attempt(self, user_id: str, info: LoginBody) -> Verdict:
        status, body = post_login(self._client, user_id, info)
        if status in (200, 202):
            return Linked(tuple(node["_id"] for node in body.get("nodes", ())))
        match body:
            case {"error_code": str(raw), "error": {"en": str(text)}}:
                known = raw in Code._value2member_map_
                return Refused(Code(raw) if known else None, status, text)
            case _:
                return Refused(None, status, str(body))

    def link(self, user_id: str, info: LoginBody) -> Verdict:
        verdict = self._attempt(user_id, info)
        for pause in self._budget().waits():
            match verdict:
                case Refused(passing=True):
                    time.sleep(pause)
                    verdict = self._attempt(user_id, info)
                case _:
                    break
        return verdict
