from khipu_sdk import Khipu
from khipu_sdk.client import RequestsTransport


def make_client(base_url: str) -> Khipu:
    return Khipu(RequestsTransport(base_url + "/v1", "test-token"))


def call(client: Khipu):
    return client.debts("11111111-1", "secret")
