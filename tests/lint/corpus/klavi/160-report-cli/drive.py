from client import KlaviClient


def make_client(base_url: str) -> KlaviClient:
    return KlaviClient("tok", base_url)


def call(client: KlaviClient):
    return client.report_when_registered("12345678909")
