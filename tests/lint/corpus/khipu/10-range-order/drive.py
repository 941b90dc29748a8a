from tax import TaxClient


def make_client(base_url: str):
    return TaxClient("jwt", base_url)


async def call(client):
    return await client.declaration("11111111-1", "secret", "2026-10")
