from datetime import datetime

import requests

from models import BankNode
from syncing import Syncing


def make_client(base_url):
    session = requests.Session()
    session.headers["X-SP-GATEWAY"] = "id|secret"
    return Syncing(session, base_url)


def call(client):
    return client.sync(BankNode("u1", "n1"), datetime(2024, 1, 1))
