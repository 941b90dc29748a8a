from statements import StatementClient


def make_client(base_url: str) -> StatementClient:
    return StatementClient("test-token", base_url)


def call(client: StatementClient):
    return client.statement("11111111-1", "secret", "2024-04")
