from lote import Lote, Trabajo


def make_client(base_url: str) -> Lote:
    return Lote("jwt", base_url=base_url)


def call(client: Lote):
    return client.procesar(Trabajo("bci.cl", "1-9", "2024-05"))
