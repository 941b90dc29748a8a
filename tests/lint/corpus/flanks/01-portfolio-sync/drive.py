from portfolio_sync import FlanksApi, PortfolioSync


def make_client(base_url: str) -> PortfolioSync:
    return PortfolioSync(FlanksApi(base_url, "t"))


async def call(client: PortfolioSync):
    return await client.run(["cred-1"])
