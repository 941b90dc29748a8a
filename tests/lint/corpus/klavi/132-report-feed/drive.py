from feed import ReportFeed
from settings import KlaviSettings


def make_client(base_url: str) -> KlaviSettings:
    return KlaviSettings(base_url=base_url, token="tok")


async def call(client: KlaviSettings):
    async with ReportFeed.open(client) as feed:
        return await feed.collect("12345678909")
