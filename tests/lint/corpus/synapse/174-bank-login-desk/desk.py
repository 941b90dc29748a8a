"""Bank logins of employees. Nothing here repeats a login by itself: each submit is a person's."""
from __future__ import annotations

import json
import logging
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, Callable, Iterator, Protocol

import httpx

from pairs import LINKED, MFA_PENDING, LoginRefused, Pair

log = logging.getLogger(__name__)


class Pager(Protocol):
    def __call__(self, summary: str, /) -> None: ...


@dataclass(frozen=True)
class Linked:
    node_ids: tuple[str, ...]


@dataclass(frozen=True)
class MfaAsked:
    """The bank wants one more answer; no node is usable yet."""

    pair: Pair
    access_token: str
    question: str


class Desk:
    def __init__(self, base_url: str, headers: dict[str, str], pager: Pager, tracer: Callable[[str], Any] | None = None) -> None:
        self._http = httpx.Client(base_url=base_url, headers=headers, timeout=90)
        self._pager = pager
        self._tracer = tracer
        self.seen: Counter[str] = Counter()

    @contextmanager
    def _span(self, name: str) -> Iterator[None]:
        with ExitStack() as stack:
            if self._tracer is not None:
                stack.enter_context(self._tracer(name))
            try:
                yield
            except LoginRefused as exc:
                self.seen[str(exc.pair)] += 1
                log.warning(json.dumps({"event": name, "pair": str(exc.pair), "screen": exc.screen}))
                if exc.by_us:
                    self._pager(f"synapse refused us: {exc.pair}")
                raise

    def _post(self, user_id: str, payload: dict[str, Any]) -> Linked | MfaAsked:
        reply = self._http.post(f"/users/{user_id}/nodes", json=payload)
        try:
            body = reply.json()
        except ValueError:
            body = {}
        if not isinstance(body, dict):
            body = {}
        pair = Pair.read(reply.status_code, body)
        if pair == LINKED and body.get("nodes"):
            return Linked(tuple(node["_id"] for node in body["nodes"]))
        if pair == MFA_PENDING:
            mfa = body.get("mfa") or {}
            return MfaAsked(pair, mfa.get("access_token", ""), mfa.get("message", ""))
        error = body.get("error")
        raise LoginRefused(pair, error.get("en", "") if isinstance(error, dict) else str(error or ""))

    def login(self, user_id: str, bank: str, bank_id: str, bank_pw: str) -> Linked | MfaAsked:
        info = {"bank_id": bank_id, "bank_pw": bank_pw, "bank_name": bank}
        with self._span("bank-login"):
            return self._post(user_id, {"type": "ACH-US", "info": info})

    def answer(self, user_id: str, asked: MfaAsked, text: str) -> Linked | MfaAsked:
        with self._span("bank-mfa"):
            return self._post(user_id, {"access_token": asked.access_token, "mfa_answer": text})
