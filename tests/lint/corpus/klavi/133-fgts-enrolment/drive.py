from fgts import FgtsClient, balance


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    async with FgtsClient(client, "tok") as fgts:
        return await balance(fgts, "12345678909")
