from transactions import open_transactions


def make_client(base_url):
    return base_url


async def call(client):
    async with open_transactions(client, "t") as transactions:
        return [row async for row in transactions.iterate("acc-1")]
