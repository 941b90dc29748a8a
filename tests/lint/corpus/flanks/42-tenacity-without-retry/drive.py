from positions import Positions


def make_client(base_url):
    return Positions("tok", base_url)


def call(client):
    return client.valued("cred-token")
