import portfolios


def make_client(base_url: str):
    portfolios.BASE = base_url
    return portfolios


def call(client):
    return client.run(["cred-token"])
