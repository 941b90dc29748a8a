import itertools

from cartolas import ClienteCartolas

_n = itertools.count(1)


def make_client(base_url: str) -> ClienteCartolas:
    return ClienteCartolas(lambda: f"jwt-{next(_n)}", base_url=base_url)


def call(client: ClienteCartolas):
    return client.cartola("bancoestado.cl", "11111111-1", "clave", "2024-05")
