from cliente import ClienteBrick
from extrato import resumir


def make_client(base_url: str):
    return ClienteBrick(base_url, "tok", "c-1")


async def call(client):
    async with client:
        return await resumir(client, "acc-1")
