from flanks_api import FlanksApi
from loader import PositionLoader


def make_client(base_url: str) -> PositionLoader:
    return PositionLoader(FlanksApi("t", base_url))


async def call(client: PositionLoader):
    return await client.positions_of("tok-1")
