from datetime import datetime
from functools import partial

from portfolio import Deferred, FlanksApi, sync


async def requeue(token: str, at: datetime) -> None:
    return None


def make_client(base_url: str):
    return partial(FlanksApi.open, "test-token", base_url)


async def call(client):
    async with client() as api:
        outcome = await sync(api, requeue, "cred-1")
    if isinstance(outcome, Deferred):
        raise outcome.reason
    return outcome
