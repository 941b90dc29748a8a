from datetime import date

from sync import Sync


def make_client(base_url: str) -> Sync:
    return Sync(base_url, "access-token")


async def call(client: Sync):
    return await client.run(["cred-token"], date(2024, 6, 1))
