from carteras import LoteCarteras
from carteras.http import Conexion


def make_client(base_url: str) -> LoteCarteras:
    return LoteCarteras(Conexion("tok", base_url))


def call(client: LoteCarteras):
    return client.cartera("cred-1")
