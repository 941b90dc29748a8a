import requests

from wallet import Wallet, endpoint


def make_client(base_url):
    session = requests.Session()
    session.headers["X-SP-GATEWAY"] = "id|secret"
    return Wallet(session, base_url)


def call(client):
    return endpoint(client, "u1", {"name": "Savings"})
