from balance_job import fresh_node
from synapse_sdk import AsyncSynapse


def make_client(base_url: str):
    return AsyncSynapse("id|secret", "oauth|fp", base_url)


async def call(client):
    return await fresh_node(client, "u1", "n1")
