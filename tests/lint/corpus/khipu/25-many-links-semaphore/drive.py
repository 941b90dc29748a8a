from overview import Link, Overview


def make_client(base_url: str):
    return Overview("jwt", base_url + "/v1/cl")


async def call(client):
    return await client.read([Link("bci.cl", "11111111-1", "secret")])
