from importing import import_rows
from people import People


def make_client(base_url):
    return People("id|secret", base_url)


def call(client):
    return dict(import_rows(client, [("u1", "a@b.example", "A. Person")]))
