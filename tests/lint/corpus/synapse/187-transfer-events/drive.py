from decimal import Decimal

import httpx

from transfers import Transfer, Transfers, audit


def make_client(base_url: str):
    return base_url


async def call(client: str):
    async with httpx.AsyncClient(base_url=client, headers={"X-SP-GATEWAY": "id|secret"}, timeout=45) as http:
        return await Transfers(http, [audit]).execute(Transfer("inv-77", "u1", "n1", "n2", Decimal("10.00")))
