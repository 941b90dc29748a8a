from __future__ import annotations

import logging
import time
from decimal import Decimal

from .plan import Failure, judge
from .wire import KhipuWire

log = logging.getLogger(__name__)
PATH = "/v1/cl/banks/{bank}/balances"


class BalanceFailed(Exception):
    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.code} ({failure.advice}): {failure.text}")
        self.failure = failure


class BalanceJob:
    """Runs at 02:00, once per company and bank."""

    ATTEMPTS = 3

    def __init__(self, wire: KhipuWire) -> None:
        self.wire = wire

    def run(self, bank: str, rut: str, password: str) -> dict[str, Decimal]:
        left = self.ATTEMPTS
        while True:
            left -= 1
            document = self.wire.post(PATH.format(bank=bank), {"Username": rut, "Password": password})
            failure = Failure.parse(document)
            if failure is None:
                return {row["Account"]: Decimal(row["Balance"]) for row in document["Data"]["Balances"]}
            if failure.means_no_rows:
                log.info("%s has nothing at %s yet", rut, bank)
                return {}
            verdict = judge(failure, left)
            if not verdict.again:
                raise BalanceFailed(failure)
            log.warning("%s at %s: %s, next try in %s", rut, bank, failure.code, verdict.pause)
            time.sleep(verdict.pause.total_seconds())
