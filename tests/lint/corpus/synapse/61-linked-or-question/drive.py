from bank_login import BankLogin, connect


def make_client(base_url):
    return BankLogin(connect(base_url), "u1")


async def call(client):
    async with client.http:
        return await client.start("chase", "jdoe", "pw")
