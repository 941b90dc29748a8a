from importer import Importer


def make_client(base_url: str):
    return Importer("tok", base_url)


def call(client):
    return client.run("12345678909")
