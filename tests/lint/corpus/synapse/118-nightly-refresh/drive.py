from outcomes import Outcome
from refresh import NightlyRefresh


def make_client(base_url: str) -> NightlyRefresh:
    return NightlyRefresh("oauth", base_url)


async def call(client: NightlyRefresh):
    tally = await client.run([("user-1", "node-1")])
    if "node-1" not in tally[Outcome.FRESH]:
        raise RuntimeError(tally)
    return "fresh"
