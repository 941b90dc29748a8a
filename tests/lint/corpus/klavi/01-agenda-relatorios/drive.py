from agenda import Agenda


def make_client(base_url):
    return Agenda(base_url, "test-key")


def call(client):
    return client.processar("link-1")
