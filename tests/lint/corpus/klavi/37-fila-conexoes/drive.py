from datetime import datetime, timezone

from fila import Fila

AGORA = datetime(2024, 5, 6, 9, 0, tzinfo=timezone.utc)


def make_client(base_url):
    return Fila("token-teste", base_url=base_url)


def call(client):
    client.incluir("vinc-1", AGORA)
    return client.rodar(AGORA)
