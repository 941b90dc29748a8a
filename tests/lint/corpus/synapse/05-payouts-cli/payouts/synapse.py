import http.client
import json
import time
import urllib.parse
from typing import Any


class SynapseFailure(Exception):
    def __init__(self, status: int, document: dict[str, Any]) -> None:
        self.status = status
        self.code = document.get("error_code")
        self.fields = document.get("error")
        super().__init__("HTTP %s, error_code %s: %s" % (status, self.code, json.dumps(self.fields)))


class AlreadySent(SynapseFailure):
    """The idempotency key has been used: look the transaction up, don't send another."""


class Synapse:
    def __init__(self, base_url: str, gateway: str, user: str) -> None:
        parts = urllib.parse.urlsplit(base_url)
        self.factory = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self.netloc = parts.netloc
        self.prefix = parts.path.rstrip("/")
        self.headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user, "Content-Type": "application/json"}

    def _exchange(self, method: str, path: str, payload: dict[str, Any], key: str) -> tuple[int, dict[str, Any]]:
        connection = self.factory(self.netloc, timeout=30)
        try:
            connection.request(
                method,
                self.prefix + path,
                body=json.dumps(payload),
                headers={**self.headers, "X-SP-IDEMPOTENCY-KEY": key},
            )
            reply = connection.getresponse()
            return reply.status, json.loads(reply.read())
        finally:
            connection.close()

    def pay(self, user_id: str, node_id: str, to_node: str, usd: float, key: str) -> dict[str, Any]:
        path = f"/v3.1/users/{user_id}/nodes/{node_id}/trans"
        payload = {
            "to": {"type": "ACH-US", "id": to_node},
            "amount": {"amount": round(usd, 2), "currency": "USD"},
        }
        failures = 0
        while True:
            try:
                status, document = self._exchange("POST", path, payload, key)
                break
            except (ConnectionError, TimeoutError):
                failures += 1
                if failures == 3:
                    raise
                time.sleep(failures)
        if status == 202:
            return {"id": document.get("_id"), "final": False}
        if status == 200:
            return {"id": document["_id"], "final": True}
        if str(document.get("error_code")) == "450":
            raise AlreadySent(status, document)
        raise SynapseFailure(status, document)
