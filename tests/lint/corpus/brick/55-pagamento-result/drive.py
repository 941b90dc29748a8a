from payments import Payments


def make_client(base_url: str) -> Payments:
    return Payments(base_url, "id", "secret", token="old")


def call(client: Payments):
    return client.create("urn:brick:c1", "10.00", key="k1")
