from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Transfer:
    id: str
    amount: Decimal
    settled: bool


class Transfers:
    def __init__(self, transport):
        self._transport = transport

    def send(self, user_id, node_id, to_node, amount):
        doc = self._transport.request(
            "POST",
            f"/users/{user_id}/nodes/{node_id}/trans",
            {"to": {"type": "SYNAPSE-US", "id": to_node}, "amount": {"amount": str(amount), "currency": "USD"}},
        )
        return Transfer(id=doc["_id"], amount=Decimal(amount), settled=True)

    def history(self, user_id, node_id):
        page = 1
        while True:
            doc = self._transport.request("GET", f"/users/{user_id}/nodes/{node_id}/trans?page={page}")
            yield from doc["trans"]
            if page >= doc["page_count"]:
                return
            page += 1
