from itertools import count

from statements import Statements


def make_client(base_url):
    serial = count(1)
    return Statements(lambda: f"t{next(serial)}", base_url)


async def call(client):
    return await client.one("bci", "0011223344", "x")
