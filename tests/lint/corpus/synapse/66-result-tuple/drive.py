from functools import partial

from balance_job import rows


def make_client(base_url):
    return partial(rows, "u1", ["n1"], {"X-SP-GATEWAY": "id|secret"}, base=base_url)


def call(client):
    return list(client())
