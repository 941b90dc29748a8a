from functools import partial

import movimientos


def make_client(base_url):
    return partial(movimientos.movimientos, base_url=base_url, token="t")


def call(client):
    return client("76111111-1", "secreta", "2024-03")
