from klavi_client import KlaviClient
from settings import Settings


def make_client(base_url: str) -> KlaviClient:
    return KlaviClient(Settings(klavi_url=base_url, klavi_token="t"))


def call(client: KlaviClient):
    return client.fetch_report("trace-1")
