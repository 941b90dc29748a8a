from lib.synapse import Synapse
from signup import sign_up


def make_client(base_url):
    return Synapse({"X-SP-GATEWAY": "id|secret"}, base_url)


def call(client):
    return sign_up(client, "a@b.example", "555", "A. Person")
