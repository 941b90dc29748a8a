from aggregation import Aggregation
from synapse_http import Connection


def make_client(base_url):
    return Aggregation(Connection(base_url, "gw", "user"), "u1")


def call(client):
    return client.link("nofee", "user", "secret")
