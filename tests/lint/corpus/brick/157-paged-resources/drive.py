from bricklib import BrickClient


def make_client(base_url: str) -> BrickClient:
    return BrickClient(base_url, "tok")


def call(client: BrickClient):
    return list(client.accounts.list("c-1"))
