from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wire import PENDING, TRY_LATER, Busy, NeedsAnswer, Reply, SynapseError, exchange


@dataclass(frozen=True)
class Imported:
    user_id: str
    nodes: tuple[str, ...]


class NodeImporter:
    def __init__(self, client_id: str, client_secret: str, base_url: str = "https://uat-api.synapsefi.com") -> None:
        self._base_url = base_url
        self._gateway = f"{client_id}|{client_secret}"

    def _headers(self, oauth_key: str, fingerprint: str) -> dict[str, str]:
        return {
            "X-SP-GATEWAY": self._gateway,
            "X-SP-USER": f"{oauth_key}|{fingerprint}",
            "X-SP-USER-IP": "127.0.0.1",
            "Content-Type": "application/json",
        }

    @staticmethod
    def _check(reply: Reply) -> Reply:
        if reply.error_code == PENDING:
            raise NeedsAnswer(reply)
        if reply.error_code in TRY_LATER:
            raise Busy(reply)
        if reply.status >= 400:
            raise SynapseError(reply)
        return reply

    def login(self, user_id: str, oauth_key: str, fingerprint: str, bank: dict[str, Any]) -> Imported:
        reply = self._check(
            exchange(
                f"{self._base_url}/v3.1/users/{user_id}/nodes",
                self._headers(oauth_key, fingerprint),
                {"type": "ACH-US", "info": bank},
            )
        )
        return Imported(user_id, tuple(node["_id"] for node in reply.body.get("nodes", [])))
