from functools import partial

from link_exchange import first_data


def make_client(base_url):
    return partial(first_data, base=base_url)


def call(client):
    return client("cred-1", "tok")
