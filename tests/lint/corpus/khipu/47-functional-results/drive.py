from debts import debt_reader


def make_client(base_url: str):
    return debt_reader("test-key", base_url)


def call(client):
    return client("76111111-1", "secret")
