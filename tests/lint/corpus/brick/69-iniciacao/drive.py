from decimal import Decimal

from brick_gateway import BrickGateway
from dominio import Pagamento


def make_client(base_url: str) -> BrickGateway:
    return BrickGateway(base_url, "t")


async def call(client: BrickGateway):
    return await client.iniciar(Pagamento("ped-1", Decimal("10"), "urn:brick:1"))
