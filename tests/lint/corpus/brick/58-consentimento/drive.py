import time

from consentimentos import BrickHttp, ConsentimentoService


class Fixos:
    def atual(self):
        return "a"

    def renovar(self):
        return "b"


def make_client(base_url):
    return ConsentimentoService(BrickHttp(base_url, Fixos(), lambda s: time.sleep(s)))


def call(client):
    return client.consultar("urn:brick:c1")
