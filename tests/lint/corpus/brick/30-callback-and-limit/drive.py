from callback import parse
from exchange import Exchange


def make_client(base_url: str):
    return Exchange(base_url, "tok")


def call(client):
    return client.finish(parse("https://app.acme.com.br/cb?code=abc&state=s1", "s1"))
