from cliente import KlaviGateway


def make_client(base_url: str) -> KlaviGateway:
    return KlaviGateway("partner", "token", base_url=base_url)


def call(client: KlaviGateway):
    return client.connect("12345678909", "itau", "secret")
