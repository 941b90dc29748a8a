import requests

from closing import Closing


def make_client(base_url):
    session = requests.Session()
    session.headers["X-SP-GATEWAY"] = "id|secret"
    return Closing(session, base_url, notify=lambda text: None)


def call(client):
    return client.close_all("u1", ["n1"])
