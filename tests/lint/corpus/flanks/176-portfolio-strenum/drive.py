from portfolio import PortfolioClient


def make_client(base_url: str):
    return PortfolioClient("access-token", base_url=base_url)


async def call(client):
    return await client.portfolios("cred-token")
