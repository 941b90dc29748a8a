from exchange import LinkExchange
from ports import Connection, MemoryStore


def make_client(base_url: str) -> LinkExchange:
    return LinkExchange(base_url, "test-token", MemoryStore())


def call(client: LinkExchange):
    return client.portfolios(Connection("c-1", "cred-1", active=True))
