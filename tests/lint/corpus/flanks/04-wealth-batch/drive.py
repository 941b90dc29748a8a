from batch import WealthApi


def make_client(base_url: str) -> WealthApi:
    return WealthApi("token", base_url=base_url)


async def call(client: WealthApi):
    return await client.investments_patiently("cred-token")
