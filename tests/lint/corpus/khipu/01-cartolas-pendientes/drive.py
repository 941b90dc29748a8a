from cartolas.cliente import ClienteKhipu
from cartolas.configuracion import Configuracion
from cartolas.repositorio import Repositorio
from cartolas.servicio import ServicioCartolas


def make_client(base_url: str) -> ServicioCartolas:
    repo = Repositorio()
    repo.agregar("76111111-1", "2024-05")
    return ServicioCartolas(ClienteKhipu(Configuracion(url=base_url, token="t")), repo, lambda rut: "secreta")


def call(client: ServicioCartolas):
    return client.procesar()
