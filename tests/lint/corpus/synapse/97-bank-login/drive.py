from bank_login import BankLogin


def make_client(base_url):
    return BankLogin("id|secret", "oauth|fp", base_url=base_url)


async def call(client):
    async def ask(question):
        return "blue"

    return await client.link("u1", "boa", "login", "pw", ask)
