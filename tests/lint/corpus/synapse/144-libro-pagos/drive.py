from libro import LibroPagos, Orden
from libro.http import Canal


def make_client(base_url: str) -> LibroPagos:
    return LibroPagos(Canal(base_url, "cid|sec", "key|fp"), "u1", "n1")


async def call(client: LibroPagos):
    return await client.pagar(Orden("k-1", "n2", 1250))
