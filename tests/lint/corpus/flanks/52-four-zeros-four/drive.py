import httpx

from app import screen
from flanks.gateway import Gateway


def make_client(base_url):
    return Gateway(httpx.Client(base_url=base_url, headers={"Authorization": "Bearer tok"}))


def call(client):
    return screen(client, "cred-token")
