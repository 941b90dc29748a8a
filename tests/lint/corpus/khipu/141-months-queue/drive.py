import itertools

from jobs import Link, Night
from khipu_api import KhipuApi


def make_client(base_url: str) -> Night:
    serial = itertools.count(1)
    return Night(KhipuApi(lambda: f"jwt-{next(serial)}", base_url=base_url))


def call(client: Night):
    return client.run(Link("bci.cl", "11111111-1", "secret"), ["2024-05"])
