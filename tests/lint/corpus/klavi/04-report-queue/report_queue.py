"""Drains a queue of CPFs against Klavi's report endpoint."""
from __future__ import annotations

import collections
import dataclasses
import json
import time
import urllib.error
import urllib.request
from typing import Any, Iterable

BASE_URL = "https://api.klavi.ai"


@dataclasses.dataclass(frozen=True)
class Answer:
    cpf: str
    code: int
    message: str
    data: Any = None

    @property
    def verdict(self) -> str:
        match self.code:
            case 200:
                return "complete"
            case 201 | 202 | 203:
                return "incomplete"
            case 401 | 430:
                return "absent"
            case 406 | 414:
                return "user may connect after 24h"
            case 415:
                return "user may connect after 30min"
            case _:
                return "failed"


class Queue:
    def __init__(self, partner: str, token: str, base_url: str = BASE_URL, lives: int = 3) -> None:
        self.headers = {"X-Partner-Code": partner, "X-Partner-Token": token, "Accept": "application/json"}
        self.base_url = base_url
        self.lives = lives

    def _ask(self, cpf: str) -> Answer:
        request = urllib.request.Request(f"{self.base_url}/data/v1/reports?cpf={cpf}", headers=self.headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as handle:
                body = json.load(handle)
        except urllib.error.HTTPError as failure:
            body = json.loads(failure.read())
        return Answer(cpf, int(body["code"]), body.get("message", ""), body.get("data"))

    def drain(self, cpfs: Iterable[str]) -> list[Answer]:
        waiting = collections.deque((cpf, self.lives) for cpf in cpfs)
        done: list[Answer] = []
        while waiting:
            cpf, lives = waiting.popleft()
            try:
                done.append(self._ask(cpf))
            except (urllib.error.URLError, TimeoutError):
                if lives <= 1:
                    raise
                time.sleep(2)
                waiting.append((cpf, lives - 1))
        return done


def by_verdict(answers: Iterable[Answer]) -> dict[str, list[tuple[str, int, str]]]:
    table: dict[str, list[tuple[str, int, str]]] = {}
    for answer in answers:
        table.setdefault(answer.verdict, []).append((answer.cpf, answer.code, answer.message))
    return table
