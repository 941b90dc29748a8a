from synapse_nodes import NodeLinker


def make_client(base_url):
    return NodeLinker("id|secret", "oauth|fp", base_url=base_url)


def call(client):
    return client.login("u1", "fake", "synapse_good", "test1234")
