from client import Synapse


def make_client(base_url: str) -> Synapse:
    return Synapse("id|secret", "oauth|fp", base_url=base_url)


def call(client: Synapse):
    return client.nodes.resync("u1", "n1")
