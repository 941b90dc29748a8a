import itertools

from client import Khipu

LINES = []


def make_client(base_url: str) -> Khipu:
    serial = itertools.count(1)
    return Khipu(base_url, mint=lambda: f"test-token-{next(serial)}", log=LINES.append)


def call(client: Khipu):
    return client.movements("bancoestado", "76111111-1", "secret")
