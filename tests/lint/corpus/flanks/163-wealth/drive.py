from wealth import FlanksApi, PortfolioService


def make_client(base_url: str) -> PortfolioService:
    return PortfolioService(FlanksApi("token", base_url))


def call(client: PortfolioService):
    return client.net_worth("ct-1")
