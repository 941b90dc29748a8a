from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx

from bus import Bus
from faults import RefreshDown, RefreshUnsupported, RelinkNeeded, SynapseFault

AGAIN_LATER = (timedelta(minutes=10), timedelta(minutes=45))


@dataclass(frozen=True)
class NodeRefreshed:
    node_id: str
    balance: Any


@dataclass(frozen=True)
class ActionPending:
    node_id: str
    mfa: dict[str, Any] | None


@dataclass(frozen=True)
class UserMustRelink:
    node_id: str
    fault: SynapseFault


@dataclass(frozen=True)
class StopRefreshing:
    node_id: str
    fault: SynapseFault


def _raise_fault(response: httpx.Response) -> None:
    response.read()
    if response.status_code < 400:
        return
    try:
        body = response.json()
    except ValueError:
        body = {}
    raise SynapseFault.of(response.status_code, body)


class Resync:
    def __init__(self, gateway_key: str, bus: Bus, base_url: str = "https://api.synapsefi.com") -> None:
        self.bus = bus
        self._http = httpx.Client(
            base_url=base_url,
            headers={"X-SP-GATEWAY": gateway_key},
            event_hooks={"response": [_raise_fault]},
            timeout=45,
        )

    def node(self, user_id: str, node_id: str) -> NodeRefreshed | ActionPending:
        try:
            event = self._patiently(user_id, node_id)
        except RelinkNeeded as fault:
            self.bus.emit(UserMustRelink(node_id, fault))
            raise
        except RefreshUnsupported as fault:
            self.bus.emit(StopRefreshing(node_id, fault))
            raise
        self.bus.emit(event)
        return event

    def _patiently(self, user_id: str, node_id: str) -> NodeRefreshed | ActionPending:
        for wait in AGAIN_LATER:
            try:
                return self._once(user_id, node_id)
            except RefreshDown:
                time.sleep(wait.total_seconds())
        return self._once(user_id, node_id)

    def _once(self, user_id: str, node_id: str) -> NodeRefreshed | ActionPending:
        response = self._http.patch(f"/v3.1/users/{user_id}/nodes/{node_id}", params={"resync": "YES"})
        body = response.json()
        if response.status_code == 202 or str(body.get("error_code")) == "10":
            return ActionPending(node_id, body.get("mfa"))
        return NodeRefreshed(node_id, (body.get("info") or {}).get("balance"))


class SlackInstall:
    """Where the operations channel gets its alerts; nothing to do with the bank side."""

    def __init__(self, client_id: str, client_secret: str) -> None:
        self._auth = (client_id, client_secret)

    def finish(self, code: str) -> str:
        for _ in range(3):
            reply = httpx.post("https://slack.com/api/oauth.v2.access", data={"code": code}, auth=self._auth).json()
            if reply.get("ok"):
                return reply["access_token"]
            if reply.get("error") != "internal_error":
                break
        raise PermissionError(reply.get("error"))
