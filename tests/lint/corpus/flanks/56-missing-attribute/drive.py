from broker.flanks import FlanksBroker


def make_client(base_url):
    return FlanksBroker("tok", base_url)


def call(client):
    return client.fetch("pensions", "cred-token")
