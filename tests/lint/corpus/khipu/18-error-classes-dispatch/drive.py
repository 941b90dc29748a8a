from statements import StatementClient


def make_client(base_url: str):
    return StatementClient("jwt", base_url + "/v1/cl")


def call(client):
    return client.statement("11111111-1", "secret", "2026-10")
