import httpx

from mfa import login


def make_client(base_url: str):
    return httpx.Client(base_url=base_url)


def call(client):
    return login(client, "12345678909", "secret")
