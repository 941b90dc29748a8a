from flanks_connector import FlanksConnector


def make_client(base_url):
    return FlanksConnector("tok", base_url)


def call(client):
    return client.load("funds", "cred-token")
