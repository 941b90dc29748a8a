import sqlite3

from khipu_api import KhipuApi
from runner import CartolaRunner


class Failed(Exception):
    pass


def make_client(base_url: str) -> CartolaRunner:
    return CartolaRunner(KhipuApi("t", base_url), sqlite3.connect(":memory:"))


def call(client: CartolaRunner):
    client.db.execute(
        "INSERT INTO cartola (banco, credenciales, periodo) VALUES ('bancochile.cl', '{\"Username\": \"1-9\"}', '2024-05')"
    )
    client.run()
    estado, codigo, consejo, datos = client.db.execute(
        "SELECT estado, codigo, consejo, datos FROM cartola ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if estado != "lista":
        raise Failed(f"{estado} {codigo} {consejo}")
    return datos
