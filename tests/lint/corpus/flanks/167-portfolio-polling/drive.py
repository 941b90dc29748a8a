from model import ExceptionMapper
from polling import GrowingInterval, Poller
from portfolio_service import AiohttpTransport, PortfolioService


def make_client(base_url: str):
    return PortfolioService(AiohttpTransport("access-token", base_url), Poller(GrowingInterval()), ExceptionMapper())


async def call(client):
    return await client.portfolios("cred-token")
