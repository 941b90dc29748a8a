from functools import partial

from reader import read_all


def make_client(base_url: str):
    return partial(read_all, base_url, "tok")


async def call(client):
    return await client(["c-1"])
