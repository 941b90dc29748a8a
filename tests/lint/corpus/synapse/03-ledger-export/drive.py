from export import SynapseExporter


def make_client(base_url):
    return SynapseExporter("g", base=base_url)


def call(client):
    return list(client.transactions())
