from cliente import ClienteBrick
from config import ConfigBrick
from servico import ServicoConsentimentos


def make_client(base_url: str) -> ServicoConsentimentos:
    return ServicoConsentimentos(ClienteBrick(ConfigBrick("t", url=base_url)))


def call(client: ServicoConsentimentos):
    return client.consultar("urn:brick:c1")
