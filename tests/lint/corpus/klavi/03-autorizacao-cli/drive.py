from autorizar import Autorizador


def make_client(base_url):
    return Autorizador(base_url, "p", "t")


def call(client):
    return client.definir("ck-1", True)
