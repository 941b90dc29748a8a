from klavi_sdk import KlaviClient
from klavi_sdk.client import requests_transport


def make_client(base_url: str) -> KlaviClient:
    return KlaviClient(requests_transport(base_url, "tok"))


def call(client: KlaviClient):
    return client.report("12345678909")
