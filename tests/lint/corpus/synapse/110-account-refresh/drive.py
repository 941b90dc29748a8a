from synapse_client import SynapseClient


def make_client(base_url):
    return SynapseClient("id", "secret", "fp", base_url=base_url)


def call(client):
    return client.refresh_node("557387ed86c27318532fbe09", "55c94c1d86c273440e9a0e4b")
