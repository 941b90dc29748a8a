from receptor import Receptor
from receptor.config import Config


def make_client(base_url: str) -> Receptor:
    return Receptor(Config(base_url=base_url, token="t"))


def call(client: Receptor):
    return client.contas("urn:c1")
