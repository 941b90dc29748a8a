from balances import BalanceService
from synapse_gateway import HttpNodeGateway


def make_client(base_url: str) -> BalanceService:
    return BalanceService(HttpNodeGateway("id|secret", "oauth|fp", base_url))


def call(client: BalanceService):
    return client.refresh("u1", "n1")
