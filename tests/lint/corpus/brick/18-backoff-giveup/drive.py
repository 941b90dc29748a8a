import httpx

from consent_flow import ConsentFlow


def make_client(base_url: str):
    return ConsentFlow(httpx.Client(base_url=base_url), "brand-1")


def call(client):
    return client.request(["ACCOUNTS_READ"], "12345678909")
