from pixkit import PixClient


def make_client(base_url: str) -> PixClient:
    return PixClient(base_url, "tok")


def call(client: PixClient):
    return client.pay("c-1", "10.00")
