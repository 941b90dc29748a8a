from login import Login


def make_client(base_url):
    return Login("t", base_url)


def call(client):
    return client.submit({"cpf": "11122233344", "password": "x", "bank": "341"})
