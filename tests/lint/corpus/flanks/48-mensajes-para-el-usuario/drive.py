from lector import Lector, patrimonio


def make_client(base_url):
    return Lector("tok", url=base_url)


def call(client):
    return patrimonio(client, "cred-token")
