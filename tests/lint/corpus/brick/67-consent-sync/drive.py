from config import BrickSettings
from consent_client import ConsentClient


def make_client(base_url: str) -> ConsentClient:
    return ConsentClient(BrickSettings(base_url=base_url, client_token="t"))


def call(client: ConsentClient):
    return client.consent("urn:brick:1")
