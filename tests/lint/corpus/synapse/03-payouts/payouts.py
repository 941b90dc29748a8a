"""Pays sellers out. Called by the ledger worker, one payout at a time."""
import datetime as dt
import logging

import requests

logger = logging.getLogger("payouts")


class PayoutError(Exception):
    def __init__(self, body):
        self.http_code = body["http_code"]
        self.error_code = body["error_code"]
        super().__init__("{} (http {}, error {})".format(body["error"]["en"], self.http_code, self.error_code))


class NotEnoughFunds(PayoutError):
    pass


class DuplicateKey(PayoutError):
    pass


class Ledger:
    def __init__(self):
        self.rows = {}

    def settle(self, payout_id, transaction):
        self.rows[payout_id] = ("settled", dt.datetime.now(dt.timezone.utc), transaction)

    def park(self, payout_id, reason):
        self.rows[payout_id] = ("parked", dt.datetime.now(dt.timezone.utc), reason)


class Payouts:
    def __init__(self, base_url, user_key, ledger):
        self.base_url = base_url
        self.ledger = ledger
        self.session = requests.Session()
        self.session.headers["X-SP-USER"] = user_key

    def _create(self, payout_id, user, node, payload):
        reply = self.session.post(
            f"{self.base_url}/v3.1/users/{user}/nodes/{node}/trans",
            json=payload,
            headers={"X-SP-IDEMPOTENCY-KEY": payout_id},
            timeout=45,
        )
        body = reply.json()
        if reply.ok:
            return body
        if body["error_code"] == "409":
            raise NotEnoughFunds(body)
        if body["error_code"] == "450":
            raise DuplicateKey(body)
        raise PayoutError(body)

    def pay(self, payout_id, user, node, to_node, cents):
        payload = {"to": {"type": "ACH-US", "id": to_node}, "amount": {"amount": cents / 100, "currency": "USD"}}
        try:
            transaction = self._create(payout_id, user, node, payload)
        except NotEnoughFunds as e:
            self.ledger.park(payout_id, str(e))
            return False
        self.ledger.settle(payout_id, transaction)
        logger.info("payout %s settled", payout_id)
        return True
