from functools import partial

from review import onboard


def make_client(base_url):
    return partial(onboard, "tok", base_url=base_url)


async def call(client):
    return await client("cred-token")
