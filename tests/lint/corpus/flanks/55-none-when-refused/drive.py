from kyc import OwnerLookup


def make_client(base_url):
    return OwnerLookup("tok", base_url)


def call(client):
    return client.name("cred-token")
