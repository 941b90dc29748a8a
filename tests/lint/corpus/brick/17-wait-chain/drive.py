from registrations import Registrations


def make_client(base_url: str):
    return Registrations(base_url, "tok")


def call(client):
    return client.person("c-1")
