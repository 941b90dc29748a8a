from functools import partial

import synapse_link
from aggregate import collect


def make_client(base_url):
    return partial(synapse_link.accounts, {"X-SP-GATEWAY": "id|secret"}, "u1", base_url)


def call(client):
    return collect(client)
