from functools import partial

from wealth import report


def make_client(base_url):
    return partial(report, "tok", base_url=base_url)


async def call(client):
    return await client(["cred-1", "cred-2"])
