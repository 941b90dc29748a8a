from api import Flanks
from positions import positions


def make_client(base_url: str) -> Flanks:
    return Flanks("access-token", base_url=base_url)


async def call(client: Flanks):
    async with client as flanks:
        return await positions(flanks, "cred-token")
