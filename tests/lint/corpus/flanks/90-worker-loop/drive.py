from functools import partial

from worker import work


def make_client(base_url):
    return partial(work, "tok", base_url=base_url)


async def call(client):
    return await client(["cred-1"])
