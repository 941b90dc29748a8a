from functools import partial

from nodes import refresh_all


def make_client(base_url):
    headers = {"X-SP-GATEWAY": "c|s", "X-SP-USER": "o|f"}
    return partial(refresh_all, headers, "u-1", ["n-1"], base_url=base_url)


async def call(client):
    return await client()
