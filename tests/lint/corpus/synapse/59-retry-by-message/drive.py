import requests

from refresh_service import RefreshService
from synapse_http import SynapseHttp


def make_client(base_url):
    session = requests.Session()
    session.headers["X-SP-GATEWAY"] = "id|secret"
    return RefreshService(SynapseHttp(session, base_url), "u1")


def call(client):
    return client.balance("n1")
