from login import BankLink


def make_client(base_url: str) -> BankLink:
    return BankLink("id", "secret", base_url=base_url)


def call(client: BankLink):
    return client.link("u-1", "chase", "joe", "pw")
