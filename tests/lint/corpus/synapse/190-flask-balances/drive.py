from client import NodeClient
from service import BalanceService


def make_client(base_url: str):
    return BalanceService(NodeClient(base_url, {"X-SP-GATEWAY": "id|secret", "X-SP-USER": "oauth|fp"}))


def call(client):
    return client.refreshed("u1", "n1")
