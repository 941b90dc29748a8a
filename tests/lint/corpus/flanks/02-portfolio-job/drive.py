from client import FlanksClient
from settings import FlanksSettings


def make_client(base_url):
    client = FlanksClient(FlanksSettings(base_url=base_url, client_id="x", client_secret="y", poll_limit=4))
    client._token = "cached"
    return client


def call(client):
    return client.portfolio("tok-1")
