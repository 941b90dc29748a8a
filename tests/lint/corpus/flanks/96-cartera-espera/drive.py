from itertools import count

from cartera import Flanks, volcar


def make_client(base_url):
    serie = count(1)
    return Flanks(lambda: f"acceso-{next(serie)}", base_url)


def call(client):
    return volcar(client, ["cred-1"])
