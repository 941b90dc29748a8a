from importer import Importer
from transport import KlaviTransport


def make_client(base_url: str):
    return Importer(KlaviTransport(base_url, "tok"))


async def call(client):
    return await client.run("12345678909")
