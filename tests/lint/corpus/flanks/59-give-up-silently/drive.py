from fuente import Fuente
from tareas import Planificador


def make_client(base_url):
    return Planificador(Fuente("tok", base_url))


def call(client):
    return client.noche(["cred-token"])
