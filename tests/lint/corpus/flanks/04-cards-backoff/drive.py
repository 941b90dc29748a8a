from cards import movements
from flanks_api import Api


def make_client(base_url):
    return Api("token", base_url)


def call(client):
    return movements(client, "cred")
