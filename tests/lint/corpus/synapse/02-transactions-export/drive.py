import time

from synapse_api import OAuthKey, SynapseApi


def make_client(base_url):
    client = SynapseApi("id|secret", "fp", base_url=base_url)
    client._keys["u1"] = OAuthKey("key", time.time() + 3600)
    return client


def call(client):
    return list(client.transactions("u1", "refresh"))
