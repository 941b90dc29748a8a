from nodes import Nodes


def make_client(base_url: str) -> Nodes:
    return Nodes("id|secret", "key|fp", base_url=base_url)


def call(client: Nodes):
    return client.login("u1", "fake", "synapse_good", "test1234")
