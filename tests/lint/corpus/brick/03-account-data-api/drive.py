from accounts_api.gateway import Gateway
from accounts_api.settings import Settings


def make_client(base_url: str) -> Gateway:
    return Gateway(Settings(base_url, "id", "secret"), token="t")


async def call(client: Gateway):
    return await client.holdings("urn:consent:1")
