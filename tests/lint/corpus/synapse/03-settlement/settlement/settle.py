from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import NamedTuple

from .client import SynapseClient, SynapseFailure
from .ledger import Ledger
from .outcome import Outcome, outcome_of

logger = logging.getLogger(__name__)


class Invoice(NamedTuple):
    number: str
    user_id: str
    node_id: str
    to_node: str
    amount: float


class Settler:
    def __init__(self, client: SynapseClient, ledger: Ledger) -> None:
        self.client = client
        self.ledger = ledger

    def settle_all(self, invoices: Iterable[Invoice]) -> int:
        handled = 0
        for invoice in invoices:
            self._settle(invoice)
            handled += 1
        logger.info("settlement run handled %d invoices", handled)
        return handled

    def _settle(self, invoice: Invoice) -> None:
        payload = {
            "to": {"type": "ACH-US", "id": invoice.to_node},
            "amount": {"amount": invoice.amount, "currency": "USD"},
        }
        try:
            transaction = self.client.create_transaction(invoice.user_id, invoice.node_id, payload, invoice.number)
        except SynapseFailure as failure:
            outcome = outcome_of(failure.error_code)
            if outcome is Outcome.REJECTED:
                self.ledger.reject(invoice.number, str(failure))
            elif outcome is Outcome.NO_ACCESS:
                self.ledger.block(invoice.number, str(failure))
            elif outcome is Outcome.TRY_NEXT_RUN:
                self.ledger.next_run.append(invoice.number)
            return
        self.ledger.settle(invoice.number, transaction["_id"])
