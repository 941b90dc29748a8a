from refresh_nodes import NodeRefresher


def make_client(base_url):
    return NodeRefresher("id|secret", "|fp", base_url=base_url)


async def call(client):
    return await client.refresh_one("u1", "n1")
