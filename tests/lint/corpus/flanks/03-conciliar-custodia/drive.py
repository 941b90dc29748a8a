from decimal import Decimal

from custodia.conciliar import conciliar
from custodia.sesion import SesionFlanks


def make_client(base_url: str) -> SesionFlanks:
    return SesionFlanks(base_url, "id", "secreto", token="t")


def call(client: SesionFlanks):
    return conciliar(client, {"cred-1": Decimal("10.5")})
