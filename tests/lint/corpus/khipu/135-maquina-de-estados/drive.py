from ejecutor import Ejecutor


def make_client(base_url: str) -> Ejecutor:
    return Ejecutor("test-token", base_url)


def call(client: Ejecutor):
    return client.ejecutar("banks/bci.cl/movements", Username="11111111-1", Password="secret")
