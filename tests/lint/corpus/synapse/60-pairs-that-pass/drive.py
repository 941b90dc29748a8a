from synapse_api import SynapseSession


def make_client(base_url):
    return SynapseSession("id|secret", "oauth|fp", base_url)


def call(client):
    return client.refresh("u1", "n1")["_id"]
