import requests

from store import Store
from sync import Sync


def make_client(base_url):
    session = requests.Session()
    session.headers["Authorization"] = "Bearer tok"
    return Sync(Store(), session, base_url)


def call(client):
    return client.connection("cred-token")
