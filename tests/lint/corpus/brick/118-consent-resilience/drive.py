from consent_service import ConsentService
from container import build
from settings import BrickSettings


def make_client(base_url: str):
    return build(BrickSettings(base_url=base_url, token="tok")).get(ConsentService)


def call(client):
    return client.is_authorised("c-1")
