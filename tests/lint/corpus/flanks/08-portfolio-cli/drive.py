from portfolio.api import FlanksPortfolio


def make_client(base_url: str) -> FlanksPortfolio:
    client = FlanksPortfolio("id", "secret", base_url=base_url)
    client._bearer = "test"
    return client


def call(client: FlanksPortfolio):
    return client.products("cred-1")
