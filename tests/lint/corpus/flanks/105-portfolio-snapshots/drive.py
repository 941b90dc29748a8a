from desk import MemoryDesk
from snapshots import Snapshots


def make_client(base_url: str) -> Snapshots:
    return Snapshots("access", MemoryDesk(), base_url=base_url)


async def call(client: Snapshots):
    outcomes, _ = await client.run(["ct-1"])
    return outcomes[0]
