import httpx

from client import KhipuClient
from service import Payment, PaymentService, State


class Memory(dict):
    def by_operation(self, operation_id):
        return self.get(operation_id)

    def save(self, payment):
        self[payment.operation_id] = payment


def make_client(base_url: str):
    khipu = KhipuClient(httpx.AsyncClient(base_url=base_url), "test-token")
    return PaymentService(khipu, Memory(), "https://shop.example/webhooks/khipu/operations")


async def call(client):
    return await client.reconcile(Payment("o-1", 1000, "bci.cl", "op-1", State.STARTED))
