from holdings import holdings


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    return await holdings("access-token", "cred-token", base_url=client, products=("accounts",))
