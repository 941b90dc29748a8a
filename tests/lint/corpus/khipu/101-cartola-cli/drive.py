from provider import StatementClient


def make_client(base_url: str) -> StatementClient:
    return StatementClient("jwt", base_url=base_url)


def call(client: StatementClient):
    return client.statement("santander.cl", "11111111-1", "x", "2024-05")
