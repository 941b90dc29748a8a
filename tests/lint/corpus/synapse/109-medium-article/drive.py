from bank_link import BankLinker, SavingsApp


def make_client(base_url):
    return SavingsApp(BankLinker("id", "secret", base_url).as_user("oauth", "fp"))


def call(client):
    return client.on_bank_form("u-1", {"bank": "fake", "username": "x", "password": "y"})
