import holdings


def make_client(base_url):
    return base_url


def call(client):
    return holdings.holdings("tok", "cred-1", host=client)
