from income import KlaviApi


def make_client(base_url: str) -> KlaviApi:
    return KlaviApi("token", base_url=base_url)


def call(client: KlaviApi):
    return client.income("12345678909", "itau", "ana", "secret")
