"""Keeps the transactions of linked bank accounts fresh (SynapseFI v3.1)."""
from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any, Literal, NamedTuple

import requests

from metrics import measured
from policy import Policy

log = logging.getLogger("refresher")
State = Literal["fresh", "pending", "later", "unsupported", "relink"]


class SynapseError(Exception):
    def __init__(self, http_code: int, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text
        self.label = f"{http_code}/{error_code}"


class Report(NamedTuple):
    node: str
    state: State
    text: str = ""
    transactions: list[dict[str, Any]] | None = None


class Refresher:
    def __init__(self, gateway: str, oauth: str, base_url: str = "https://api.synapsefi.com",
                 policy: Policy | None = None) -> None:
        self.base_url = base_url
        self.policy = policy or Policy.from_file(Path(__file__).with_name("refresh_policy.json"))
        self.session = requests.Session()
        self.session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": f"{oauth}|fp"})

    @measured("synapse.request")
    def _send(self, user: str, node: str) -> tuple[int, str, dict[str, Any]]:
        resp = self.session.get(
            f"{self.base_url}/v3.1/users/{user}/nodes/{node}", params={"force_refresh": "yes"}, timeout=60
        )
        try:
            doc = resp.json()
        except ValueError:
            raise SynapseError(resp.status_code, "none", resp.text[:100]) from None
        default = "0" if resp.status_code == 200 else "none"
        return resp.status_code, str(doc.get("error_code", default)), doc

    @measured("synapse.refresh")
    def refresh(self, user: str, node: str) -> Report:
        sends = 0
        while True:
            http_code, error_code, doc = self._send(user, node)
            sends += 1
            text = (doc.get("error") or {}).get("en", "")
            step = self.policy(http_code, error_code)
            if step.then == "fresh":
                return Report(node, "fresh", transactions=doc.get("transactions", []))
            if step.then == "raise":
                raise SynapseError(http_code, error_code, text)
            if step.then == "later" and sends < step.sends:
                log.info("node %s: next refresh in %.0f s", node, step.pause_s)
                time.sleep(step.pause_s)
                continue
            return Report(node, step.then, text)

    def refresh_all(self, pairs: list[tuple[str, str]]) -> tuple[list[Report], list[tuple[str, SynapseError]]]:
        reports, broken = [], []
        for user, node in pairs:
            try:
                reports.append(self.refresh(user, node))
            except SynapseError as exc:
                broken.append((node, exc))
        return reports, broken
