from bank_login import BankLogin, Form
from dialogue import NobodyThere


def make_client(base_url):
    return BankLogin("t", NobodyThere(), base_url)


async def call(client):
    return await client.login(Form("itau", "11122233344", "pw"))
