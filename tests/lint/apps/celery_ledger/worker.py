"""Books transactions. The queue may deliver twice; the ledger's HTTP API is asked until it answers."""

from __future__ import annotations

import os
import time
from typing import Any

import backoff
import requests

from .synapse import Synapse, SynapseError

LEDGER = os.environ.get("LEDGER_URL", "http://ledger.internal:8080")
RETRIED = {409, 429, 500, 503}


class LedgerError(Exception):
    def __init__(self, code: int) -> None:
        super().__init__(f"ledger says {code}")
        self.code = code


@backoff.on_exception(backoff.expo, (LedgerError, requests.ConnectionError), max_tries=4)
def book(entry: dict[str, Any]) -> str:
    reply = requests.post(f"{LEDGER}/entries", json=entry, timeout=5)
    if reply.status_code in RETRIED:
        raise LedgerError(reply.status_code)
    return reply.json()["id"]


def sync(synapse: Synapse, user: str) -> dict[str, Any]:
    try:
        found = synapse.get(f"/users/{user}/trans")
    except SynapseError as error:
        return {"ok": False, "http_code": error.http_code, "error_code": error.error_code}
    return {"ok": True, "ids": [book({"id": t["_id"]}) for t in found["trans"]]}


def forever(queue: Any, synapse: Synapse) -> None:
    while True:
        user = queue.get()
        result = sync(synapse, user)
        if not result["ok"]:
            queue.dead_letter(user, result["http_code"], result["error_code"])
        time.sleep(1)
