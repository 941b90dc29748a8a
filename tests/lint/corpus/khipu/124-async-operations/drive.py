from operations import Operations


def make_client(base_url: str):
    return Operations(base_url, "tok")


async def call(client):
    return await client.start("emp-1", "payroll/accounts", {"Username": "u", "Password": "p"})
