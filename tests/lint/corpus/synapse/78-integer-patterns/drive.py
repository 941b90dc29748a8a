from mfa import BankLogin, page


def make_client(base_url):
    return BankLogin({"X-SP-GATEWAY": "id|secret"}, base_url)


async def call(client):
    return page(await client.start("u1", "chase", "jdoe", "pw"))
