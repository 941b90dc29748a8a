from onboarding import LinkClient


def make_client(base_url: str) -> LinkClient:
    return LinkClient("id", "secret", base_url=base_url)


async def call(client: LinkClient):
    return await client.exchange("link-code")
