from saldos import Saldos


def make_client(base_url):
    return Saldos("abc", base=base_url)


async def call(client):
    return await client.total("bci.cl", {"Username": "1-9", "Password": "x"})
