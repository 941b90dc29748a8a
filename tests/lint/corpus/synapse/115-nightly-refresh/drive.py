from nightly_refresh import Node, NodeSyncer


def make_client(base_url):
    return NodeSyncer("id|secret", "key|fp", base_url)


def call(client):
    return client.sync_all([Node("u1", "n1")])
