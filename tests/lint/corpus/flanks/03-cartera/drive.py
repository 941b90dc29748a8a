from cartera import Cartera


def make_client(base_url):
    return Cartera("test-token", base_url)


def call(client):
    return client.inversiones("cred-1")
