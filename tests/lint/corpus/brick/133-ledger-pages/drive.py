from endpoint import fetch_ledgers


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    return await fetch_ledgers("tok", "c-1", ["acc-1"], base_url=client)
