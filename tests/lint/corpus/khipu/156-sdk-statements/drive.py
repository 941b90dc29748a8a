from khipu_sdk import Khipu


def make_client(base_url: str) -> Khipu:
    return Khipu("test-token", base_url)


def call(client: Khipu):
    return client.statement("bci.cl", "11111111-1", "secret")
