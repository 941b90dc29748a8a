import itertools
from datetime import UTC, datetime, timedelta

from consentimentos import Consentimentos, Pedido


def make_client(base_url: str) -> Consentimentos:
    serie = itertools.count(1)
    return Consentimentos(base_url, lambda: f"token-{next(serie)}")


def call(client: Consentimentos):
    pedido = Pedido("76109277673", "marca-1", ("ACCOUNTS_READ",), datetime.now(UTC) + timedelta(days=400))
    return client.criar(pedido)
