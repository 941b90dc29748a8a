from statements import Statements


async def _mint() -> str:
    return "jwt"


def make_client(base_url: str) -> Statements:
    return Statements(_mint, base_url=base_url)


async def call(client: Statements):
    return repr(await client.fetch("bci.cl", "1-9", "x", "2024-05"))
