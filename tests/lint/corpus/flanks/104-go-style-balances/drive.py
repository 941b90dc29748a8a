from balances import Client, fetch_all


def make_client(base_url):
    return Client(base_url, "bearer")


def call(client):
    (res,) = fetch_all(client, ["ct-1"])
    return res if res.err is not None else res.accounts
