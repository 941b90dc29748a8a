from brickhttp import BrickInsurance


def make_client(base_url: str) -> BrickInsurance:
    return BrickInsurance("t", base_url=base_url)


def call(client: BrickInsurance):
    return client.apolices("c1")
