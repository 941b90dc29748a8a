from nodes import NodesApi


def make_client(base_url: str) -> NodesApi:
    return NodesApi("user-1", "oauth", base_url)


def call(client: NodesApi):
    return client.link("fake", "synapse_good", "test1234")
