from banklogin import BankLogin


def make_client(base_url):
    return BankLogin("id", "secret", base_url=base_url)


def call(client):
    return client.login("u-1", "bofa", "user", "pass")
