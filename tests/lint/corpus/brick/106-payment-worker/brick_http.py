from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass
from typing import Any, Iterator

import httpx

logger = logging.getLogger("brick")

BRICK_URL = os.getenv("BRICK_BANK_URL", "http://brick-gateway.internal")
FEW_MINUTES = 5 * 60
MAX_PEER_RETRIES = 3

# the other institution did not answer; Brick reports these as 400
PEER_TROUBLE = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})


def backoff_waits() -> Iterator[int]:
    """3, 6, 12, 24 and 48 seconds."""
    for n in range(5):
        yield 3 << n


def peer_waits() -> Iterator[int]:
    for n in range(1, MAX_PEER_RETRIES + 1):
        yield FEW_MINUTES * n


@dataclass
class BrickFailure:
    status: int
    code: str | None
    detail: str
    interaction: str | None = None

    @classmethod
    def from_response(cls, resp: httpx.Response) -> "BrickFailure":
        try:
            body: dict[str, Any] = resp.json()
        except ValueError:
            body = {"message": resp.text[:200]}
        # gateway answers come as {"message"} or {"error", "error_description"}
        code = body.get("code") or body.get("error") or None
        detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
        return cls(resp.status_code, code, detail, resp.headers.get("x-fapi-interaction-id"))

    @property
    def server_side(self) -> bool:
        return self.status in (500, 502, 503, 504)

    @property
    def peer_side(self) -> bool:
        return self.status == 400 and self.code in PEER_TROUBLE


class BrickError(Exception):
    def __init__(self, failure: BrickFailure) -> None:
        self.failure = failure
        super().__init__(f"{failure.status} {failure.code}: {failure.detail} ({failure.interaction})")


class BrickHttp:
    def __init__(self, token: str, base_url: str = BRICK_URL) -> None:
        self.client = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"},
                                   timeout=httpx.Timeout(45.0, connect=5.0))

    def _request(self, method: str, path: str, *, json: Any = None, idempotency_key: str | None = None) -> Any:
        headers = {"x-idempotency-key": idempotency_key} if idempotency_key else {}
        server, peer = backoff_waits(), peer_waits()
        while True:
            resp = self.client.request(method, path, json=json, headers=headers)
            if resp.is_success:
                return resp.json() if resp.content else None
            failure = BrickFailure.from_response(resp)
            if failure.server_side:
                pause = next(server, None)
            elif failure.peer_side:
                pause = next(peer, None)
            else:
                pause = None
            if pause is None:
                raise BrickError(failure)
            logger.warning("%s %s: %s, waiting %ss", method, path, failure, pause)
            time.sleep(pause)
