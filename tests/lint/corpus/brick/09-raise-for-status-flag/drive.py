from functools import partial

from profile import load_profile


def make_client(base_url: str):
    return partial(load_profile, base_url, "tok")


async def call(client):
    return await client("c-1")
