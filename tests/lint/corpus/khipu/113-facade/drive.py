from khipu_sdk import Flags, Khipu


def make_client(base_url: str) -> Khipu:
    return Khipu("jwt", base_url=base_url, flags=Flags())


def call(client: Khipu):
    return client.transactions("bancoestado.cl", "11111111-1", "clave")
