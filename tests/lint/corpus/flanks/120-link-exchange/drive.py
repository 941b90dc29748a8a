from banklink.client import LinkClient


def make_client(base_url: str) -> LinkClient:
    return LinkClient("t", base_url)


def call(client: LinkClient):
    return client.connect("es_santander", "user", "secret")
