from batch import fetch_all
from klavi import Klavi


def make_client(base_url: str):
    return Klavi("tok", base_url)


async def call(client):
    return await fetch_all(client, ["12345678909"])
