from onboarding import Klavi


def make_client(base_url):
    return Klavi(base_url, "t")


def call(client):
    return client.income("00000000191")
