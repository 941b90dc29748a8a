import aiohttp

from fan_out import Linker


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    async with aiohttp.ClientSession() as session:
        return (await Linker(session, client).link("u1", "fake", "login", "secret")).step.name
