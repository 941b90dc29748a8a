from reader import Reader


def make_client(base_url):
    return Reader("tok", base_url)


def call(client):
    return client.accounts("cred-token")
