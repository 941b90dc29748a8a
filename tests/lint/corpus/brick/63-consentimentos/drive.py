from brickbank import BrickBank


class Fixo:
    def token(self):
        return "t"

    def descartar(self):
        pass


def make_client(base_url):
    return BrickBank(base_url, Fixo())


def call(client):
    return client.consentimento("urn:brick:1")
