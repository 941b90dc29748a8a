from synapse import SynapseApi


def make_client(base_url):
    return SynapseApi("g", "u", base_url=base_url)


async def call(client):
    return await client.refresh_node("u1", "n1")
