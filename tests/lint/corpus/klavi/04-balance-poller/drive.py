import time

import httpx

from balances import BalancePoller


def make_client(base_url: str) -> BalancePoller:
    return BalancePoller(
        httpx.Client(base_url=base_url, timeout=15),
        token=lambda: "test-token",
        sleep=lambda seconds: time.sleep(seconds),
    )


def call(client: BalancePoller):
    return client.balances("cn-5")
