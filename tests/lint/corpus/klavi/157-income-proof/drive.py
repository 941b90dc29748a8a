from income import make_sender, prove_income


def make_client(base_url: str):
    return make_sender("tok", base_url)


def call(client):
    return prove_income(client, "12345678909")
