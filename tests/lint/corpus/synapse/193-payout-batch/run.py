"""The evening's payouts, one user after the other."""
from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from ledger_api import LedgerApi, Payout, gateway
from synapse_errors import AlreadySent, SynapseError, Throttled

log = logging.getLogger("payouts")


@dataclass
class Sheet:
    sent: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    deferred: list[str] = field(default_factory=list)
    failed: dict[str, SynapseError] = field(default_factory=dict)


def pay_out(api: LedgerApi, user_id: str, payouts: Iterable[Payout]) -> Sheet:
    sheet = Sheet()
    queue = list(payouts)
    while queue:
        payout = queue.pop(0)
        try:
            receipt = api.send(user_id, payout)
        except AlreadySent:
            sheet.repeated.append(payout.reference)
        except SynapseError as exc:
            log.error("%s: %s", payout.reference, exc)
            sheet.failed[payout.reference] = exc
        except Throttled as exc:
            log.warning("throttled, %d payouts left for tomorrow: %s", len(queue) + 1, exc)
            sheet.deferred += [payout.reference, *(rest.reference for rest in queue)]
            break
        else:
            target = sheet.waiting if receipt.pending else sheet.sent
            target.append(payout.reference)
    return sheet


def evening(user_id: str, user_key: str, payouts: Iterable[Payout]) -> Sheet:
    with gateway(os.environ["SYNAPSE_KEYS"], user_key) as api:
        return pay_out(api, user_id, payouts)
