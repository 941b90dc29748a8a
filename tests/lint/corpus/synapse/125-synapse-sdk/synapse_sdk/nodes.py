from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from .client import NotFinal, Synapse
from .errors import LOGIN, SYNC, RefreshDelayed, SynapseError, specialise


@dataclass(frozen=True)
class Challenge:
    """The bank wants an MFA answer; send it with `Nodes.answer`."""

    access_token: str
    question: str


@dataclass(frozen=True)
class Later:
    minutes: float = 20
    times: int = 1


@contextmanager
def meaning(table: dict) -> Iterator[None]:
    try:
        yield
    except SynapseError as exc:
        raise specialise(exc, table) from exc


class Nodes:
    def __init__(self, synapse: Synapse, user_id: str, refresh_policy: Later = Later()) -> None:
        self._s = synapse
        self._root = f"/users/{user_id}/nodes"
        self._later = refresh_policy

    def _link(self, payload: dict[str, Any]) -> list[dict[str, Any]] | Challenge:
        try:
            with meaning(LOGIN):
                return self._s.request("POST", self._root, json=payload)["nodes"]
        except NotFinal as accepted:
            mfa = accepted.body.get("mfa")
            if mfa is None:
                raise
            return Challenge(mfa["access_token"], mfa["message"])

    def login(self, bank: str, bank_id: str, bank_pw: str) -> list[dict[str, Any]] | Challenge:
        return self._link({"type": "ACH-US", "info": {"bank_name": bank, "bank_id": bank_id, "bank_pw": bank_pw}})

    def answer(self, challenge: Challenge, text: str) -> list[dict[str, Any]] | Challenge:
        return self._link({"access_token": challenge.access_token, "mfa_answer": text})

    def refresh(self, node_id: str) -> dict[str, Any]:
        left = self._later.times
        while True:
            try:
                with meaning(SYNC):
                    return self._s.request("PATCH", f"{self._root}/{node_id}", params={"force_refresh": "yes"})
            except RefreshDelayed:
                if not left:
                    raise
            left -= 1
            time.sleep(self._later.minutes * 60)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return self._s.paged(self._root, "nodes")
