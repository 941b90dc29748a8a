"""Pay-day sweep: moves part of the salary into the employee's savings sub-account."""
import logging
from decimal import Decimal

import requests

from endpoints import Refresh, Transactions

logger = logging.getLogger("sweep")


class Sweep(object):
    MOVED = "moved"
    STOPPED = "stopped"

    def __init__(self, state, amount=Decimal("0"), trans_id=None, advice=None, error_code=None):
        self.state = state
        self.amount = amount
        self.trans_id = trans_id
        self.advice = advice
        self.error_code = error_code

    def __repr__(self):
        return "<Sweep %s %s %s %s/%s>" % (self.state, self.amount, self.trans_id, self.advice, self.error_code)


class SweepJob(object):
    def __init__(self, config, ledger=None):
        session = requests.Session()
        self.refresh = Refresh(config, session)
        self.transactions = Transactions(config, session)
        self.ledger = ledger if ledger is not None else []

    def run(self, checking, savings, salary, share):
        refreshed = self.refresh.run(checking)
        if refreshed.advice:
            return Sweep(Sweep.STOPPED, advice=refreshed.advice, error_code=refreshed.error_code)

        amount = (salary * share).quantize(Decimal("0.01"))
        trans_id = self.transactions.create(checking, savings, amount, "pay-day sweep")
        self.ledger.append((savings, amount, trans_id))
        logger.info("moved %s to %s (%s)", amount, savings, trans_id)
        return Sweep(Sweep.MOVED, amount, trans_id)
