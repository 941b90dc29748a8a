from consulta import Consulta


def make_client(base_url):
    return Consulta(base_url, "tok")


def call(client):
    return client.contas("urn-c1")
