from settings import Settings
from transmissoes_job import TransmissoesOperator


def make_client(base_url):
    return TransmissoesOperator(Settings(URL=base_url, TOKEN="t"), lambda account, rows: None)


def call(client):
    return client.execute([("urn:brick:c1", "a1")])
