from openfinance.servicos import ServicoConsentimentos
from openfinance.transporte import Transporte


def make_client(base_url):
    return ServicoConsentimentos(Transporte(base_url, "token"))


def call(client):
    return client.contas("urn:brick:C1")
