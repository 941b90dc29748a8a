from flanks_api import FlanksApi
from networth import net_worth


def make_client(base_url: str) -> FlanksApi:
    return FlanksApi("access-token", base_url)


async def call(client: FlanksApi):
    return await net_worth(client, "cred-token")
