from refresh import Refresher
from settings import Settings


def make_client(base_url: str) -> Refresher:
    return Refresher(Settings(base_url=base_url, gateway="id|secret", user_key="k|fp"))


async def call(client: Refresher):
    try:
        return await client.run([("u1", "n1")])
    finally:
        await client.http.aclose()
