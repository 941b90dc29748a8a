from gateway import Gateway
from jobs import FolderJob
from workers import Crew


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    async with Gateway("test-token", client) as gateway:
        return await Crew(gateway).run([FolderJob("11111111-1", "secret")])
