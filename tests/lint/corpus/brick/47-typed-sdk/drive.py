from brickbank import Accounts, Transport


def make_client(base_url: str) -> Accounts:
    return Accounts(Transport(base_url, "test-token"), "urn:consent:1")


def call(client: Accounts):
    return list(client)
