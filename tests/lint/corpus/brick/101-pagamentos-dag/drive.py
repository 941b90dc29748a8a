from brick_api import BrickPagamentos


def make_client(base_url: str) -> BrickPagamentos:
    return BrickPagamentos("token", base_url=base_url)


def call(client: BrickPagamentos):
    return client.iniciar({"consentId": "urn:c:1", "payment": {"amount": "1.00", "currency": "BRL"}}, "k-1")
