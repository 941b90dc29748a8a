from functools import partial

from harvest import harvester
from identity import FixedToken


def make_client(base_url: str):
    return partial(harvester, FixedToken("test-token"), base_url)


async def call(client):
    async with client() as h:
        harvest = await h.run("urn:brick:1")
    if harvest.missing:
        raise RuntimeError({name: str(fault) for name, fault in harvest.missing.items()})
    return harvest.data
