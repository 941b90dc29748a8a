import datetime

from servicio import Servicio, pantalla


def make_client(base_url):
    return Servicio("tok", base_url)


def call(client):
    return pantalla(client, "cred-token", datetime.datetime(2024, 1, 1))
