from import_users import Importer
from synapse_http import Synapse


def make_client(base_url: str) -> Importer:
    return Importer(Synapse("g|s", base_url))


def call(client: Importer):
    return client.one({"id": "7", "name": "Ana Test", "email": "ana@example.com", "phone": "555"})
