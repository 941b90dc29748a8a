from brick_api import BrickApi, TokenProvider


class Fixed(TokenProvider):
    def get(self, force=False):
        return "fresh" if force else "cached"


def make_client(base_url):
    return BrickApi(base_url, Fixed("", "", ""))


def call(client):
    return client.recursos("urn:brick:1")
