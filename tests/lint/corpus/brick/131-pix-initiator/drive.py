from decimal import Decimal

from initiator import Order, PixInitiator, pay_all


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    async with PixInitiator("tok", client) as initiator:
        report = await pay_all(initiator, [Order("c-1", Decimal("10"), "a@b.example")])
    for result in report.values():
        if isinstance(result, Exception):
            raise result
    return report
