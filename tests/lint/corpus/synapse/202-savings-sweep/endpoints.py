from collections import namedtuple

from base import Endpoint, SynapseError

Refreshed = namedtuple("Refreshed", "advice error_code")


class Transactions(Endpoint):
    path = "trans"

    def create(self, source, target, amount, note):
        trans = self.post(
            {
                "from": {"type": "ACH-US", "id": source},
                "to": {"type": "SUBACCOUNT-US", "id": target},
                "amount": {"amount": float(amount), "currency": "USD"},
                "extra": {"note": note},
            }
        )
        return trans.get("_id")


class Refresh(Endpoint):
    """Asks the bank for fresh balances of a linked node."""

    path = "nodes"

    # what the app tells the employee; keyed by Synapse's error code
    ADVICE = {
        "110": "relink",
        "410": "unsupported",
        "500": "contact_us",
        "503": "later",
    }

    def run(self, node_id):
        try:
            self.patch(node_id, refresh="yes")
        except SynapseError as refusal:
            answer = refusal.payload if isinstance(refusal.payload, dict) else {}
            advice = self.ADVICE.get(answer.get("http_code"), "contact_us")
            return Refreshed(advice, refusal.error_code)
        return Refreshed(None, None)
