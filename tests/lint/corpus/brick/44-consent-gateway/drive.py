from itp import BrickClient


def make_client(base_url: str) -> BrickClient:
    return BrickClient("token", base_url)


def call(client: BrickClient):
    return client.consent("urn:brick:1")
