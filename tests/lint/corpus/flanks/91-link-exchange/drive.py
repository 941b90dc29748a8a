from aggregation import Aggregation
from settings import FlanksSettings
from transport import Transport


async def _token() -> str:
    return "t"


def make_client(base_url: str) -> Aggregation:
    return Aggregation(FlanksSettings(base_url=base_url), Transport(base_url, _token))


async def call(client: Aggregation):
    return await client.portfolio("cred-1")
