from bank_login import BankLogin


def make_client(base_url: str) -> BankLogin:
    return BankLogin("user-1", "key", root=base_url)


async def call(client: BankLogin):
    return await client.login("fake", "synapse_good", "test1234")
