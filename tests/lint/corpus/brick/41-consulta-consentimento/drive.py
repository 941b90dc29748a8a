from itertools import count

from consentimentos import Consentimentos


def make_client(base_url):
    serie = count(1)
    return Consentimentos(lambda: f"token-{next(serie)}", base_url)


def call(client):
    return client.consultar("urn:bancoex:C1DD33123")
