"""Background refresher of pledged portfolios. One pass per call, the scheduler does the rest."""
from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from collateral.flanks_port import FlanksPort
from collateral.result import Fault, Ok, Reason, Result
from collateral.waiting import UntilExtracted

log = logging.getLogger("collateral.refresher")

# when the next pass may look at the pledge again; absent means: only after somebody released it
NEXT_LOOK: dict[Reason, timedelta] = {
    Reason.PROCESSING: timedelta(hours=1),
    Reason.UNDER_REVIEW: timedelta(hours=48),
    Reason.INCOMPLETE: timedelta(hours=24),
    Reason.BANK: timedelta(hours=6),
}


@dataclass(slots=True)
class Pledge:
    loan_id: str
    credentials_token: str
    value: Decimal | None = None
    due: datetime | None = None
    fault: Fault | None = None


def valuation(body: dict[str, Any]) -> Decimal:
    total = body.get("total") if isinstance(body, dict) else None
    return Decimal(str(total)) if total is not None else Decimal("NaN")


class Refresher:
    def __init__(self, port: FlanksPort, wait: UntilExtracted = UntilExtracted()) -> None:
        self._port = port
        self._wait = wait
        self.metrics: Counter[str] = Counter()

    def refresh(self, pledge: Pledge) -> Pledge:
        now = datetime.now(timezone.utc)
        answer: Result[Decimal] = self._wait(lambda: self._port.portfolio(pledge.credentials_token)).then(valuation)
        match answer:
            case Ok(value) if not value.is_nan():
                pledge.value, pledge.fault, pledge.due = value, None, now + timedelta(days=1)
                self.metrics["refreshed"] += 1
            case Ok():
                # null: neither retrieved nor calculated; the old value stays and the risk desk is told
                pledge.fault = Fault(Reason.UNEXPECTED, 200, None, "portfolio without total")
                pledge.due = now + timedelta(days=1)
            case Fault(reason=reason) as fault:
                pledge.fault = fault
                pledge.due = now + NEXT_LOOK[reason] if reason in NEXT_LOOK else None
                self.metrics[f"fault.{reason}"] += 1
                log.warning("pledge.fault", extra={"loan": pledge.loan_id, "code": fault.code, "status": fault.status})
        return pledge
