from flanks_client import FlanksClient
from services import PortfolioSync


def make_client(base_url: str) -> PortfolioSync:
    return PortfolioSync(FlanksClient("access-token", base_url))


def call(client: PortfolioSync):
    return client.run("cred-token")
