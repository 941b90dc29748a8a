"""HTTP side of the SynapseFI nodes resource."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import requests
from tenacity import RetryCallState, retry, retry_if_result, stop_after_attempt, wait_exponential

HOST = "https://api.synapsefi.com/v3.1"
TRANSIENT = frozenset({"429", "500", "503"})


@dataclass(frozen=True)
class Reply:
    http_code: int
    error_code: str
    success: bool
    text: str = ""
    body: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, response: requests.Response) -> "Reply":
        body = response.json()
        return cls(
            http_code=int(body.get("http_code", response.status_code)),
            error_code=body.get("error_code", "0"),
            success=bool(body.get("success", response.ok)),
            text=(body.get("error") or {}).get("en", ""),
            body=body,
        )


def worth_another_go(reply: Reply) -> bool:
    return reply.error_code in TRANSIENT


def _give_back_last(state: RetryCallState) -> Reply:
    return state.outcome.result()


class NodesGateway:
    def __init__(self, gateway_header: str, user_header: str, base_url: str = HOST) -> None:
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers.update({"X-SP-GATEWAY": gateway_header, "X-SP-USER": user_header})

    @retry(
        retry=retry_if_result(worth_another_go),
        wait=wait_exponential(multiplier=2, max=60),
        stop=stop_after_attempt(4),
        retry_error_callback=_give_back_last,
    )
    def submit(self, user_id: str, payload: dict[str, Any]) -> Reply:
        r = self.session.post(f"{self.base_url}/users/{user_id}/nodes", json=payload, timeout=60)
        return Reply.of(r)
