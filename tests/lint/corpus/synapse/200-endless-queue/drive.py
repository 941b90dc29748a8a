from importer import Importer
from synapse import Keys, Synapse


def make_client(base_url: str) -> Importer:
    return Importer(Synapse(Keys("id|secret", "oauth|fp"), base_url))


def call(client: Importer):
    client.submit("u1", "n1")
    return client.work()
