import logging

from payouts.results import Err, Ok

logger = logging.getLogger("payouts")


class PayoutService:
    def __init__(self, transport, repository):
        self.transport = transport
        self.repository = repository

    def pay(self, payout):
        path = f"/users/{payout.user_id}/nodes/{payout.node_id}/trans"
        doc = {"to": payout.to, "amount": {"amount": payout.amount, "currency": "USD"}}
        # the key belongs to the payout, so a second run can't pay twice
        result = self.transport.send("POST", path, doc, key=f"payout-{payout.id}")

        if isinstance(result, Err) and result.code == "450":
            known = self.repository.trans_id(payout.id)
            if known:
                result = self.transport.send("GET", f"{path}/{known}")

        if isinstance(result, Ok):
            self.repository.paid(payout.id, result.value["_id"], settled=result.settled)
        else:
            self.repository.failed(payout.id, result.http, result.code, result.reason)
            logger.error("payout %s: %s", payout.id, result)
        return result

    def run(self, payouts):
        """Stops at what concerns every payout."""
        for payout in payouts:
            result = self.pay(payout)
            if isinstance(result, Err) and result.code in ("100", "120", "300", "500"):
                logger.critical("stopping: %s", result)
                return False
        return True
