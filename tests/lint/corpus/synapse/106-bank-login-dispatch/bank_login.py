from __future__ import annotations

import json
import logging
import time
import urllib.error
import urllib.request
from functools import singledispatch
from typing import Any

import attrs

from faults import AttentionFault, Fault, NoAchFault, OutageFault, PayloadFault, ThrottledFault, build

logger = logging.getLogger(__name__)


@singledispatch
def pause_after(fault: Fault, tried: int) -> float | None:
    return None


@pause_after.register
def _(fault: OutageFault, tried: int) -> float | None:
    return 10.0 * tried if tried < 4 else None


@pause_after.register
def _(fault: ThrottledFault, tried: int) -> float | None:
    return 60.0 if tried < 3 else None


@singledispatch
def advice(fault: Fault) -> str:
    return f"Linking your bank failed ({fault})."


@advice.register
def _(fault: PayloadFault) -> str:
    return "Please check the user name and password you gave us."


@advice.register
def _(fault: AttentionFault) -> str:
    return "Please sign in at your bank's site; the bank needs your attention."


@advice.register
def _(fault: NoAchFault) -> str:
    return "None of your accounts can be used for transfers."


@attrs.define
class Pending:
    mfa: dict[str, Any]


@attrs.define
class Linked:
    nodes: list[dict[str, Any]]


@attrs.define
class BankLogin:
    gateway: str
    base_url: str = "https://api.synapsefi.com/v3.1"
    timeout: float = 60.0

    def _send(self, user_id: str, payload: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        request = urllib.request.Request(
            f"{self.base_url}/users/{user_id}/nodes",
            data=json.dumps(payload).encode(),
            headers={"Content-Type": "application/json", "X-SP-GATEWAY": self.gateway},
        )
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as answer:
            return answer.code, json.load(answer)

    def link(self, user_id: str, bank: str, login: str, password: str) -> Linked | Pending:
        payload = {"type": "ACH-US", "info": {"bank_name": bank, "bank_id": login, "bank_pw": password}}
        tried = 0
        while True:
            status, body = self._send(user_id, payload)
            if status == 202 or body.get("error_code") == "10":
                return Pending(body.get("mfa") or {})
            if status == 200:
                return Linked(body.get("nodes") or [])
            fault = build(body)
            tried += 1
            pause = pause_after(fault, tried)
            if pause is None:
                logger.error("user %s, bank %s: %s", user_id, bank, fault)
                raise fault
            time.sleep(pause)
