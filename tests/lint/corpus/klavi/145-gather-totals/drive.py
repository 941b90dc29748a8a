from klavi import open_client
from totals import household


def make_client(base_url: str):
    return open_client("tok", base_url)


async def call(client):
    return await household(client, ["12345678909"])
