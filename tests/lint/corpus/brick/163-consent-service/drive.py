from brick_client import BrickClient

PAYLOAD = {"loggedUser": {"document": {"identification": "12345678909", "rel": "CPF"}}, "brandId": "b-1"}


def make_client(base_url: str) -> BrickClient:
    return BrickClient("tok", base_url)


def call(client: BrickClient):
    return client.create_consent(PAYLOAD, "key-1")
