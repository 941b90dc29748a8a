from functools import partial

from connect import main


def make_client(base_url):
    return partial(main, "tok", base_url=base_url)


async def call(client):
    return await client(["link-code"])
