import httpx

from sweep import Account, BearerAuth, Sweep, SweepError


def make_client(base_url: str) -> Sweep:
    return Sweep(httpx.AsyncClient(base_url=base_url, auth=BearerAuth("test-token"), timeout=60))


async def call(client: Sweep):
    account = Account("bancochile.cl", "76111111-1", "secret")
    outcome = (await client.run([account]))[account]
    if isinstance(outcome, SweepError):
        raise outcome
    return outcome
