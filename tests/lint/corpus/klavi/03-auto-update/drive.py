from autoupdate.job import nightly
from autoupdate.session import KlaviSession


def make_client(base_url: str) -> KlaviSession:
    return KlaviSession(base_url, "t")


async def call(client: KlaviSession):
    return await nightly(client, ["key-1"])
