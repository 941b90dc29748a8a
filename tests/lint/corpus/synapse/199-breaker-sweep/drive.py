from nodes import NodeClient
from sweep import Target, sweep


def make_client(base_url: str) -> NodeClient:
    return NodeClient(base_url, "id|secret", "oauth|fp")


def call(client: NodeClient):
    return sweep(client, [Target("u1", "n1")])
