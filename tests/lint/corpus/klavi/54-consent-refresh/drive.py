from refresh import Refresher


def make_client(base_url):
    return Refresher(base_url, {"partner-code": "p", "partner-token": "t"})


async def call(client):
    return await client.run(["k-1"])
