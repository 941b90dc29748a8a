from synapse_api import Synapse


def make_client(base_url):
    return Synapse("id", "secret", "fp", base_url=base_url)


def call(client):
    return client.nodes.bank_login("594e0fa2838454002ea317a0", "oauth", "bofa", "synapse_good", "test1234")
