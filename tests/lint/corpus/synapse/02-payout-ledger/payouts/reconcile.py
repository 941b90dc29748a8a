from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass

from .errors import PayoutError
from .gateway import Gateway

log = logging.getLogger(__name__)
OPEN, SETTLED, RETURNED = "open", "settled", "returned"


@dataclass
class Row:
    key: str
    to: str
    cents: int
    trans_id: str = ""
    state: str = OPEN
    note: str = ""


class Reconciler:
    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway

    def run(self, rows: list[Row]) -> dict[str, int]:
        totals: defaultdict[str, int] = defaultdict(int)
        for row in rows:
            try:
                trans = self.gateway.look(row.trans_id) if row.trans_id else self.gateway.pay(row.key, row.to, row.cents)
            except PayoutError as exc:
                log.exception("payout %s", row.key)
                row.note = f"{type(exc).__name__}:{exc.status}:{exc.code}"
                totals[row.note] += row.cents
                continue
            row.trans_id = trans.get("_id", row.trans_id)
            status = trans.get("recent_status", {}).get("status", "QUEUED")
            row.state = {"SETTLED": SETTLED, "RETURNED": RETURNED, "CANCELED": RETURNED}.get(status, OPEN)
            totals[row.state] += row.cents
        return dict(totals)
