from altas import Onboarding
from enlace import LinkClient


def make_client(base_url: str):
    return Onboarding(LinkClient(base_url, lambda: "tok"))


async def call(client):
    return await client.batch({"cli-1": "code-1"})
