from decimal import Decimal
from functools import partial

from payouts import Payout, open_payouts
from result import Left


def make_client(base_url: str):
    return partial(open_payouts, "client|secret", "oauth|fp", "user-1", "node-0", base_url)


async def call(client):
    async with client() as payouts:
        [result] = await payouts.pay_all([Payout("acme", "node-9", Decimal("12.50"), "key-1")])
    match result:
        case Left(value=problem):
            raise problem
        case ok:
            return ok.value
