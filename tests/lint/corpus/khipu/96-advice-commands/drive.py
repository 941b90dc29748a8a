from desk import Desk, statement


def make_client(base_url: str) -> Desk:
    return Desk("test-token", base_url)


def call(client: Desk):
    return statement(client, "11111111-1", "secret", "2024-05")
