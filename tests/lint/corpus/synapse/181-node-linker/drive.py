from linker import BankLogin, Linker


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    async with Linker.open("id|secret", "oauth|fp", client) as linker:
        return await linker.link("u1", BankLogin("chase", "jdoe", "pw"))
