from flanks_client import FlanksClient
from portfolio_service import PortfolioService


def make_client(base_url: str) -> PortfolioService:
    return PortfolioService(FlanksClient("token", base_url=base_url))


def call(client: PortfolioService):
    return client.load("cred-token")
