from _types import Link
from sync import AccountSync


def make_client(base_url: str):
    return AccountSync("tok", base_url=base_url + "/v1/cl")


async def call(client):
    return await client.run([Link(7, "bci.cl", "11111111-1", "secret")])
