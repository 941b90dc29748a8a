from cartola import Cartolas
from sesion import SesionKhipu


def make_client(base_url: str) -> Cartolas:
    return Cartolas(SesionKhipu("test-token", base_url=base_url), "2024-05")


def call(client: Cartolas):
    return client.bajar("bancoestado.cl", "11111111-1", "secreta")
