import tempfile
from datetime import datetime

from relatorio import Lote


def make_client(base_url):
    return Lote("token-teste", base_url, tempfile.mkdtemp())


def call(client):
    return list(client.linhas(["11122233344"], datetime(2024, 3, 1, 2, 0)))
