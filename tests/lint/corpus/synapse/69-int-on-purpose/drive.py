from client import SynapseClient
from config import SynapseConfig


def make_client(base_url):
    return SynapseClient(SynapseConfig(base_url=base_url, gateway="id|secret", user_key="oauth|fp"))


def call(client):
    return client.statement_ids("u1")
