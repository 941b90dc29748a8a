from khipu_ext import Khipu


def make_client(base_url: str) -> Khipu:
    return Khipu("token", base_url=base_url)


def call(client: Khipu):
    return client.statement("bancoestado.cl", "11111111-1", "secret", "2024-05")
