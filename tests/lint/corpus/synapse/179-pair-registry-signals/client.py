from __future__ import annotations

import time
from typing import Any

import requests
from blinker import Namespace

import flags
from errors import SynapseError, TryLater, error_from

signals = Namespace()
resync_done = signals.signal("resync-done")
resync_failed = signals.signal("resync-failed")


class Nodes:
    def __init__(self, core: "Synapse") -> None:
        self._core = core

    def get(self, user_id: str, node_id: str) -> dict[str, Any]:
        return self._core._request("GET", f"/users/{user_id}/nodes/{node_id}")

    def resync(self, user_id: str, node_id: str) -> dict[str, Any]:
        """Balance and transactions anew; waits a while when the bank is in maintenance."""
        tries = flags.RESYNC_TRIES if flags.RESYNC_AGAIN else 1
        path = f"/users/{user_id}/nodes/{node_id}"
        for left in reversed(range(tries)):
            try:
                node = self._core._request("PATCH", path, params={"resync": "BALANCE"})
            except TryLater as exc:
                if not left:
                    resync_failed.send(self, node_id=node_id, error=exc)
                    raise
                time.sleep(flags.RESYNC_GAP_SECONDS)
            except SynapseError as exc:
                resync_failed.send(self, node_id=node_id, error=exc)
                raise
            else:
                resync_done.send(self, node_id=node_id)
                return node
        raise RuntimeError("RESYNC_TRIES must be positive")


class Synapse:
    def __init__(self, gateway: str, user_key: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": user_key})
        self.nodes = Nodes(self)

    def _request(self, method: str, path: str, **kwargs: Any) -> dict[str, Any]:
        response = self._session.request(method, self._base_url + path, timeout=60, **kwargs)
        try:
            body = response.json()
        except ValueError:
            body = {}
        if not isinstance(body, dict):
            body = {}
        if response.status_code == 200 and str(body.get("error_code")) == "0":
            return body
        raise error_from(response.status_code, body)
