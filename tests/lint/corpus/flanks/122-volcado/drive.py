from volcado import Volcado


def make_client(base_url):
    return Volcado(base_url, bearer="tok")


def call(client):
    datos = client.token("ct-1")
    if client.avisos:
        raise RuntimeError(client.avisos[0])
    return datos
