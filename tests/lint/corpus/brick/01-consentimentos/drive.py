import time

from consentimentos import Consentimentos


def make_client(base_url: str) -> Consentimentos:
    return Consentimentos(base_url, token=lambda: "test-token", dormir=time.sleep)


def call(client: Consentimentos):
    return client.criar("39053344705", ["ACCOUNTS_READ"], "8d3c1f7e")
