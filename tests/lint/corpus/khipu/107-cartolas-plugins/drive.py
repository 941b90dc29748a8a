import tempfile
from pathlib import Path

from cartolas import ColaEnDisco, ServicioCartolas


def make_client(base_url: str) -> ServicioCartolas:
    cola = ColaEnDisco(Path(tempfile.mkdtemp()) / "cola.json")
    return ServicioCartolas("test-token", cola, base_url=base_url)


def call(client: ServicioCartolas):
    return client.cartola("bci", "76111111-1", "secreta", "2024-03")
