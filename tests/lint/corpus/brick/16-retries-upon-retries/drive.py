from statements import read_stubbornly
from transport import open_client


def make_client(base_url: str):
    return open_client(base_url, "tok")


async def call(client):
    return await read_stubbornly(client, "acc-1", "c-1")
