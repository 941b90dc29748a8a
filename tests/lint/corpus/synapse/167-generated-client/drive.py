from client import SynapseClient
from models import BankLogin


def make_client(base_url):
    return SynapseClient("id", "secret", "fp", base_url=base_url)


def call(client):
    return client.link_bank("u1", BankLogin("user", "pw", "chase"))
