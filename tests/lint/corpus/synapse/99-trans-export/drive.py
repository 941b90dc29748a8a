from itertools import count

from export import Exporter


def make_client(base_url):
    serial = count(1)

    async def new_key(user):
        return f"oauth-{user}-{next(serial)}"

    return Exporter(base_url, "client_id|client_secret", new_key)


async def call(client):
    return await client.run(["u1"])
