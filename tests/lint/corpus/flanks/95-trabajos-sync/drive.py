from portfolio import PortfolioSync


def make_client(base_url):
    return PortfolioSync("access-1", base_url)


def call(client):
    return client.sync_all(["cred-1"])
