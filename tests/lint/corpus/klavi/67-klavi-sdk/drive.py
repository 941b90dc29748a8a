from klavi_sdk import KlaviClient


def make_client(base_url: str) -> KlaviClient:
    return KlaviClient("tok", base_url=base_url)


def call(client: KlaviClient):
    return client.link_institution("l-1", "bank-1", {"cpf": "00000000191", "password": "x"})
