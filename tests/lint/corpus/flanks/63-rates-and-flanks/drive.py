from rates import Rates
from statement import Statement


def make_client(base_url):
    return Statement("tok", Rates(), base_url)


def call(client):
    return client.lines("cred-token")
