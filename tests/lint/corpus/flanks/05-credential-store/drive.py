import time

import httpx

from credentials import Credentials


class DictStore(dict):
    def activate(self, customer, token):
        self[customer] = token


def make_client(base_url: str) -> Credentials:
    return Credentials(
        httpx.Client(base_url=base_url, timeout=20),
        DictStore(),
        bearer=lambda: "test-token",
        sleep=time.sleep,
    )


def call(client: Credentials):
    return client.register("c-1", "bbva", {"username": "u", "password": "p"})
