from bank_link import BankLink


def make_client(base_url: str) -> BankLink:
    return BankLink(base_url, "gw", "user-token")


async def call(client: BankLink):
    return await client.login("u1", "nofee", "user", "secret")
