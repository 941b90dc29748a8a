from consulta import Consulta


def make_client(base_url):
    return Consulta('tok', base_url)


def call(client):
    return client.deudas('1-9', 'clave')
