from exchange import Exchange
from views import link_callback


def make_client(base_url):
    return Exchange("tok", base_url)


def call(client):
    return link_callback(client, {"code": "abc", "state": "s"}, {"state": "s"})
