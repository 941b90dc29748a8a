from banklink import BankLinkService


def make_client(base_url: str) -> BankLinkService:
    return BankLinkService("id|secret", "oauth|fp", base_url=base_url)


def call(client: BankLinkService):
    return client.login("u1", "fake", "synapse_good", "test1234")
