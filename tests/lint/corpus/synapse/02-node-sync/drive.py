from node_sync import NodeSync


def make_client(base_url: str) -> NodeSync:
    return NodeSync({"X-SP-GATEWAY": "id|secret"}, base_url=base_url)


async def call(client: NodeSync):
    return await client.refresh("u1", "n1")
