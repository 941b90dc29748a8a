from decimal import Decimal

import requests

from gateway import SynapseGateway
from ledger import verify_and_book


def make_client(base_url):
    session = requests.Session()
    session.headers.update({"X-SP-GATEWAY": "id|secret", "X-SP-USER": "oauth|fp"})
    return SynapseGateway(session, base_url)


def call(client):
    return verify_and_book(client, "u1", "n1", (Decimal("0.10"), Decimal("0.20")), lambda entry: None)
