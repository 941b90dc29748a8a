from flanks import Flanks
from tarea import Sincronizador


def make_client(base_url):
    return Sincronizador(Flanks("token", base_url), {})


def call(client):
    return client.sincronizar("cred")
