from klavi_api import KlaviApi


def make_client(base_url):
    return KlaviApi("p", "t", base_url=base_url)


def call(client):
    return client.connect("itau", {"cpf": "12345678909", "password": "x"})
