from khipu_client import KhipuClient
from schemas import BankLogin


def make_client(base_url: str):
    return KhipuClient("key", base_url)


async def call(client):
    return await client.movements(BankLogin(bank="bci.cl", rut="11111111-1", password="secret"))
