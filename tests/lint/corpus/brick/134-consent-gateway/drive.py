from consents import ask
from gateway import Gateway


def make_client(base_url: str):
    return Gateway.connect("tok", base_url)


async def call(client):
    try:
        return await ask(client, "brand-1", "12345678909")
    finally:
        await client.aclose()
