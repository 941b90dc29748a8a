from itertools import count

from client import Flanks


def make_client(base_url):
    numbers = count(1)
    return Flanks(lambda: f"tok-{next(numbers)}", base_url)


def call(client):
    return client.identity("cred-token")
