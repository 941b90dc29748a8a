import time

from transactions import Transactions


def make_client(base_url: str) -> Transactions:
    return Transactions(base_url, token=lambda: "test-token", sleep=lambda s: time.sleep(s))


def call(client: Transactions):
    return client.of("acc-1", "2024-05-06")
