from transport import Transport
from cards import credit_cards


def make_client(base_url: str):
    return Transport(base_url, "tok")


async def call(client):
    return await credit_cards(client, "c-1")
