from bank_login import AccountLinkService, BankLoginClient


def make_client(base_url: str) -> AccountLinkService:
    return AccountLinkService(BankLoginClient("id|secret", base_url=base_url))


def call(client: AccountLinkService):
    return client.start("u1", "chase", "synapse_good", "test1234")
