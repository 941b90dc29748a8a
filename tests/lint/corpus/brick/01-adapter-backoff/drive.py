from consents import Consents
from http_session import build_session


def make_client(base_url: str):
    return Consents(build_session("tok"), base_url)


def call(client):
    return client.status("c-1")
