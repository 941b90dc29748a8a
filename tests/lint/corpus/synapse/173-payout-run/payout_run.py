"""Sends a payroll run through Synapse, payout by payout."""
from __future__ import annotations

import logging
import random
import time
from typing import Any, Iterable

import requests

from money import Fate, Payout, Receipt, RunIncomplete, RunReport

log = logging.getLogger("payroll.payouts")

BUSY = {("429", "429"), ("503", "503")}
MAX_SENDS = 4
FIRST_WAIT = 30.0
FATES = {
    "100": Fate.ACCESS,
    "110": Fate.ACCESS,
    "120": Fate.ACCESS,
    "300": Fate.ACCESS,
    "410": Fate.ACCESS,
    "400": Fate.FUNDS_OR_VALUES,
    "450": Fate.UNCERTAIN,
    "500": Fate.UNCERTAIN,
    "429": Fate.BUSY,
    "503": Fate.BUSY,
}


class PayoutRun:
    def __init__(self, base_url: str, gateway: str, user: str, user_id: str, from_node: str) -> None:
        self._url = f"{base_url}/users/{user_id}/nodes/{from_node}/trans"
        self._http = requests.Session()
        self._http.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": user})

    def _send(self, payout: Payout) -> tuple[str, str, dict[str, Any]]:
        reply = self._http.post(
            self._url,
            json=payout.body(payout.node_id),
            headers={"X-SP-IDEMPOTENCY-KEY": payout.idempotency_key},
            timeout=(5, 60),
        )
        try:
            body = reply.json()
        except requests.exceptions.JSONDecodeError:
            return str(reply.status_code), "", {}
        if not isinstance(body, dict):
            return str(reply.status_code), "", {}
        return str(body.get("http_code") or reply.status_code), str(body.get("error_code", "")), body

    def pay(self, payout: Payout) -> Receipt:
        sends = 1
        http_code, error_code, body = self._send(payout)
        while (http_code, error_code) in BUSY and sends < MAX_SENDS:
            wait = FIRST_WAIT * 2 ** (sends - 1) + random.uniform(0, 5)
            log.info("%s: %s/%s, same key again in %.0f s", payout.employee, http_code, error_code, wait)
            time.sleep(wait)
            http_code, error_code, body = self._send(payout)
            sends += 1
        return self._receipt(payout, http_code, error_code, body, sends)

    @staticmethod
    def _receipt(payout: Payout, http_code: str, error_code: str, body: dict[str, Any], sends: int) -> Receipt:
        if http_code == "202" or error_code == "10":
            fate = Fate.PENDING
        elif http_code == "200" and error_code == "0" and body.get("_id"):
            fate = Fate.SENT
        else:
            fate = FATES.get(error_code, Fate.FAILED)
        error = body.get("error")
        text = str(error.get("en", error)) if isinstance(error, dict) else str(error or "")
        return Receipt(payout, fate, http_code, error_code, text, body.get("_id"), sends)

    def run(self, payouts: Iterable[Payout]) -> RunReport:
        report = RunReport()
        for payout in payouts:
            receipt = self.pay(payout)
            report.receipts.append(receipt)
            if receipt.fate is not Fate.SENT:
                log.warning("%s: %s (%s/%s)", payout.employee, receipt.fate.value, receipt.http_code, receipt.error_code)
        if not report.settled:
            raise RunIncomplete(report)
        return report
