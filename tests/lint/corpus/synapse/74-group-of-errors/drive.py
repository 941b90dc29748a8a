from functools import partial

from portfolio import report


def make_client(base_url):
    return partial(report, {"X-SP-GATEWAY": "id|secret"}, "u1", ["n1", "n2"], base_url)


async def call(client):
    return await client()
