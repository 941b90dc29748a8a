from synapse_sdk import Nodes, Synapse


def make_client(base_url: str) -> Nodes:
    return Nodes(Synapse("id|secret", "oauth", base_url=base_url), "u-1")


def call(client: Nodes):
    return client.login("fake", "synapse_good", "test1234")
