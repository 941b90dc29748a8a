from refresh import BalanceRefresher, Node


def make_client(base_url: str):
    return BalanceRefresher("id|secret", base_url=base_url)


async def call(client):
    return await client.refresh_all([Node("u1", "n1")])
