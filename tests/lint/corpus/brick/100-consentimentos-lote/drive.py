from brick import Brick
from lote import Conferencia


def make_client(base_url: str) -> Conferencia:
    return Conferencia(Brick("token", base_url=base_url))


async def call(client: Conferencia):
    return await client.rodar(["urn:c:1"])
