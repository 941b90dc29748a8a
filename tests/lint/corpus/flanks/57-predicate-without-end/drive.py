from functools import partial

from app import resumen


def make_client(base_url):
    return partial(resumen, "tok", "cred-token", base_url)


async def call(client):
    return await client()
