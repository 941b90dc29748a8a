from pix import BrickPix


def make_client(base_url: str) -> BrickPix:
    return BrickPix("t", base_url)


def call(client: BrickPix):
    return client.pagar("urn:brick:1", "10.00", "k-1")
