from onboarding import Klavi


def make_client(base_url):
    return Klavi("t", base_url)


def call(client):
    return client.read("11122233344")
