from accounts import KlaviClient, total_balance


def make_client(base_url: str):
    return KlaviClient("tok", base_url)


def call(client):
    return total_balance(client, "12345678909")
