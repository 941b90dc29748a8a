from recursos import Recursos


def make_client(base_url):
    return Recursos(base_url, "test-token")


def call(client):
    return client.todos("marca-1", "urn:consentimento:1")
