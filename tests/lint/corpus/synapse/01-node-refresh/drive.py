from node_refresh import NodeRefresh


def make_client(base_url):
    return NodeRefresh("user-1", "key", base_url=base_url)


def call(client):
    return client.refresh("node-1")
