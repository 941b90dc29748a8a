from functools import partial

from ach import collect


def make_client(base_url):
    return partial(collect, {"X-SP-GATEWAY": "id|secret"}, base_url=base_url)


async def call(client):
    return await client([("u1", "n1", 10.0)])
